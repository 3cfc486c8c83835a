// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Component} from '../shared/component.js';
import {direction, languageName} from '../shared/languages.js';
import {tagged} from '../shared/tagged-text.js';
import {kindName} from './kinds.js';

/** @typedef {import('../shared/types.js').Unit} Unit */
/** @typedef {import('./kinds.js').Finding} Finding */

/** Findings as rows, each chosen or not; one has the keyboard. Fires `at` with an id and `toggle` with {id, range}. */
class FindingList extends Component {
  static properties = {items: {attribute: false}, at: {attribute: false}, isChosen: {attribute: false}, may: {attribute: false}, mark: {attribute: false}};

  static look = css`
    finding-list { display: block; } finding-list table { table-layout: fixed; } finding-list thead th { position: sticky; top: 0; background: var(--paper); z-index: 1; padding: 4px 12px 6px; }
    finding-list .pick { width: 44px; text-align: center; } finding-list th.kind { width: 128px; } finding-list th.why { width: 25%; }
    finding-list td { padding: 8px 12px; overflow-wrap: anywhere; } finding-list td.text { font-size: var(--read); line-height: 1.5; unicode-bidi: plaintext; } finding-list td.why { font-size: 13px; color: var(--quiet); }
    finding-list td .tongue { display: block; font-size: var(--small); color: var(--quiet); } finding-list tr:focus { outline: 2px solid var(--accent); outline-offset: -2px; border-radius: var(--round); }
    finding-list tr[aria-selected=true], finding-list tr[aria-selected=true]:hover { background: var(--accent-soft); } finding-list tr.same-bundle td { border-top-style: dotted; }
    finding-list tr.new-bundle td { border-top-color: var(--edge); } finding-list tbody tr { cursor: default; }
  `;

  constructor() {
    super();
    /** @type {Finding[]} */
    this.items = [];
    /** @type {number|undefined} the finding that has the keyboard */
    this.at = undefined;
    /** @type {(finding: Finding) => boolean} */
    this.isChosen = () => false;
    this.may = false;
    /** changes with the choice, so that the rows are rendered anew */
    this.mark = '';
  }

  /** @param {number} id */
  async focusOn(id) {
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.querySelector(`tr[data-finding="${id}"]`))?.focus();
  }

  render() {
    const {items} = this;
    const home = items.some(one => one.id === this.at) ? this.at : items[0]?.id;
    return html`<table role="grid" aria-label="Findings" aria-multiselectable="true">
      <thead><tr>${this.may ? html`<th class="pick" scope="col"><span class="hidden-visually">Chosen</span></th>` : nothing}<th class="kind" scope="col">What</th><th scope="col">Source</th><th scope="col">Target</th><th class="why" scope="col">Why</th></tr></thead>
      <tbody>${repeat(items, one => one.id, (one, i) => this.#row(one, items[i - 1], one.id === home))}</tbody></table>`;
  }

  /** @param {Finding} finding @param {Finding|undefined} before @param {boolean} home whether Tab comes here */
  #row(finding, before, home) {
    const chosen = this.isChosen(finding);
    const bundle = !finding.bundle ? '' : before?.bundle === finding.bundle ? 'same-bundle' : 'new-bundle';
    return html`<tr data-finding=${finding.id} class=${bundle} tabindex=${home ? 0 : -1} aria-selected=${chosen ? 'true' : 'false'}
      @focus=${() => this.dispatchEvent(new CustomEvent('at', {detail: finding.id}))}
      @click=${(/** @type {MouseEvent} */ event) => { if (this.may && !getSelection()?.toString()) this.dispatchEvent(new CustomEvent('toggle', {detail: {id: finding.id, range: event.shiftKey}})); }}>
      ${this.may ? html`<td class="pick"><input type="checkbox" tabindex="-1" .checked=${chosen} aria-label="Choose unit ${finding.unit.id}" @click=${(/** @type {MouseEvent} */ event) => {
        event.preventDefault();
        event.stopPropagation();
        this.dispatchEvent(new CustomEvent('toggle', {detail: {id: finding.id, range: event.shiftKey}}));
      }}></td>` : nothing}
      <td>${kindName(finding.kind)} <span class="quiet small">${finding.unit.id}</span>${finding.wanted ? html` <span class="chip ok">the glossary wants it</span>` : nothing}</td>
      ${this.#text(finding.unit, finding.from)}${finding.to === finding.from ? html`<td class="text"></td>` : this.#text(finding.unit, finding.to)}
      <td class="why">${finding.told}</td></tr>`;
  }

  /** @param {Unit} unit @param {string|null} language */
  #text(unit, language) {
    const text = language ? unit.variants.find(one => one.language === language)?.text : undefined;
    if (!language || !text) return html`<td class="text quiet">—</td>`;
    return html`<td class="text"><span class="tongue" title=${languageName(language)} dir="ltr">${language}</span><span lang=${language} dir=${direction(language)}>${tagged(text)}</span></td>`;
  }
}
customElements.define('finding-list', FindingList);
export {FindingList};
