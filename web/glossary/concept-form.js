// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get, query} from '../api.js';
import {Component} from '../shared/component.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName, languages} from '../shared/languages.js';
import {emptyTerm, nameOf, statuses, types} from './concepts.js';

/** @typedef {import('../shared/types.js').Concept} Concept */
/** @typedef {import('../shared/types.js').Term} Term */

/** A concept to write. Holds a draft of its own until it is saved; fires `save` with the draft, and `leave`. */
class ConceptForm extends Component {
  static properties = {concept: {attribute: false}, may: {attribute: false}, subjects: {attribute: false}, busy: {type: Boolean}, draft: {state: true}, wrong: {state: true}, twins: {state: true}};

  static look = css`
    concept-form { display: block; } concept-form h2 { font-size: 13px; margin: 16px 0 6px; color: var(--quiet); }
    concept-form .term { display: grid; grid-template-columns: 136px minmax(120px, 1fr) 112px 116px 30px; gap: 6px; padding: 8px 0; border-top: 1px solid var(--line); }
    concept-form .term .more { grid-column: 1 / 5; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; color: var(--quiet); } concept-form .term .more label { display: inline-flex; gap: 5px; align-items: center; font-size: var(--small); }
    concept-form .term .more input:not([type]) { flex: 1 1 130px; font-size: 13px; padding: 2px 8px; } concept-form .term .word { font-size: var(--read); }
    concept-form .twin { grid-column: 1 / 5; margin: 0; font-size: 13px; } concept-form .term > button { padding: 3px 0; justify-content: center; align-self: start; } concept-form select { padding-inline: 6px; } concept-form .field :is(input, textarea) { width: 100%; }
    concept-form textarea { font-size: var(--base); field-sizing: content; min-height: 56px; } concept-form .foot { display: flex; gap: 8px; align-items: center; position: sticky; bottom: -16px; background: var(--sheet); padding: 10px 0 16px; }
  `;

  constructor() {
    super();
    /** @type {Concept} */
    this.concept = /** @type {any} */ (undefined);
    this.may = false;
    /** @type {string[]} */
    this.subjects = [];
    this.busy = false;
    /** @type {Concept} */
    this.draft = /** @type {any} */ (undefined);
    this.wrong = '';
    /** @type {Map<string, Concept>} concepts that already have a term written here, by language and text */
    this.twins = new Map();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  /** Looks whether a term is already in another concept. @param {Term} term */
  #lookForTwin(term) {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      const text = term.text.trim().normalize('NFC');
      if (!text) return;
      const page = await get(`/api/concepts${query({search: text, language: term.language, limit: 50})}`);
      const twin = page.items.find((/** @type {Concept} */ one) => one.id !== this.draft.id && one.terms.some(other => other.language === term.language && other.text === text));
      if (twin) this.twins = new Map([...this.twins, [`${term.language} ${text}`, twin]]);
    }, 350);
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('concept')) this.draft = structuredClone(this.concept);
  }

  firstUpdated() {
    const fields = [...this.querySelectorAll('.word')];
    /** @type {HTMLElement|undefined} */ (fields.find(field => !(/** @type {HTMLInputElement} */ (field).value)) ?? fields[0])?.focus();
  }

  /** Whether anything was written. */
  get changed() {
    return JSON.stringify(this.draft) !== JSON.stringify(this.concept);
  }

  save() {
    const terms = this.draft.terms.map(term => ({...term, text: term.text.trim()})).filter(term => term.text);
    if (!terms.length) {
      this.wrong = 'A concept needs a term; write one.';
      /** @type {HTMLElement|null} */ (this.querySelector('.word'))?.focus();
      return;
    }
    const twice = terms.find((term, i) => terms.findIndex(one => one.language === term.language && one.text === term.text) !== i);
    if (twice) {
      this.wrong = `“${twice.text}” stands here twice in ${languageName(twice.language)}; keep one of them.`;
      return;
    }
    this.wrong = '';
    this.dispatchEvent(new CustomEvent('save', {detail: {...this.draft, terms}}));
  }

  async addTerm() {
    const used = this.draft.terms.map(term => term.language);
    const language = languages().map(one => one.tag).find(tag => !used.includes(tag)) ?? used.at(-1) ?? 'en';
    this.draft = {...this.draft, terms: [...this.draft.terms, emptyTerm(language, this.may ? 'approved' : 'proposed')]};
    await this.updateComplete;
    /** @type {HTMLElement|undefined} */ ([...this.querySelectorAll('.word')].at(-1))?.focus();
  }

  /** @param {number} at @param {Partial<Term>} change */
  #term(at, change) {
    this.draft = {...this.draft, terms: this.draft.terms.map((term, i) => (i === at ? {...term, ...change} : term))};
    if (change.text !== undefined || change.language) this.#lookForTwin(this.draft.terms[at]);
  }

  /** @param {number} at */
  #drop(at) {
    this.draft = {...this.draft, terms: this.draft.terms.filter((_, i) => i !== at)};
  }

  render() {
    const {draft} = this;
    return html`<form @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <h1>${draft.id ? nameOf(this.concept) : this.may ? 'New concept' : 'Propose a concept'}</h1>
      <div role="alert">${this.wrong ? html`<p class="error">${this.wrong}</p>` : nothing}</div>
      <h2>Terms</h2>
      ${repeat(draft.terms, (_, i) => i, (term, i) => this.#row(term, i))}
      <p><button type="button" aria-keyshortcuts=${shortcut('glossary.addTerm')} @click=${() => this.addTerm()}>Add a term ${keyOf('glossary.addTerm')}</button></p>
      ${this.#field('definition', 'Definition', true)}
      <div class="fields">${this.#field('subjectField', 'Subject field')}${this.#field('source', 'Source')}</div>
      ${this.#field('note', 'Note', true)}
      <div class="field"><label for="concept-why">Why${this.may ? ' (for the history)' : ''}</label><input id="concept-why" autocomplete="off" maxlength="2000" .value=${/** @type {any} */ (draft).why ?? ''}
        @input=${(/** @type {InputEvent} */ event) => { this.draft = /** @type {any} */ ({...this.draft, why: /** @type {HTMLInputElement} */ (event.target).value}); }}></div>
      <datalist id="subjects">${this.subjects.map(one => html`<option value=${one}></option>`)}</datalist>
      <div class="foot"><button type="button" class="primary" ?disabled=${this.busy} aria-keyshortcuts=${shortcut('form.save')} @click=${() => this.save()}>${this.may ? 'Save' : 'Propose'} ${keyOf('form.save')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('leave'))}>Leave ${keyOf('glossary.leave')}</button></div>
    </form>`;
  }

  /** @param {Term} term @param {number} i */
  #row(term, i) {
    const tags = [...new Set([...languages().map(one => one.tag), term.language])];
    const set = (/** @type {keyof Term} */ name) => (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.target);
      this.#term(i, {[name]: input.type === 'checkbox' ? input.checked : input.value});
    };
    const called = `term ${i + 1}`;
    const twin = this.twins.get(`${term.language} ${term.text.trim().normalize('NFC')}`);
    return html`<div class="term" role="group" aria-label=${term.text || called}>
      <select aria-label="Language of ${called}" @change=${set('language')}>${tags.map(tag => html`<option value=${tag} .selected=${tag === term.language}>${languageName(tag)}</option>`)}</select>
      <input class="word" aria-label="Text of ${called}" lang=${term.language} dir=${direction(term.language)} maxlength="1000" spellcheck="false" autocomplete="off" .value=${term.text} @input=${set('text')}>
      <select aria-label="Rule of ${called}" @change=${set('status')}>${statuses.map(one => html`<option value=${one} .selected=${one === term.status}>${one}</option>`)}</select>
      <select aria-label="Type of ${called}" @change=${set('type')}>${Object.entries(types).map(([one, label]) => html`<option value=${one} .selected=${one === term.type}>${label}</option>`)}</select>
      <button type="button" class="plain" aria-label="Take away ${term.text || called}" @click=${() => this.#drop(i)}>×</button>
      <div class="more">
        <label title="Written with these capitals only: US is not us"><input type="checkbox" .checked=${term.caseSensitive} @change=${set('caseSensitive')}>capitals matter</label>
        <label title="No inflected form stands for it"><input type="checkbox" .checked=${term.exact} @change=${set('exact')}>this form only</label>
        <label title="Stands in every other language as it is here"><input type="checkbox" .checked=${term.untranslated} @change=${set('untranslated')}>left as it is</label>
        <input aria-label="Note on ${called}" placeholder="Note" maxlength="2000" .value=${term.note} @input=${set('note')}>
      </div>
      ${twin ? html`<p class="notice twin">“${term.text.trim()}” is already a term of <a href="/glossary?concept=${twin.id}" target="_blank">${nameOf(twin)}</a>.</p>` : nothing}</div>`;
  }

  /** @param {'definition'|'subjectField'|'note'|'source'} name @param {string} label @param {boolean} [long] */
  #field(name, label, long = false) {
    const set = (/** @type {Event} */ event) => { this.draft = {...this.draft, [name]: /** @type {HTMLInputElement} */ (event.target).value}; };
    return html`<div class="field"><label for="concept-${name}">${label}</label>${long
      ? html`<textarea id="concept-${name}" rows="2" .value=${this.draft[name]} @input=${set}></textarea>`
      : html`<input id="concept-${name}" list=${name === 'subjectField' ? 'subjects' : nothing} autocomplete="off" .value=${this.draft[name]} @input=${set}>`}</div>`;
  }
}
customElements.define('concept-form', ConceptForm);
export {ConceptForm};
