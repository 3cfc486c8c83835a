// @ts-check
import {css, html, nothing} from 'lit';
import {get, query} from '../api.js';
import {Component} from '../shared/component.js';
import {showDifferences} from '../shared/differences.js';
import {found} from '../shared/found.js';
import {direction, nativeName} from '../shared/languages.js';
import {tagged} from '../shared/tagged-text.js';
import {moment} from '../shared/time.js';
import {best, changes} from './concepts.js';

/** @typedef {import('../shared/types.js').Concept} Concept */
/** @typedef {import('../shared/types.js').ConceptChange} ConceptChange */
/** @typedef {import('../shared/types.js').TaggedText} TaggedText */
/** @typedef {{memory: {id: number, name: string}, unit: number, source: TaggedText, target: TaggedText, who: string, when: string|null}} Use a sentence that has the term, and what it became */

/** Beside a concept: where the memory uses its terms, and who did what to it. */
class ConceptAside extends Component {
  static properties = {concept: {attribute: false}, language: {state: true}, uses: {state: true}, total: {state: true}, history: {state: true}, wrong: {state: true}, may: {attribute: false}, steps: {state: true}};

  static look = css`
    concept-aside { display: block; border-inline-start: 1px solid var(--line); background: var(--sheet); overflow: auto; padding: 16px 18px; }
    concept-aside h2 { font-size: 13px; color: var(--quiet); margin: 0 0 8px; } concept-aside h2:not(:first-child) { margin-top: 24px; } concept-aside .tongues { display: flex; flex-wrap: wrap; gap: 4px; margin-bottom: 8px; }
    concept-aside .tongues button { font-size: var(--small); padding: 2px 8px; }
    concept-aside ul, concept-aside ol { list-style: none; margin: 0; padding: 0; } concept-aside li { padding: 8px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; } concept-aside .said { display: block; } concept-aside li small { display: block; color: var(--quiet); font-size: var(--small); }
    concept-aside li p { margin: 4px 0 0; font-size: 13.5px; display: flex; gap: 8px; align-items: baseline; } concept-aside li p > :first-child { color: var(--quiet); font-size: var(--small); min-width: 22px; flex: none; } concept-aside ol li { font-size: 13.5px; }
  `;

  constructor() {
    super();
    /** @type {Concept|undefined} */
    this.concept = undefined;
    this.language = '';
    /** @type {Use[]|undefined} */
    this.uses = undefined;
    /** @type {ConceptChange[]} */
    this.history = [];
    this.may = false;
    /** @type {import('../shared/types.js').TermImpact[]} changes that mended something */
    this.steps = [];
    this.wrong = '';
    this.shown = '';
    /** @type {AbortController|undefined} */
    this.asking = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('concept') || !this.concept) return;
    const key = `${this.concept.id}.${this.concept.version}`;
    if (key === this.shown) return;
    if (!this.shown.startsWith(`${this.concept.id}.`)) {
      this.history = [];
      this.uses = undefined;
    }
    this.shown = key;
    const tongues = this.tongues;
    if (!tongues.includes(this.language)) this.language = tongues.includes('en') ? 'en' : (tongues[0] ?? '');
    this.#load(this.concept);
  }

  /** @returns {string[]} languages that have a term to look for */
  get tongues() {
    const all = [...new Set(this.concept?.terms.map(term => term.language.split('-')[0]) ?? [])];
    return all.filter(tag => this.concept && best(this.concept, tag));
  }

  /** @returns {string} the language beside it */
  get other() {
    return this.language === 'en' ? (this.tongues.find(tag => tag !== 'en') ?? 'az') : 'en';
  }

  /** @param {Concept} concept */
  async #load(concept) {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    // Whoever walks through the list quickly asks for none of what is passed by.
    await new Promise(done => setTimeout(done, 120));
    if (asking.signal.aborted) return;
    this.wrong = '';
    try {
      const [history, steps] = await Promise.all([
        concept.id ? get(`/api/concepts/${concept.id}/history`, asking.signal) : [],
        concept.id ? get(`/api/glossary/impacts${query({concept: concept.id})}`, asking.signal) : {items: []},
        this.#use(concept, asking.signal),
      ]);
      if (asking.signal.aborted) return;
      this.steps = steps.items.filter((/** @type {import('../shared/types.js').TermImpact} */ one) => one.done + one.undone + one.kept > 0);
      this.history = [...(history.items ?? history)].sort((a, b) => b.version - a.version || b.id - a.id);
    } catch (failure) {
      if (!asking.signal.aborted) this.wrong = /** @type {Error} */ (failure).message;
    }
  }

  /** @param {Concept} concept @param {AbortSignal} signal */
  async #use(concept, signal) {
    const term = best(concept, this.language);
    if (!term) {
      this.uses = [];
      return;
    }
    const page = await get(`/api/concordance${query({search: term.text, language: this.language, to: this.other, limit: 12})}`, signal);
    if (!signal.aborted) this.uses = page.items ?? page;
  }

  /** @param {string} language */
  async #choose(language) {
    this.language = language;
    if (!this.concept) return;
    try {
      await this.#use(this.concept, (this.asking ?? new AbortController()).signal);
    } catch (failure) {
      this.wrong = /** @type {Error} */ (failure).message;
    }
  }

  render() {
    const {concept, uses} = this;
    if (!concept) return nothing;
    const term = best(concept, this.language);
    return html`
      <h2>History</h2>
      <ol>${this.history.map(change => html`<li><b>${change.action}</b> <span class="quiet">${[change.by, moment(change.at)].filter(Boolean).join(' · ')}</span>
        ${change.why ? html`<q>${change.why}</q>` : nothing}
        ${change.before && change.after
          ? changes(change.before, change.after).map(one => html`<p><span>${one.label}</span><span lang=${one.language ?? nothing} dir=${one.language ? direction(one.language) : nothing}>${showDifferences(one.before, one.after, one.language ?? 'en')}</span></p>`)
          : nothing}</li>`)}</ol>
      ${this.steps.length ? html`<h2>What was mended</h2><ul>${this.steps.map(one => html`<li>${one.done + one.undone + one.kept} translations <span class="quiet">${[one.appliedBy, moment(one.appliedAt)].join(' · ')}</span>
        ${one.state === 'undone' ? html`<small>undone by ${one.undoneBy}${one.kept ? `; ${one.kept} left, as somebody changed them since` : ''}</small>` : nothing}
        ${one.state === 'applied' && this.may ? html`<button @click=${() => this.dispatchEvent(new CustomEvent('undo', {detail: one.id}))}>Undo</button>` : nothing}</li>`)}</ul>` : nothing}
      <h2>In the memory</h2>
      <div role="alert">${this.wrong ? html`<p class="error">${this.wrong}</p>` : nothing}</div>
      <div class="tongues">${this.tongues.map(tag => html`<button aria-pressed=${tag === this.language ? 'true' : 'false'} @click=${() => this.#choose(tag)}><bdi lang=${tag}>${nativeName(tag)}</bdi></button>`)}</div>
      ${uses && !uses.length ? html`<p class="quiet">No sentence has “${term?.text ?? ''}” yet.</p>` : nothing}
      <ul>${uses?.map(use => html`<li><span class="said" lang=${this.language} dir=${direction(this.language)}>${tagged(use.source, found(use.source.plain, term?.text ?? ''))}</span>
        ${use.target.plain ? html`<span class="said quiet" lang=${this.other} dir=${direction(this.other)}>${tagged(use.target)}</span>` : nothing}<small>${[use.memory.name, use.who, moment(use.when)].filter(Boolean).join(' · ')}</small></li>`)}</ul>
      ${uses?.length && term ? html`<p><a href="/memory${query({search: term.text, language: this.language})}">All in the memory</a></p>` : nothing}`;
  }
}
customElements.define('concept-aside', ConceptAside);
