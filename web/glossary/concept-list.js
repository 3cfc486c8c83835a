// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {query} from '../api.js';
import {Component} from '../shared/component.js';
import {found} from '../shared/found.js';
import {keyOf} from '../shared/keys.js';
import {languageName, languages} from '../shared/languages.js';
import {below} from '../shared/paged.js';
import {tagged} from '../shared/tagged-text.js';
import {nameOf, others} from './concepts.js';

/** @typedef {import('../shared/types.js').Concept} Concept */
/** @typedef {{search: string, language: string, subject: string, proposed: boolean}} Filter */

/** The left side of the glossary: what is searched, and what was found. Fires `filter` with what changed, `choose` with a concept, `step` with 1 or -1, `enter` and `new`. */
class ConceptList extends Component {
  static properties = {list: {attribute: false}, items: {attribute: false}, failure: {attribute: false}, filter: {attribute: false}, chosen: {attribute: false}, waiting: {attribute: false}, subjects: {attribute: false}, may: {attribute: false}};

  static look = css`
    concept-list { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; }
    concept-list .filters { display: grid; grid-template-columns: 1fr auto; gap: 6px; align-items: center; padding: 12px 12px 10px; border-bottom: 1px solid var(--line); } concept-list .filters .two { grid-column: 1 / 3; display: grid; grid-template-columns: 1fr 1fr; gap: 6px; } concept-list .filters :is(input, select) { width: 100%; padding-inline: 6px; }
    concept-list .concepts { overflow: auto; min-height: 0; } concept-list .concepts a { display: block; padding: 7px 16px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; overflow-wrap: anywhere; }
    concept-list .concepts a:hover { background: var(--faint); } concept-list .concepts a[aria-current] { background: var(--accent-soft); } concept-list .concepts a:focus-visible { outline-offset: -2px; }
    concept-list .concepts small { display: block; color: var(--quiet); font-size: 13px; }
  `;

  constructor() {
    super();
    /** @type {import('../shared/paged.js').Paged<Concept>} */
    this.list = /** @type {any} */ (undefined);
    // The list is one object; what changes in it is told beside it.
    /** @type {Concept[]} */
    this.items = [];
    /** @type {unknown} */
    this.failure = undefined;
    /** @type {Filter} */
    this.filter = {search: '', language: '', subject: '', proposed: false};
    /** @type {number} the concept that is shown; 0 for none */
    this.chosen = 0;
    this.waiting = 0;
    /** @type {string[]} */
    this.subjects = [];
    this.may = false;
  }

  /** @returns {HTMLInputElement|null} */
  get searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @returns {HTMLElement|null} the chosen one's line */
  get current() {
    return this.querySelector('.concepts [aria-current]');
  }

  /** @param {string} name @param {unknown} [detail] */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }

  render() {
    return html`${this.#filters()}
      <nav class="concepts" aria-label="Concepts">
        ${repeat(this.items, one => one.id, one => this.#line(one))}
        ${this.#nothing()} ${below(this.list)}
      </nav>`;
  }

  /** @param {Concept} one */
  #line(one) {
    const {search, language, subject, proposed} = this.filter;
    const place = query({search, language, subject, state: proposed ? 'proposed' : '', concept: one.id});
    return html`<a href="/glossary${place}" aria-current=${one.id === this.chosen ? 'true' : nothing} @click=${(/** @type {MouseEvent} */ event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        this.#fire('choose', one);
      }}>${marks(nameOf(one), search)}${one.state === 'proposed' && !proposed ? html` <span class="chip warn">proposed</span>` : nothing}
      <small>${others(one).map((term, i) => html`${i ? ' · ' : ''}<bdi lang=${term.language}>${marks(term.text, search)}</bdi>`)}</small></a>`;
  }

  #nothing() {
    const {items, failure} = this;
    const {search, language, subject, proposed} = this.filter;
    if (items.length || this.list.fresh || failure || !(search || language || subject || proposed)) return nothing;
    return html`<p class="empty">${proposed ? 'Nothing is proposed.' : html`Nothing is called that. <button @click=${() => this.#fire('new')}>${this.may ? 'New concept' : 'Propose it'}</button>`}</p>`;
  }

  #filters() {
    const {search, language, subject, proposed} = this.filter;
    const subjects = [...new Set([...this.subjects, ...(subject ? [subject] : [])])].sort();
    return html`<div class="filters" role="search">
      <input type="search" aria-label="Search the glossary" placeholder="Search in any language" aria-keyshortcuts="/" autocomplete="off" spellcheck="false" dir="auto"
        .value=${search} @input=${(/** @type {InputEvent} */ event) => this.#fire('filter', {search: value(event)})}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
          if (by) { event.preventDefault(); this.#fire('step', by); }
          if (event.key === 'Enter') this.#fire('enter');
        }}>${keyOf('list.search')}
      <div class="two"><select aria-label="Language" @change=${(/** @type {Event} */ event) => this.#fire('filter', {language: value(event)})}>
        <option value="">every language</option>${languages().map(one => html`<option value=${one.tag} ?selected=${one.tag === language}>${languageName(one.tag)}</option>`)}</select>
      <select aria-label="Subject field" @change=${(/** @type {Event} */ event) => this.#fire('filter', {subject: value(event)})}>
        <option value="">every subject</option>${subjects.map(one => html`<option value=${one} ?selected=${one === subject}>${one}</option>`)}</select></div>
      <div class="two"><button aria-pressed=${proposed ? 'false' : 'true'} @click=${() => this.#fire('filter', {proposed: false})}>All</button>
        <button aria-pressed=${proposed ? 'true' : 'false'} @click=${() => this.#fire('filter', {proposed: true})}>Proposed${this.waiting ? html` <span class="chip">${this.waiting}</span>` : nothing}</button></div>
    </div>`;
  }
}
customElements.define('concept-list', ConceptList);
export {ConceptList};

/** @param {Event} event */
const value = event => /** @type {HTMLInputElement} */ (event.target).value;

/** @param {string} text @param {string} search */
const marks = (text, search) => tagged({plain: text, tags: []}, found(text, search));
