// @ts-check
import {css, html, nothing} from 'lit';
import {get, listen} from '../api.js';
import {Component} from '../shared/component.js';
import {go} from '../shared/go.js';
import {screenHeader} from '../shared/header.js';
import {bind, keyOf} from '../shared/keys.js';
import {direction, languageName, nativeName} from '../shared/languages.js';
import {complain} from '../shared/told.js';
import {bars, columns} from './charts.js';

/** @typedef {import('../shared/types.js').Memory} Memory */
/** @typedef {import('../shared/types.js').Unit} Unit */
/**
 * @typedef {object} Figures
 * @property {number} units
 * @property {number} deleted
 * @property {{month: string, imported: number, confirmed: number}[]} months
 * @property {{language: string, texts: number}[]} languages
 * @property {{slug: string, units: number}[]} sources
 * @property {number} otherSources
 * @property {{confirmed: number, kinds: {kind: string, translations: number}[], months: {month: string, translations: number}[], most: {unit: Unit, translations: number}[]}} reuse
 */

const MOST_MONTHS = 36;
const monthName = new Intl.DateTimeFormat('en-GB', {month: 'short', year: '2-digit', timeZone: 'UTC'});

/** A memory in numbers: what it holds, and how often it was of use. */
class FiguresScreen extends Component {
  static properties = {session: {attribute: false}, memoryId: {attribute: false}, memory: {state: true}, figures: {state: true}, wrong: {state: true}};

  static look = css`
    figures-screen main { padding: 20px 24px 40px; } figures-screen .sums { display: flex; flex-wrap: wrap; gap: 12px 40px; margin: 12px 0 20px; color: var(--quiet); }
    figures-screen .sums b { display: block; font-size: 26px; line-height: 1.2; color: var(--ink); font-variant-numeric: tabular-nums; }
    figures-screen .pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(520px, 100%), 1fr)); gap: 20px; align-items: start; }
    figures-screen figure { margin: 0; padding: 14px 18px; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; min-width: 0; }
    figures-screen figcaption { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; margin-bottom: 12px; } figures-screen .legend { display: flex; gap: 14px; font-size: var(--small); color: var(--quiet); }
    figures-screen .plot { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 8px; } figures-screen .scale { display: flex; flex-direction: column; justify-content: space-between; height: 158px; margin-top: -6px; font-size: 11px; color: var(--quiet); text-align: end; }
    figures-screen svg { display: block; } figures-screen .legend svg { display: inline-block; vertical-align: -1px; } figures-screen svg text { font: 11px var(--text); fill: var(--quiet); }
    figures-screen .grid { stroke: var(--line); } figures-screen .series-0 { fill: var(--accent); } figures-screen .series-1 { fill: url(#hatched); } figures-screen .ground { fill: var(--ok-soft); } figures-screen .stripe { fill: var(--ok); }
    figures-screen .bars { display: grid; grid-template-columns: minmax(90px, max-content) minmax(0, 1fr) auto; gap: 6px 12px; align-items: center; } figures-screen .bars .name { max-width: 220px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    figures-screen .bars svg:dir(rtl) { transform: scaleX(-1); } figures-screen td.number, figures-screen th.number { text-align: end; width: 110px; } figures-screen tbody th { color: inherit; font-size: inherit; border-top: 1px solid var(--line); }
    figures-screen details { margin-top: 12px; } figures-screen summary { color: var(--quiet); font-size: var(--small); cursor: pointer; width: max-content; } figures-screen details table { margin-top: 6px; }
    figures-screen .most { grid-column: 1 / -1; } figures-screen .most td { overflow-wrap: anywhere; unicode-bidi: plaintext; } figures-screen figure > p { margin: 10px 0 0; }
    @media (forced-colors: active) { figures-screen .series-0, figures-screen .stripe { fill: CanvasText; } figures-screen .ground { fill: Canvas; } }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.memoryId = 0;
    /** @type {Memory|undefined} */
    this.memory = undefined;
    /** @type {Figures|undefined} */
    this.figures = undefined;
    this.wrong = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({'care.back': () => go(`/memory?memory=${this.memoryId}`)});
    this.deaf = listen('/api/events', {memory: ({memory}) => { if (memory === this.memoryId) this.#soon(); }}, () => this.#soon());
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
    clearTimeout(this.timer);
  }

  /** Many changes one behind the other are one. */
  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#load(), 1500);
  }

  async #load() {
    try {
      const [memories, figures] = await Promise.all([get('/api/memories?limit=500'), get(`/api/memories/${this.memoryId}/figures`)]);
      this.memory = memories.items.find((/** @type {Memory} */ one) => one.id === this.memoryId);
      this.figures = figures;
      this.wrong = '';
    } catch (failure) {
      this.wrong = /** @type {Error} */ (failure).message;
      complain(failure);
    }
  }

  render() {
    const {figures, memory} = this;
    return html`${screenHeader(this.session, 'memory', html`<a class="button" href="/memory?memory=${this.memoryId}">Back to the memory ${keyOf('care.back')}</a>`)}
      <main tabindex="-1"><h1>${memory ? html`Figures of <bdi>${memory.name}</bdi>` : 'Figures'}</h1>
        ${this.wrong ? html`<p class="error" role="alert">${this.wrong} <button @click=${() => this.#load()}>Try again</button></p>` : nothing}
        ${figures ? this.#pictures(figures) : this.wrong ? nothing : html`<p class="quiet" role="status">Counting …</p>`}</main>
      <footer><span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @param {Figures} figures */
  #pictures(figures) {
    const {reuse} = figures;
    const used = reuse.kinds.reduce((all, one) => all + one.translations, 0);
    const imported = figures.months.reduce((all, one) => all + one.imported, 0);
    return html`<div class="sums">
        <div><b>${figures.units.toLocaleString('en')}</b> ${figures.units === 1 ? 'unit' : 'units'}</div>
        <div><b>${figures.languages.length}</b> ${figures.languages.length === 1 ? 'language' : 'languages'}</div>
        <div><b>${used.toLocaleString('en')}</b> of ${reuse.confirmed.toLocaleString('en')} confirmed sentences were made from it${reuse.confirmed ? ` (${Math.round((100 * used) / reuse.confirmed)} %)` : ''}</div>
        ${figures.deleted ? html`<div><b>${figures.deleted.toLocaleString('en')}</b> deleted, in no picture</div>` : nothing}</div>
      <div class="pictures">
        ${columns({title: 'Units over time', first: 'Month', series: ['imported', 'confirmed'], rows: byTime(figures.months, one => [one.imported, one.confirmed]), note: 'By the day on which a unit came into this memory.'})}
        ${bars({title: 'Texts by language', first: 'Language', series: ['texts'], rows: figures.languages.map(one => ({name: html`<bdi lang=${one.language} dir=${direction(one.language)}>${nativeName(one.language)}</bdi>`, said: languageName(one.language), values: [one.texts]}))})}
        ${bars({title: 'Units by dispatch', first: 'Dispatch', series: ['units'], rows: [
          ...figures.sources.map(one => ({name: html`<bdi title=${one.slug}>${one.slug || 'not known'}</bdi>`, said: one.slug || 'an unknown dispatch', values: [one.units]})),
          ...(figures.otherSources ? [{name: 'other dispatches', said: 'other dispatches', values: [figures.otherSources]}] : []),
          ...(imported ? [{name: 'imported', said: 'imported files', values: [imported]}] : [])], note: 'By the dispatch in which a unit was first confirmed.'})}
        ${bars({title: 'Reuse by kind of match', first: 'Match', series: ['sentences'], rows: reuse.kinds.map(one => ({name: one.kind, said: `${one.kind} matches`, values: [one.translations]})), note: 'Confirmed sentences that a match from this memory was taken for.'})}
        ${columns({title: 'Reuse over time', first: 'Month', series: ['sentences'], rows: byTime(reuse.months, one => [one.translations]), note: 'By the day of the sentence’s latest change.'})}
        ${reuse.most.length ? html`<figure class="most" aria-labelledby="most-used"><figcaption id="most-used"><h2>Used most often</h2></figcaption>
          <table><thead><tr><th scope="col">Unit</th><th scope="col">Text</th><th scope="col" class="number">Sentences</th></tr></thead>
          <tbody>${reuse.most.map(({unit, translations}) => html`<tr><td>${unit.id}</td><td lang=${unit.variants[0]?.language} dir=${direction(unit.variants[0]?.language ?? 'en')}>${unit.variants[0]?.text.plain}${unit.deleted ? html` <span class="chip bad">deleted</span>` : nothing}</td><td class="number">${translations.toLocaleString('en')}</td></tr>`)}</tbody></table></figure>` : nothing}
      </div>`;
  }
}
customElements.define('figures-screen', FiguresScreen);

/**
 * Months one behind the other, those in which nothing came too; years where there would be too many.
 * @template {{month: string}} M
 * @param {M[]} months the first first @param {(month: M) => number[]} values
 * @returns {import('./charts.js').Row[]}
 */
export function byTime(months, values) {
  if (!months.length) return [];
  const place = (/** @type {string} */ month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;
  const first = place(months[0].month);
  const last = place(months[months.length - 1].month);
  const empty = values(months[0]).map(() => 0);
  if (last - first < MOST_MONTHS) {
    const known = new Map(months.map(one => [place(one.month), values(one)]));
    return Array.from({length: last - first + 1}, (_, i) => {
      const name = monthName.format(Date.UTC(Math.floor((first + i) / 12), (first + i) % 12));
      return {name, said: name, values: known.get(first + i) ?? empty};
    });
  }
  return Array.from({length: Math.floor(last / 12) - Math.floor(first / 12) + 1}, (_, i) => {
    const year = Math.floor(first / 12) + i;
    const all = months.filter(one => Math.floor(place(one.month) / 12) === year).map(values);
    return {name: String(year), said: String(year), values: empty.map((_zero, k) => all.reduce((total, one) => total + one[k], 0))};
  });
}
