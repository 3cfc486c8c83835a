// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {query} from '../api.js';
import {Component} from '../shared/component.js';
import {found} from '../shared/found.js';
import {keyOf} from '../shared/keys.js';
import {languageName} from '../shared/languages.js';
import {below} from '../shared/paged.js';
import {tagged} from '../shared/tagged-text.js';
import {kinds, nameOf, ruleLanguages} from './rules.js';

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {{search: string, language: string}} Filter */

/** The left side: whose rules, what is searched, and what was found. Fires `filter`, `choose` with a rule, `step` with 1 or -1, `enter`. */
class RuleList extends Component {
  static properties = {list: {attribute: false}, items: {attribute: false}, failure: {attribute: false}, filter: {attribute: false}, chosen: {attribute: false}};

  static look = css`
    rule-list { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; }
    rule-list .filters { display: grid; grid-template-columns: 1fr auto; gap: 6px; align-items: center; padding: 12px 12px 10px; border-bottom: 1px solid var(--line); }
    rule-list .filters select { grid-column: 1 / 3; } rule-list .filters :is(input, select) { width: 100%; padding-inline: 6px; }
    rule-list .rules { overflow: auto; min-height: 0; } rule-list .rules a { display: block; padding: 7px 16px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; overflow-wrap: anywhere; }
    rule-list .rules a:hover { background: var(--faint); } rule-list .rules a[aria-current] { background: var(--accent-soft); } rule-list .rules a:focus-visible { outline-offset: -2px; }
    rule-list .rules small { display: block; color: var(--quiet); font-size: 13px; } rule-list .off > bdi { text-decoration: line-through; }
  `;

  constructor() {
    super();
    /** @type {import('../shared/paged.js').Paged<Rule>} */
    this.list = /** @type {any} */ (undefined);
    // The list is one object; what changes in it is told beside it.
    /** @type {Rule[]} */
    this.items = [];
    /** @type {unknown} */
    this.failure = undefined;
    /** @type {Filter} */
    this.filter = {search: '', language: ''};
    /** @type {number} the rule that is shown; 0 for none */
    this.chosen = 0;
  }

  /** @returns {HTMLInputElement|null} */
  get searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @returns {HTMLElement|null} the chosen one's line */
  get current() {
    return this.querySelector('.rules [aria-current]');
  }

  /** @param {string} name @param {unknown} [detail] */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }

  render() {
    const {search, language} = this.filter;
    return html`<div class="filters" role="search">
        <select aria-label="Language" @change=${(/** @type {Event} */ event) => this.#fire('filter', {language: value(event)})}>
          <option value="" .selected=${!language}>the rules of all languages</option>${ruleLanguages([language, ...this.items.map(one => one.language)]).map(tag => html`<option value=${tag} .selected=${tag === language}>${languageName(tag)}</option>`)}</select>
        <input type="search" aria-label="Search the rules" placeholder="Search the rules" aria-keyshortcuts="/" autocomplete="off" spellcheck="false" dir="auto"
          .value=${search} @input=${(/** @type {InputEvent} */ event) => this.#fire('filter', {search: value(event)})}
          @keydown=${(/** @type {KeyboardEvent} */ event) => {
            const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
            if (by) { event.preventDefault(); this.#fire('step', by); }
            if (event.key === 'Enter') this.#fire('enter');
          }}>${keyOf('list.search')}
      </div>
      <nav class="rules" aria-label="Rules">
        ${repeat(this.items, one => one.id, one => this.#line(one))}
        ${this.items.length || this.list.fresh || this.failure ? nothing : html`<p class="empty">${search ? 'No rule has that.' : 'No rule of the desk’s own yet: only those that Dragoman brings.'}</p>`}
        ${below(this.list)}
      </nav>`;
  }

  /** @param {Rule} one */
  #line(one) {
    const {search, language} = this.filter;
    const said = [kinds[one.kind], !language && one.language && languageName(one.language), !one.language && 'every language', one.comment].filter(Boolean).join(' · ');
    return html`<a class=${one.enabled ? '' : 'off'} href="/splitting${query({search, language, rule: one.id})}" aria-current=${one.id === this.chosen ? 'true' : nothing} @click=${(/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#fire('choose', one);
      }}><bdi lang=${one.language ?? nothing}>${marks(nameOf(one), search)}</bdi>${one.enabled ? nothing : html` <span class="chip quiet">off</span>`}
      <small>${marks(said, search)}</small></a>`;
  }
}
customElements.define('rule-list', RuleList);
export {RuleList};

/** @param {Event} event */
const value = event => /** @type {HTMLInputElement} */ (event.target).value;

/** @param {string} text @param {string} search */
const marks = (text, search) => tagged({plain: text, tags: []}, found(text, search));
