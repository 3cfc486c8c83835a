// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Component} from '../shared/component.js';
import {found} from '../shared/found.js';
import {keyOf} from '../shared/keys.js';
import {direction, languageName, nativeName} from '../shared/languages.js';
import {tagged} from '../shared/tagged-text.js';
import {moment} from '../shared/time.js';
import {textIn} from './save-variant.js';
import '../editor/target-editor.js';

/** @typedef {import('../shared/types.js').Unit} Unit */
/** @typedef {import('../shared/types.js').TaggedText} TaggedText */
/** @typedef {{unit: number, language: string}} Cell */

/** Units as rows, languages as columns; one cell has the keyboard, one may be written in. Fires `at` with a cell, and `edit`. */
class UnitGrid extends Component {
  static properties = {
    name: {attribute: false}, items: {attribute: false}, shown: {attribute: false}, at: {attribute: false}, editing: {attribute: false},
    search: {attribute: false}, language: {attribute: false}, may: {attribute: false},
  };

  static look = css`
    unit-grid { display: block; }
    unit-grid table { table-layout: fixed; } unit-grid thead th { position: sticky; top: 55px; background: var(--paper); z-index: 1; padding: 4px 12px 6px; }
    unit-grid th:last-child, unit-grid td.who { width: 112px; } unit-grid td.who { color: var(--quiet); font-size: var(--small); padding-top: 11px; } unit-grid td .by { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    unit-grid td { font-size: var(--read); line-height: 1.5; padding: 8px 12px; overflow-wrap: anywhere; unicode-bidi: plaintext; }
    unit-grid td[tabindex]:focus { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: var(--round); }
    unit-grid tr.chosen, unit-grid tr.chosen:hover { background: var(--accent-soft); } unit-grid td.none { color: var(--quiet); font-size: 13px; }
    unit-grid td.editing { padding: 4px; }
    unit-grid td .keys { display: flex; gap: 12px; font-size: var(--small); color: var(--quiet); padding: 4px 4px 0; }
  `;

  constructor() {
    super();
    this.name = '';
    /** @type {Unit[]} */
    this.items = [];
    /** @type {string[]} languages, in order */
    this.shown = [];
    /** @type {Cell|undefined} */
    this.at = undefined;
    /** @type {{unit: Unit, language: string}|undefined} */
    this.editing = undefined;
    this.search = '';
    this.language = '';
    this.may = false;
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    const before = /** @type {{unit: Unit, language: string}|undefined} */ (changed.get('editing'));
    if (!this.editing || !changed.has('editing') || (before?.unit.id === this.editing.unit.id && before.language === this.editing.language)) return;
    const {unit, language} = this.editing;
    const row = {id: unit.id, number: unit.id, source: {plain: '', tags: tagsOf(unit)}, target: textIn(unit, language) ?? null, locked: false};
    this.#editor?.begin(/** @type {import('../shared/types.js').Row} */ (/** @type {unknown} */ (row)), language, new Map());
    this.#editor?.focus();
  }

  /** @returns {import('../editor/target-editor.js').TargetEditor|null} */
  get #editor() {
    return this.querySelector('target-editor');
  }

  /** @returns {TaggedText|undefined} what is written now; nothing while nothing is */
  get text() {
    return this.#editor?.text;
  }

  /** @param {Cell} cell */
  async focusOn({unit, language}) {
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.querySelector(`tr[data-unit="${unit}"] td[data-language="${CSS.escape(language)}"]`))?.focus();
  }

  render() {
    const {items, shown} = this;
    const home = this.at && items.some(one => one.id === this.at?.unit) && shown.includes(this.at.language) ? this.at : {unit: items[0]?.id, language: shown[0]};
    return html`<table role="grid" aria-label="Units of ${this.name}">
      <thead><tr>${shown.map(tag => html`<th scope="col"><bdi lang=${tag}>${nativeName(tag)}</bdi></th>`)}<th scope="col">Changed</th></tr></thead>
      <tbody>${repeat(items, unit => unit.id, unit => html`<tr data-unit=${unit.id} class=${unit.id === this.at?.unit ? 'chosen' : ''}>
        ${shown.map(tag => this.#cell(unit, tag, home.unit === unit.id && home.language === tag))}
        <td class="who">${moment(unit.changedAt)}<span class="by" title=${unit.changedBy}>${unit.changedBy}</span>${this.#others(unit)}</td></tr>`)}</tbody></table>`;
  }

  /** @param {Unit} unit */
  #others(unit) {
    const others = unit.variants.map(one => one.language).filter(tag => !this.shown.includes(tag));
    return others.length ? html`<span title=${others.map(languageName).join(', ')}>+ ${others.join(' ')}</span>` : nothing;
  }

  /** @param {Unit} unit @param {string} tag @param {boolean} home whether Tab comes here */
  #cell(unit, tag, home) {
    if (this.editing?.unit.id === unit.id && this.editing.language === tag) {
      return html`<td class="editing" data-language=${tag}><target-editor></target-editor>
        <div class="keys"><span>${keyOf('form.save')} save</span><span>${keyOf('memory.leave')} leave</span></div></td>`;
    }
    const text = textIn(unit, tag);
    const here = unit.id === this.at?.unit && tag === this.at.language;
    return html`<td data-language=${tag} lang=${tag} dir=${direction(tag)} class=${text ? '' : 'none'} tabindex=${home ? 0 : -1}
      @focus=${() => this.dispatchEvent(new CustomEvent('at', {detail: {unit: unit.id, language: tag}}))} @dblclick=${() => this.dispatchEvent(new Event('edit'))}>${text
      ? tagged(text, !this.language || this.language === tag ? found(text.plain, this.search) : [])
      : here && this.may ? html`${keyOf('list.open')} write one` : nothing}</td>`;
  }
}
customElements.define('unit-grid', UnitGrid);
export {UnitGrid};

/** @param {Unit} unit every tag that one of its texts has, once */
const tagsOf = unit => unit.variants.flatMap(one => one.text.tags).filter((tag, i, all) => all.findIndex(one => one.id === tag.id && one.kind === tag.kind) === i);
