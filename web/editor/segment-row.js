// @ts-check
import {html, nothing} from 'lit';
import {Component} from '../shared/component.js';
import {direction} from '../shared/languages.js';
import {isEmpty, tagged} from '../shared/tagged-text.js';
import {keyOf} from '../shared/keys.js';
import {time} from '../shared/time.js';
import '../shared/cut-place.js';

/**
 * @typedef {import('../shared/types.js').Row} Row
 * @typedef {import('./outbox.js').Status} Status
 */

/** @type {Record<string, {mark: string, word: string, look: string}>} */
const states = {
  new: {mark: '○', word: 'new', look: 'quiet'},
  draft: {mark: '…', word: 'draft', look: 'quiet'},
  translated: {mark: '✓', word: 'confirmed', look: 'ok'},
  reviewed: {mark: '✓✓', word: 'reviewed', look: 'ok'},
  final: {mark: '◆', word: 'final', look: 'ok'},
  locked: {mark: '⚿', word: 'locked', look: 'quiet'},
};

const done = new Set(['translated', 'reviewed', 'final']);

/**
 * One segment: number, source, target, state. The active one holds the text editor, which its screen fills.
 * Fires `row-chosen` (detail: segment and the pointer's place).
 */
class SegmentRow extends Component {
  static properties = {
    row: {attribute: false}, language: {}, sourceLanguage: {attribute: false}, active: {type: Boolean}, terms: {attribute: false}, cut: {attribute: false},
    findings: {attribute: false}, standing: {attribute: false}, savedAt: {attribute: false}, others: {attribute: false}, opens: {type: Boolean},
  };

  constructor() {
    super();
    this.row = /** @type {Row} */ (/** @type {unknown} */ (undefined));
    this.language = '';
    this.sourceLanguage = '';
    this.active = false;
    /** @type {import('../shared/types.js').TermHelp[]} */
    this.terms = [];
    /** @type {import('../shared/types.js').Finding[]} */
    this.findings = [];
    /** @type {Status} */
    this.standing = 'saved';
    /** @type {number|undefined} */
    this.savedAt = undefined;
    /** @type {import('./sheet.js').Presence[]} */
    this.others = [];
    this.opens = false;
    /** @type {import('./cutting.js').Cut|undefined} where it is being cut */
    this.cut = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'listitem');
    this.addEventListener('click', this.choose);
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    this.classList.toggle('active', this.active);
    this.classList.toggle('opens', this.opens);
    this.classList.toggle('headline', this.row.kind === 'headline');
    if (changed.has('active')) {
      if (this.active) this.setAttribute('aria-current', 'true');
      else this.removeAttribute('aria-current');
    }
  }

  /** @param {MouseEvent} event */
  choose(event) {
    if (this.active || String(getSelection()).length) return;
    this.dispatchEvent(new CustomEvent('row-chosen', {detail: {segment: this.row.id, x: event.clientX, y: event.clientY}, bubbles: true}));
  }

  /** @returns {import('./target-editor.js').TargetEditor|null} */
  get editor() {
    return this.querySelector('target-editor');
  }

  /** What is said of saving, in words. */
  saving() {
    switch (this.standing) {
      case 'writing': return html`<span>saving…</span>`;
      case 'waiting': return html`<span class="warn">not saved yet: no connection</span>`;
      case 'failed': return html`<span class="bad">not saved</span>`;
      case 'conflict': return html`<span class="bad">not saved: another wrote here</span>`;
      default: {
        const at = this.savedAt ?? (this.row.changedAt ? Date.parse(this.row.changedAt) : undefined);
        const word = states[this.row.state]?.word;
        if (!at || this.row.state === 'new') return nothing;
        return html`<span>${word}, saved ${new Date(at).toDateString() === new Date().toDateString() ? time(at) : new Date(at).toLocaleDateString('en-GB', {day: 'numeric', month: 'short'})}</span>`;
      }
    }
  }

  state() {
    const {row, standing} = this;
    if (standing === 'conflict' || standing === 'failed') {
      return html`<span class="bad" title="Not saved">▲ <span class="word">not saved</span></span>`;
    }
    // Confirmed is what the server has confirmed.
    if (done.has(row.state) && (standing === 'writing' || standing === 'waiting')) {
      return html`<span class="quiet">… <span class="word">${standing === 'writing' ? 'saving' : 'waiting'}</span></span>`;
    }
    const state = row.locked ? states.locked : states[row.state];
    return html`<span class=${state.look}>${state.mark} <span class="word">${state.word}</span></span>`;
  }

  origin() {
    const {row} = this;
    if (row.score === null || row.score === undefined || isEmpty(row.target)) return nothing;
    return html` <span class="chip ${row.score >= 100 ? 'ok' : 'warn'}" title="Taken from the memory at ${row.score}">${row.score}</span>`;
  }

  render() {
    const {row, active} = this;
    const to = direction(this.language);
    const faded = ['new', 'draft'].includes(row.state) ? 'faded' : '';
    return html`
      <span class="n">${row.number}</span>
      <span class="source cell" lang=${this.sourceLanguage} dir=${direction(this.sourceLanguage)}>${active && this.cut?.side === 'source'
        ? html`<cut-place .text=${row.source} .language=${this.sourceLanguage} .at=${this.cut.at} label="Where the sentence is cut"></cut-place>`
        : tagged(row.source, active ? this.terms.map(term => ({start: term.start, end: term.end, look: 'term', hint: term.definition})) : [])}</span>
      ${active
        ? html`<span class="cell target">${this.cut?.side === 'target'
            ? html`<cut-place .text=${this.editor?.text ?? row.target} .language=${this.language} .at=${this.cut.at} label="Where the translation is cut" leaving="all stays with the first"></cut-place>` : nothing}
            <target-editor ?hidden=${this.cut?.side === 'target'}></target-editor>
            <span class="hints"><span class="keys"><span>${keyOf('editor.confirm')} confirm</span>
              <span>${keyOf('editor.copySource')} copy source</span>${row.source.tags.length ? html`<span>${keyOf('editor.nextTag')} next tag</span>` : nothing}</span>
              <span class="saving">${this.saving()}</span></span></span>`
        : html`<span class="cell target ${faded}"><span class="text" lang=${this.language} dir=${to}>${tagged(row.target, this.findings
            .filter(one => one.targetStart !== null && one.targetStart !== undefined)
            .map(one => ({start: Number(one.targetStart), end: Number(one.targetEnd), look: `finding is-${one.severity}`, hint: one.message})))}${this.origin()}</span></span>`}
      <span class="s">${this.state()}
        ${this.findings.length && !active ? html`<span class="chip ${this.findings.some(one => one.severity === 'error') ? 'bad' : 'warn'}"
          title=${this.findings.map(one => one.message).join('\n')}>${this.findings.length} ${this.findings.length === 1 ? 'finding' : 'findings'}</span>` : nothing}
        ${this.others.map(one => html`<span class="avatar small-avatar" title="${one.person} is here">${one.initials}</span>`)}</span>`;
  }
}
customElements.define('segment-row', SegmentRow);
export {SegmentRow};
