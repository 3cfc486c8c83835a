// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from '../shared/component.js';
import {found} from '../shared/found.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName, nativeName} from '../shared/languages.js';
import {tagged} from '../shared/tagged-text.js';
import {moment} from '../shared/time.js';
import {looks, nameOf, saidOf} from './concepts.js';

/** @typedef {import('../shared/types.js').Concept} Concept */

/** A concept to read. Fires `edit`, `approve`, `decline`, `delete`. */
class ConceptView extends Component {
  static properties = {concept: {attribute: false}, search: {attribute: false}, may: {attribute: false}};

  static look = css`
    concept-view { display: block; } concept-view .head { display: flex; gap: 8px; align-items: start; } concept-view .head h1 { overflow-wrap: anywhere; }
    concept-view .head .does { display: flex; gap: 6px; margin-inline-start: auto; flex: none; }
    concept-view .facts { color: var(--quiet); margin: 2px 0 0; } concept-view h2 { font-size: 13px; margin: 20px 0 6px; color: var(--quiet); }
    concept-view td:nth-child(1) { width: 130px; color: var(--quiet); } concept-view td:nth-child(2) { font-size: var(--read); overflow-wrap: anywhere; } concept-view td:nth-child(3) { width: 110px; } concept-view td:nth-child(4) { color: var(--quiet); font-size: 13px; width: 24%; }
    concept-view td .note { display: block; } concept-view p { margin: 0; overflow-wrap: anywhere; } concept-view .prose { white-space: pre-line; }
  `;

  constructor() {
    super();
    /** @type {Concept} */
    this.concept = /** @type {any} */ (undefined);
    this.search = '';
    this.may = false;
  }

  /** @param {string} name */
  #fire(name) {
    this.dispatchEvent(new Event(name));
  }

  render() {
    const {concept} = this;
    const proposed = concept.state === 'proposed' || concept.terms.some(term => term.state === 'proposed');
    return html`
      <div class="head"><h1>${nameOf(concept)}</h1><span class="does">
        ${proposed && this.may ? html`<button class="primary" aria-keyshortcuts=${shortcut('glossary.approve')} @click=${() => this.#fire('approve')}>Approve ${keyOf('glossary.approve')}</button>
          <button aria-keyshortcuts=${shortcut('glossary.decline')} @click=${() => this.#fire('decline')}>Decline ${keyOf('glossary.decline')}</button>` : nothing}
        ${this.may ? html`<button aria-keyshortcuts=${shortcut('list.edit')} @click=${() => this.#fire('edit')}>Edit ${keyOf('list.edit')}</button>
          <button aria-keyshortcuts=${shortcut('list.delete')} @click=${() => this.#fire('delete')}>Delete ${keyOf('list.delete')}</button>` : nothing}</span></div>
      <p class="facts">${[concept.subjectField, concept.changedBy && `${concept.changedBy}, ${moment(concept.changedAt)}`].filter(Boolean).join(' · ')}
        <span class="chip ${concept.state === 'approved' ? 'ok' : 'warn'}">${concept.state === 'approved' ? '✓ approved' : 'proposed'}</span></p>
      ${concept.definition ? html`<h2>Definition</h2><p class="prose">${concept.definition}</p>` : nothing}
      <h2>Terms</h2>
      <table><thead><tr><th scope="col">Language<th scope="col">Term<th scope="col">Rule<th scope="col"><span class="hidden-visually">More</span></tr></thead>
        <tbody>${concept.terms.map(term => html`<tr>
          <td title=${languageName(term.language)}><bdi lang=${term.language}>${nativeName(term.language)}</bdi></td>
          <td lang=${term.language} dir=${direction(term.language)}>${tagged({plain: term.text, tags: []}, found(term.text, this.search))}</td>
          <td><span class=${looks[term.status] ?? ''}>${term.status}</span></td>
          <td>${saidOf({...term, status: /** @type {any} */ (''), state: 'approved', note: ''})}${term.state === 'proposed' && concept.state === 'approved' ? html` <span class="chip warn">proposed</span>` : nothing}
            ${term.note ? html`<span class="note">${term.note}</span>` : nothing}</td></tr>`)}</tbody></table>
      ${concept.note ? html`<h2>Note</h2><p class="prose">${concept.note}</p>` : nothing}
      ${concept.source ? html`<h2>Source</h2><p>${/^https?:\/\/\S+$/.test(concept.source) ? html`<a href=${concept.source} target="_blank" rel="noopener noreferrer">${concept.source}</a>` : concept.source}</p>` : nothing}
      ${concept.key ? html`<h2>Identifier</h2><p class="quiet">${concept.key}</p>` : nothing}`;
  }
}
customElements.define('concept-view', ConceptView);

