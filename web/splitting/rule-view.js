// @ts-check
import {css, html, nothing} from 'lit';
import {get} from '../api.js';
import {Component} from '../shared/component.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {languageName} from '../shared/languages.js';
import {moment} from '../shared/time.js';
import {kinds, nameOf} from './rules.js';

/** @typedef {import('./rules.js').Rule} Rule */

/** A rule to read, with its history. Fires `edit`, `toggle`, `delete`, `move` with -1 or 1. */
class RuleView extends Component {
  static properties = {rule: {attribute: false}, may: {attribute: false}, history: {state: true}};

  static look = css`
    rule-view { display: block; } rule-view h1 { overflow-wrap: anywhere; } rule-view .does { display: flex; flex-wrap: wrap; gap: 6px; margin: 12px 0; }
    rule-view .facts { color: var(--quiet); margin: 2px 0 0; } rule-view h2 { font-size: 13px; margin: 20px 0 6px; color: var(--quiet); }
    rule-view code { font-size: 13.5px; overflow-wrap: anywhere; white-space: pre-wrap; } rule-view ol { list-style: none; margin: 0; padding: 0; } rule-view li { border-top: 1px solid var(--line); padding: 6px 0; font-size: 13.5px; overflow-wrap: anywhere; }
  `;

  constructor() {
    super();
    /** @type {Rule} */
    this.rule = /** @type {any} */ (undefined);
    this.may = false;
    /** @type {{action: string, rule: Rule}[]} */
    this.history = [];
    /** @type {AbortController|undefined} */
    this.asking = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('rule')) return;
    const before = /** @type {Rule|undefined} */ (changed.get('rule'));
    if (before?.id !== this.rule.id) this.history = [];
    this.#load();
  }

  async #load() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    // Whoever walks through the list quickly asks for none of what is passed by.
    await new Promise(done => setTimeout(done, 120));
    if (asking.signal.aborted) return;
    try {
      const {items} = await get(`/api/splitting/rules/${this.rule.id}/history`, asking.signal);
      if (!asking.signal.aborted) this.history = items.reverse();
    } catch (failure) {
      if (!asking.signal.aborted) throw failure;
    }
  }

  /** @param {string} name @param {unknown} [detail] */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }

  render() {
    const {rule, may} = this;
    const exception = rule.kind !== 'abbreviation';
    return html`<h1><bdi lang=${rule.language ?? nothing}>${nameOf(rule)}</bdi></h1>
      <p class="facts">${[kinds[rule.kind], rule.language ? languageName(rule.language) : 'every language', `${rule.changedBy}, ${moment(rule.changedAt)}`].join(' · ')}
        <span class="chip ${rule.enabled ? 'ok' : 'quiet'}">${rule.enabled ? '✓ in use' : 'off'}</span></p>
      ${may ? html`<div class="does">
        <button aria-keyshortcuts=${shortcut('list.edit')} @click=${() => this.#fire('edit')}>Edit ${keyOf('list.edit')}</button>
        <button aria-keyshortcuts=${shortcut('splitting.toggle')} @click=${() => this.#fire('toggle')}>${rule.enabled ? 'Switch off' : 'Switch on'} ${keyOf('splitting.toggle')}</button>
        <button aria-keyshortcuts=${shortcut('list.delete')} @click=${() => this.#fire('delete')}>Delete ${keyOf('list.delete')}</button>
        ${exception ? html`<button aria-label="Try it earlier" aria-keyshortcuts=${shortcut('splitting.earlier')} @click=${() => this.#fire('move', -1)}>↑ ${keyOf('splitting.earlier')}</button>
          <button aria-label="Try it later" aria-keyshortcuts=${shortcut('splitting.later')} @click=${() => this.#fire('move', 1)}>↓ ${keyOf('splitting.later')}</button>` : nothing}</div>` : nothing}
      ${exception ? html`<h2>Before the place</h2><code dir="ltr">${rule.before || 'anything'}</code><h2>After the place</h2><code dir="ltr">${rule.after || 'anything'}</code>` : nothing}
      ${rule.comment ? html`<h2>Comment</h2><p dir="auto">${rule.comment}</p>` : nothing}
      <h2>History</h2>
      <ol>${this.history.map(one => html`<li><b>${one.action}</b> <span class="quiet">${one.rule.changedBy} · ${moment(one.rule.changedAt)}</span>
        <br><bdi>${nameOf(one.rule)}</bdi>${one.rule.enabled ? '' : ' (off)'}</li>`)}</ol>`;
  }
}
customElements.define('rule-view', RuleView);
