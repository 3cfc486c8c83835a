// @ts-check
import {css, html} from 'lit';
import {Component} from './component.js';
import {actions} from './actions.js';
import {spoken} from './keys.js';
import {screenHeader} from './header.js';

/** All keys, from the one list. */
class KeysScreen extends Component {
  static properties = {session: {attribute: false}};

  static look = css`
    keys-screen .groups { columns: 360px; column-gap: 48px; max-width: 1280px; margin: 0 auto; padding: 24px 32px; }
    keys-screen section { break-inside: avoid; margin-bottom: 28px; }
    keys-screen dl { margin: 8px 0 0; display: grid; grid-template-columns: 1fr auto; } keys-screen dl > * { padding: 6px 0; border-top: 1px solid var(--line); margin: 0; }
    keys-screen dd { display: flex; gap: 6px; align-items: center; }
  `;

  constructor() {
    super();
    this.session = /** @type {import('./types.js').Session} */ (/** @type {unknown} */ (undefined));
  }

  render() {
    const groups = [...new Set(actions.map(action => action.group))];
    return html`${screenHeader(this.session, 'keys')}
      <main tabindex="0"><h1 class="hidden-visually">All keys</h1><div class="groups">${groups.map(group => html`<section><h2>${group}</h2><dl>
        ${actions.filter(action => action.group === group).map(action => html`<dt>${action.label}</dt>
          <dd>${action.keys.length ? action.keys.map(key => html`<kbd>${spoken(key)}</kbd>`) : html`<span class="quiet small">by name in Ctrl K</span>`}</dd>`)}</dl></section>`)}</div></main>
      <footer><span>Ctrl+T, Ctrl+N, Ctrl+W and Ctrl+Tab stay the browser's.</span></footer>`;
  }
}
customElements.define('keys-screen', KeysScreen);
