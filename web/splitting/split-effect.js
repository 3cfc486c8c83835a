// @ts-check
import {css, html, nothing} from 'lit';
import {get, post, query} from '../api.js';
import {Component} from '../shared/component.js';
import {keep, kept} from '../shared/kept.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName} from '../shared/languages.js';
import {counted} from '../shared/report.js';
import {because, deskName, rows} from './rules.js';

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {import('./rules.js').Cut} Cut */
/** @typedef {import('./rules.js').Place} Place */

const LONGEST = 100000;
const AROUND = 28;

/**
 * A text at hand, split as the rules stand and as they would with a change; on each place that could end a sentence, what
 * decides. Fires `judged` with what the server says of the change, empty when nothing is wrong with it.
 */
class SplitEffect extends Component {
  static properties = {
    language: {attribute: false}, rules: {attribute: false}, names: {attribute: false}, turned: {attribute: false}, revision: {attribute: false},
    text: {state: true}, cuts: {state: true}, dispatches: {state: true}, wrong: {state: true}, all: {state: true}, busy: {state: true},
  };

  static look = css`
    split-effect { display: grid; grid-template-rows: auto auto minmax(0, 1fr); min-height: 0; min-width: 0; border-inline-start: 1px solid var(--line); }
    split-effect .from { display: flex; gap: 8px; align-items: center; padding: 12px 16px 8px; } split-effect .from select { flex: 1; }
    split-effect textarea { display: block; margin: 0 16px 10px; height: 104px; min-height: 60px; } split-effect .out { overflow: auto; padding: 0 16px 16px; border-top: 1px solid var(--line); min-height: 0; }
    split-effect .both { table-layout: fixed; } split-effect .both th { position: sticky; top: 0; background: var(--paper); z-index: 1; width: 50%; } split-effect .both td { overflow-wrap: anywhere; font-size: var(--read); width: 50%; }
    split-effect .both tr.first td { border-top-color: var(--edge); } split-effect .both tr.other td { background: var(--warn-soft); } split-effect .both tr.other td:first-child { box-shadow: inset 3px 0 var(--warn); }
    split-effect .one { display: block; } split-effect .one + .one { border-top: 1px dashed var(--edge); margin-top: 4px; padding-top: 4px; }
    split-effect .place { font-size: 11px; vertical-align: 2px; margin-inline: 1px; color: var(--quiet); cursor: help; } split-effect .place.own { color: var(--accent); font-weight: 600; } split-effect .place.other { color: var(--warn); font-weight: 600; }
    split-effect .why { margin-top: 20px; display: flex; align-items: center; gap: 12px; } split-effect .why h2 { font-size: 13px; color: var(--quiet); } split-effect .places td { font-size: 13px; overflow-wrap: anywhere; } split-effect .places td:first-child { width: 34%; }
    split-effect .places .own { color: var(--accent); } split-effect .places b { color: var(--warn); }
  `;

  constructor() {
    super();
    this.language = 'en';
    /** @type {Rule[]} the change: drafts, or a rule as it would be; nothing where there is none */
    this.rules = [];
    /** @type {[string, string]} what the two sides are */
    this.names = ['Now', 'With this change'];
    /** whether what the server calls before stands on the right */
    this.turned = false;
    this.revision = 0;
    this.text = '';
    /** @type {Cut[]|undefined} */
    this.cuts = undefined;
    /** @type {import('../shared/types.js').Dispatch[]} */
    this.dispatches = [];
    this.wrong = '';
    this.all = false;
    this.busy = false;
    /** @type {AbortController|undefined} */
    this.asking = undefined;
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking?.abort();
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (changed.has('language')) {
      this.text = kept(`splitting.${this.language}`, '');
      this.cuts = undefined;
      this.#list();
    }
    if (['language', 'rules', 'revision', 'text'].some(name => changed.has(name))) this.#ask();
  }

  /** Goes to the text. */
  goToText() {
    this.querySelector('textarea')?.focus();
  }

  async #list() {
    const {language} = this;
    const page = await get(`/api/dispatches${query({language, limit: 50})}`);
    if (language === this.language) this.dispatches = page.items.filter((/** @type {import('../shared/types.js').Dispatch} */ one) => one.source.split('-')[0] === language.split('-')[0] && one.targets.length);
  }

  async #ask() {
    this.asking?.abort();
    const asking = (this.asking = new AbortController());
    this.busy = true;
    // What is typed is asked for when the hand rests, never each letter.
    await new Promise(done => setTimeout(done, this.cuts ? 220 : 0));
    if (asking.signal.aborted) return;
    const {language, text, rules} = this;
    let wrong = '';
    try {
      const {paragraphs} = await post('/api/splitting/preview', {language, text: text.slice(0, LONGEST), rules}, {signal: asking.signal});
      if (asking.signal.aborted) return;
      this.cuts = paragraphs;
    } catch (failure) {
      if (asking.signal.aborted) return;
      wrong = /** @type {Error} */ (failure).message;
    }
    this.busy = false;
    this.wrong = wrong;
    this.dispatchEvent(new CustomEvent('judged', {detail: rules.length ? wrong : ''}));
  }

  /** @param {string} text */
  #write(text) {
    this.text = text;
    keep(`splitting.${this.language}`, text);
  }

  /** @param {number} id */
  async #take(id) {
    const dispatch = this.dispatches.find(one => one.id === id);
    if (!dispatch) return;
    /** @type {string[][]} */
    const paragraphs = [];
    for (let offset = 0, total = 1, length = 0; offset < total && length < LONGEST; offset += 500) {
      const page = await get(`/api/dispatches/${id}/segments${query({language: dispatch.targets[0].language, offset, limit: 500})}`);
      total = page.total;
      for (const row of page.items) {
        (paragraphs[row.paragraph] ??= []).push(row.source.plain);
        length += row.source.plain.length;
      }
    }
    this.#write(paragraphs.filter(Boolean).map(sentences => sentences.join(' ')).join('\n\n').slice(0, LONGEST));
  }

  render() {
    const {language, cuts, rules} = this;
    const side = {lang: language, dir: direction(language)};
    const differing = cuts?.flatMap(cut => rows(cut)).filter(row => !row.same).length ?? 0;
    const [left, right] = this.names;
    return html`<div class="from"><h2>Text at hand</h2><span class="quiet small">${languageName(language)}</span>
        <select aria-label="Take the text of a dispatch" @change=${(/** @type {Event} */ event) => {
          const select = /** @type {HTMLSelectElement} */ (event.target);
          this.#take(Number(select.value));
          select.value = '';
        }}><option value="">${this.dispatches.length ? 'take a dispatch’s text …' : 'no dispatch in this language'}</option>
          ${this.dispatches.map(one => html`<option value=${one.id}>${one.title || one.slug}</option>`)}</select>${keyOf('splitting.text')}</div>
      <textarea aria-label="Text at hand" aria-keyshortcuts=${shortcut('splitting.text')} lang=${side.lang} dir=${side.dir} maxlength=${LONGEST} spellcheck="false" placeholder="Paste a text, or take a dispatch’s."
        .value=${this.text} @input=${(/** @type {Event} */ event) => this.#write(/** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea>
      <div class="out" tabindex="0" role="region" aria-label="Sentences before and after" aria-busy=${this.busy ? 'true' : 'false'}>
        ${this.wrong && !rules.length ? html`<p class="error" role="alert">${this.wrong}</p>` : nothing}
        ${cuts?.length ? html`
          <table class="both"><thead><tr>${rules.length ? html`<th scope="col">${left}</th><th scope="col">${right} · <span role="status" class=${this.wrong || differing ? 'warn' : ''}>${this.wrong ? 'it cannot be tried yet' : differing ? `${counted(differing, 'place')} ${differing === 1 ? 'differs' : 'differ'}` : 'no difference in this text'}</span></th>` : html`<th scope="col" colspan="2">${left}</th>`}</tr></thead>
            <tbody>${cuts.map(cut => rows(cut).map((row, i) => html`<tr class="${i ? '' : 'first'} ${row.same ? '' : 'other'}">
              ${this.#sides(cut, row).map(sentences => html`<td lang=${side.lang} dir=${side.dir} colspan=${rules.length ? nothing : 2}>${sentences}</td>`)}</tr>`))}</tbody></table>
          ${this.#why(cuts, side)}` : this.text.trim() ? nothing : html`<p class="empty">Nothing to split yet. Paste a text above, or take a dispatch’s: its sentences appear here as the rules cut them.</p>`}
      </div>`;
  }

  /** @param {Place} place @returns {[import('./rules.js').Cause|null, import('./rules.js').Cause|null]} what stands left and right */
  #turn(place) {
    return this.turned ? [place.after, place.before] : [place.before, place.after];
  }

  /** @param {Cut} cut @param {{before: import('./rules.js').Sentence[], after: import('./rules.js').Sentence[]}} row */
  #sides(cut, row) {
    const both = this.turned ? [row.after, row.before] : [row.before, row.after];
    return (this.rules.length ? both : both.slice(0, 1)).map((sentences, side) => sentences.map(one => html`<span class="one">${this.#sentence(cut, one, side)}</span>`));
  }

  /** A sentence with a small mark on each place that could have ended it. @param {Cut} cut @param {import('./rules.js').Sentence} one @param {number} side */
  #sentence(cut, one, side) {
    const parts = [];
    let at = one.start;
    for (const place of cut.places.filter(p => p.at > one.start && p.at <= one.end)) {
      const cause = this.#turn(place)[side];
      if (!cause) continue;
      const other = place.before?.breaks !== place.after?.breaks;
      parts.push(cut.text.slice(at, place.at), html`<span class="place ${other ? 'other' : cause.rule ? 'own' : ''}" title=${because(cause)}>${cause.breaks ? '¶' : '⁀'}</span>`);
      at = place.at;
    }
    return [...parts, cut.text.slice(at, one.end)];
  }

  /** Every place in words, for who cannot hover. @param {Cut[]} cuts @param {{lang: string, dir: string}} side */
  #why(cuts, side) {
    const places = cuts.flatMap(cut => cut.places.map(place => ({cut, place, other: place.before?.breaks !== place.after?.breaks})));
    const changed = places.filter(one => one.other);
    const shown = (this.all || !this.rules.length ? places : changed).slice(0, 500);
    return html`<div class="why"><h2>${this.rules.length ? 'What decides' : 'What decides each place'}</h2>
        ${this.rules.length ? html`<button aria-pressed=${this.all ? 'true' : 'false'} @click=${() => { this.all = !this.all; }}>every place</button>` : nothing}</div>
      <table class="places"><tbody>${shown.map(({cut, place, other}) => {
        const [left, right] = this.#turn(place);
        return html`<tr><td lang=${side.lang} dir=${side.dir}>…${cut.text.slice(Math.max(0, place.at - AROUND), place.at)}<b>│</b>${cut.text.slice(place.at, place.at + AROUND)}…</td>
          <td class=${left?.rule ? 'own' : ''} title=${left?.described ?? ''}>${decided(left)}</td>
          ${this.rules.length ? html`<td class=${right?.rule ? 'own' : ''} title=${right?.described ?? ''}>${other ? html`<b>${decided(right)}</b>` : decided(right)}</td>` : nothing}</tr>`;
      })}</tbody></table>
      ${this.rules.length && !shown.length && !this.wrong ? html`<p class="quiet">The change decides no place of this text otherwise.</p>` : nothing}`;
  }
}

/** What decided, the desk's own rule as a link to it. @param {import('./rules.js').Cause|null} cause */
function decided(cause) {
  const said = because(cause);
  const name = cause?.rule?.id ? deskName(cause.rule) : '';
  const at = name ? said.indexOf(name) : -1;
  if (!cause?.rule || at < 0) return said;
  const path = `/splitting${query({language: cause.rule.language ?? '', rule: cause.rule.id})}`;
  return html`${said.slice(0, at)}<a href=${path}>${name}</a>${said.slice(at + name.length)}`;
}
customElements.define('split-effect', SplitEffect);
export {SplitEffect};
