// @ts-check
import {css, html, nothing} from 'lit';
import {get} from '../api.js';
import {Component} from '../shared/component.js';
import {showDifferences} from '../shared/differences.js';
import {keyOf} from '../shared/keys.js';
import {direction, languageName} from '../shared/languages.js';
import {moment} from '../shared/time.js';
import {write} from './variant-text.js';

/** @typedef {import('../shared/types.js').Unit} Unit */
/** @typedef {import('../shared/types.js').UnitChange} UnitChange */

/** What was done to a unit, newest first, and the way back to any of it. Fires `take-back` with {language, text}, `delete`, `restore`. */
class UnitHistory extends Component {
  static properties = {unit: {attribute: false}, may: {attribute: false}, changes: {state: true}, wrong: {state: true}};

  static look = css`
    unit-history { display: block; border-inline-start: 1px solid var(--line); background: var(--sheet); overflow: auto; padding: 16px 18px; }
    unit-history .facts { color: var(--quiet); font-size: 13px; margin-bottom: 12px; overflow-wrap: anywhere; }
    unit-history h3 { margin: 16px 0 6px; } unit-history ol { list-style: none; margin: 0; padding: 0; }
    unit-history li { padding: 8px 0; border-top: 1px solid var(--line); font-size: 13.5px; } unit-history li p { margin: 4px 0 0; display: flex; gap: 8px; align-items: baseline; } unit-history li p > span:nth-child(2) { flex: 1; overflow-wrap: anywhere; }
    unit-history .tongue { color: var(--quiet); font-size: var(--small); min-width: 22px; }
  `;

  constructor() {
    super();
    /** @type {Unit|undefined} */
    this.unit = undefined;
    this.may = true;
    /** @type {UnitChange[]} */
    this.changes = [];
    this.wrong = '';
    /** @type {string} the unit and version whose history is shown */
    this.shown = '';
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (!changed.has('unit') || !this.unit) return;
    const key = `${this.unit.id}.${this.unit.version}`;
    if (key === this.shown) return;
    if (!this.shown.startsWith(`${this.unit.id}.`)) this.changes = [];
    this.shown = key;
    this.#load(this.unit, key);
  }

  /** @param {Unit} unit @param {string} key */
  async #load(unit, key) {
    // Whoever walks through a list quickly asks for none of what is passed by.
    await new Promise(done => setTimeout(done, 120));
    if (key !== this.shown) return;
    try {
      const page = await get(`/api/units/${unit.id}/history`);
      if (key !== this.shown) return;
      this.changes = [...(page.items ?? page)].sort((a, b) => b.version - a.version);
      this.wrong = '';
    } catch (failure) {
      if (key === this.shown) this.wrong = /** @type {Error} */ (failure).message;
    }
  }

  render() {
    const {unit} = this;
    if (!unit) return html`<p class="quiet">Choose a unit to see what was done to it.</p>`;
    return html`<h2>Unit ${unit.id}</h2>
      <p class="facts">${[unit.changedBy, moment(unit.changedAt)].filter(Boolean).join(', ')}${unit.deleted ? html` <span class="chip bad">deleted</span>` : nothing}</p>
      ${this.may
        ? unit.deleted
          ? html`<button @click=${() => this.dispatchEvent(new Event('restore'))}>Restore ${keyOf('memory.restore')}</button>`
          : html`<button @click=${() => this.dispatchEvent(new Event('delete'))}>Delete ${keyOf('list.delete')}</button>`
        : nothing}
      <h3>History</h3>
      <div role="alert">${this.wrong ? html`<p class="error">${this.wrong}</p>` : nothing}</div>
      <ol>${this.changes.map((change, i) => this.#change(change, this.changes[i + 1]))}</ol>`;
  }

  /** @param {UnitChange} change @param {UnitChange|undefined} before */
  #change(change, before) {
    const earlier = before?.variants ?? [];
    const touched = change.variants.filter(one => write(earlier.find(old => old.language === one.language)?.text) !== write(one.text));
    const gone = earlier.filter(old => !change.variants.some(one => one.language === old.language));
    const {slug, segment, why} = change.origin ?? {};
    return html`<li><b>${change.what}</b> <span class="quiet">${[change.who, moment(change.at), slug && (segment ? `${slug}, ${segment}` : slug)].filter(Boolean).join(' · ')}</span>
      ${why ? html`<p class="quiet"><span></span><span>${why}</span></p>` : nothing}
      ${touched.map(one => {
        const old = earlier.find(other => other.language === one.language);
        const now = this.unit?.variants.find(other => other.language === one.language);
        return html`<p><span class="tongue" title=${languageName(one.language)}>${one.language}</span>
          <span lang=${one.language} dir=${direction(one.language)}>${old ? showDifferences(write(old.text), write(one.text), one.language) : write(one.text)}</span>
          ${this.may && !this.unit?.deleted && write(now?.text) !== write(one.text)
            ? html`<button class="link" @click=${() => this.dispatchEvent(new CustomEvent('take-back', {detail: one}))}>take back</button>`
            : nothing}</p>`;
      })}
      ${gone.map(old => html`<p><span class="tongue">${old.language}</span><span lang=${old.language} dir=${direction(old.language)}><del>${write(old.text)}</del></span></p>`)}</li>`;
  }
}
customElements.define('unit-history', UnitHistory);
