// @ts-check
import {html} from 'lit';
import {Component} from './component.js';
import {actions} from './actions.js';
import {openDialog} from './dialog.js';
import {go} from './go.js';
import {bind, spoken} from './keys.js';
import {screenHeader} from './header.js';

/** All keys, group by group, from the one list. */
const groups = () => html`<div class="key-groups">${[...new Set(actions.map(action => action.group))].map(group => html`<section><h2>${group}</h2><dl>
  ${actions.filter(action => action.group === group).map(action => html`<dt>${action.label}</dt>
    <dd>${action.keys.length ? action.keys.map(key => html`<kbd>${spoken(key)}</kbd>`) : html`<span class="quiet small">by name in Ctrl K</span>`}</dd>`)}</dl></section>`)}</div>`;

const browsers = "Ctrl+T, Ctrl+N, Ctrl+W and Ctrl+Tab stay the browser's.";

/** Shows all keys over the screen, which stays as it is. */
export function openKeys() {
  return openDialog('All keys', () => ({body: html`<div tabindex="0" autofocus>${groups()}</div>`, foot: html`<span class="quiet small">${browsers}</span>`}), {wide: true});
}

/** All keys as a page, for whoever keeps its address. */
class KeysScreen extends Component {
  static properties = {session: {attribute: false}};

  constructor() {
    super();
    this.session = /** @type {import('./types.js').Session} */ (/** @type {unknown} */ (undefined));
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({'keys.leave': () => { go('/dispatches'); }});
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
  }

  render() {
    return html`${screenHeader(this.session, 'keys')}
      <main tabindex="0"><h1 class="hidden-visually">All keys</h1>${groups()}</main>
      <footer><span>${browsers}</span><span class="grow"></span><a href="/dispatches">Dispatches <kbd>Esc</kbd></a></footer>`;
  }
}
customElements.define('keys-screen', KeysScreen);
