// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from '../shared/component.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName} from '../shared/languages.js';
import {kinds, meant, nameOf, ruleLanguages} from './rules.js';

/** @typedef {import('./rules.js').Rule} Rule */

/** A rule to write. Holds a draft of its own until it is saved; fires `draft` whenever it changes, `save` with the rules that are meant, and `leave`. */
class RuleForm extends Component {
  static properties = {rule: {attribute: false}, wrong: {attribute: false}, busy: {type: Boolean}, draft: {state: true}, other: {state: true}, empty: {state: true}};

  static look = css`
    rule-form { display: block; } rule-form h1 { overflow-wrap: anywhere; margin-bottom: 12px; } rule-form .field :is(input, textarea, select) { width: 100%; }
    rule-form .pattern { font-family: ui-monospace, monospace; font-size: 13.5px; } rule-form textarea { field-sizing: content; min-height: 38px; }
    rule-form .kinds { border: 0; padding: 0; margin: 0 0 12px; display: grid; gap: 6px; min-width: 0; } rule-form .kinds label { display: flex; gap: 8px; align-items: baseline; }
    rule-form .kinds legend { color: var(--quiet); font-size: var(--small); padding: 0 0 4px; } rule-form small { color: var(--quiet); }
    rule-form .foot { display: flex; gap: 8px; align-items: center; position: sticky; bottom: -16px; background: var(--sheet); padding: 10px 0 16px; }
  `;

  constructor() {
    super();
    /** @type {Rule} */
    this.rule = /** @type {any} */ (undefined);
    this.wrong = '';
    this.busy = false;
    /** @type {Rule} */
    this.draft = /** @type {any} */ (undefined);
    this.empty = false;
    /** whether a language is written by its tag */
    this.other = false;
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('rule')) this.draft = {...this.rule};
  }

  firstUpdated() {
    /** @type {HTMLElement|null} */ (this.querySelector('.first'))?.focus();
  }

  /** Whether anything was written. */
  get changed() {
    return JSON.stringify(this.draft) !== JSON.stringify(this.rule);
  }

  save() {
    const rules = meant(this.draft);
    this.empty = !rules.length;
    if (this.empty) /** @type {HTMLElement|null} */ (this.querySelector('.first'))?.focus();
    else this.dispatchEvent(new CustomEvent('save', {detail: rules}));
  }

  /** @param {Partial<Rule>} change */
  #set(change) {
    this.draft = {...this.draft, ...change};
    this.empty = false;
    this.dispatchEvent(new CustomEvent('draft', {detail: this.draft}));
  }

  render() {
    const {draft} = this;
    const tags = ruleLanguages([this.other ? null : draft.language]);
    const wrong = this.empty ? (draft.kind === 'abbreviation' ? 'Write the abbreviation with its stop, as “Gen.”.' : 'Write what stands before the place, or after it.') : this.wrong;
    return html`<form @submit=${(/** @type {Event} */ event) => event.preventDefault()}>
      <h1>${draft.id ? nameOf(this.rule) : 'New rule'}</h1>
      <fieldset class="kinds"><legend>What it does</legend>
        ${/** @type {[import('./rules.js').Kind, string][]} */ ([['abbreviation', 'an abbreviation: no sentence ends behind it'], ['hold', 'an exception that holds: no sentence ends there'], ['break', 'an exception that breaks: a sentence ends there']])
          .map(([kind, said]) => html`<label><input type="radio" name="kind" aria-label=${kinds[kind]} .checked=${draft.kind === kind} @change=${() => this.#set({kind})}> ${said}</label>`)}</fieldset>
      <div class="field"><label for="rule-language">Language</label>
        <select id="rule-language" @change=${(/** @type {Event} */ event) => {
          this.other = value(event) === OTHER;
          if (!this.other) this.#set({language: value(event) || null});
        }}>
          <option value="" .selected=${!this.other && !draft.language}>every language</option>${tags.map(tag => html`<option value=${tag} .selected=${!this.other && tag === draft.language}>${languageName(tag)}</option>`)}
          <option value=${OTHER} .selected=${this.other}>another language, by its tag …</option></select>
        ${this.other ? html`<input aria-label="The language’s tag" placeholder="pl, sr-Latn" dir="ltr" autocomplete="off" spellcheck="false" maxlength="35" @change=${(/** @type {Event} */ event) => this.#other(value(event).trim())}>` : nothing}</div>
      <div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
      ${draft.kind === 'abbreviation'
        ? html`<div class="field"><label for="rule-text">${draft.id ? 'Abbreviation' : 'Abbreviations, one a line'}</label>
            <textarea id="rule-text" class="first" rows="1" lang=${draft.language ?? nothing} dir=${draft.language ? direction(draft.language) : 'auto'} spellcheck="false" autocomplete="off" maxlength=${draft.id ? 60 : 4000}
              .value=${draft.text} @input=${(/** @type {Event} */ event) => this.#set({text: value(event)})}></textarea>
            <small>As it is written in the middle of a sentence; its capital is known by itself.</small></div>`
        : html`${this.#pattern('before', 'Before the place', true)}${this.#pattern('after', 'After the place')}
            <p class="small quiet">Regular expressions as in SRX: <code>\\p{Lu}</code> a capital, <code>\\s</code> white space, <code>\\.</code> a full stop. The first rule that matches decides.</p>`}
      <div class="field"><label for="rule-comment">Comment</label><textarea id="rule-comment" rows="1" dir="auto" maxlength="2000" .value=${draft.comment} @input=${(/** @type {Event} */ event) => this.#set({comment: value(event)})}></textarea></div>
      <p><label><input type="checkbox" .checked=${draft.enabled} @change=${(/** @type {Event} */ event) => this.#set({enabled: /** @type {HTMLInputElement} */ (event.target).checked})}> in use</label></p>
      <div class="foot"><button type="button" class="primary" ?disabled=${this.busy} aria-keyshortcuts=${shortcut('form.save')} @click=${() => this.save()}>Save ${keyOf('form.save')}</button>
        <button type="button" @click=${() => this.dispatchEvent(new Event('leave'))}>Leave ${keyOf('splitting.leave')}</button></div>
    </form>`;
  }

  /** @param {string} tag */
  #other(tag) {
    try {
      [tag] = Intl.getCanonicalLocales(tag);
    } catch {
      tag = '';
    }
    if (!tag) {
      this.wrong = 'Write the language’s tag, as “pl” for Polish.';
      return;
    }
    this.other = false;
    this.wrong = '';
    this.#set({language: tag});
  }

  /** @param {'before'|'after'} name @param {string} label @param {boolean} [first] */
  #pattern(name, label, first = false) {
    return html`<div class="field"><label for="rule-${name}">${label}</label>
      <textarea id="rule-${name}" class="pattern ${first ? 'first' : ''}" rows="1" dir="ltr" spellcheck="false" autocomplete="off" maxlength="4000" .value=${this.draft[name]} @input=${(/** @type {Event} */ event) => this.#set({[name]: value(event)})}></textarea></div>`;
  }
}
customElements.define('rule-form', RuleForm);
export {RuleForm};

const OTHER = '*';

/** @param {Event} event */
const value = event => /** @type {HTMLInputElement} */ (event.target).value;
