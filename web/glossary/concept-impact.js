// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get, post, query} from '../api.js';
import {Component} from '../shared/component.js';
import {differences} from '../shared/differences.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName} from '../shared/languages.js';
import {below, Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atWork, count, settled} from './impact.js';

/** @typedef {import('../shared/types.js').TermImpact} TermImpact */
/** @typedef {import('../shared/types.js').ImpactPlace} ImpactPlace */

const sections = /** @type {const} */ ([
  ['mended', 'mended in the right form', 'ok'],
  ['look', 'want a look', 'warn'],
  ['clash', 'would break another term', 'bad'],
  ['right', 'become right by it', ''],
]);

/**
 * What a change of a concept does, before it is kept. Fires `applied` with the impact when it is kept, `failed` with what
 * went wrong, and `leave`.
 */
class ConceptImpact extends Component {
  static properties = {impact: {attribute: false}, why: {attribute: false}, now: {state: true}, changed: {state: true}, verdict: {state: true}, busy: {state: true}};

  static look = css`
    concept-impact { display: flex; flex-direction: column; min-height: 0; border-inline-start: 1px solid var(--line); background: var(--sheet); padding: 16px 20px 0; }
    concept-impact h1:focus { outline: none; } concept-impact .figures { display: flex; flex-wrap: wrap; gap: 6px 8px; margin: 14px 0 10px; }
    concept-impact .figures button { display: block; text-align: start; padding: 6px 12px; } concept-impact .figures b { display: block; font-size: 22px; line-height: 1.2; font-variant-numeric: tabular-nums; }
    concept-impact .figures .ok b { color: var(--ok); } concept-impact .figures .warn b { color: var(--warn); } concept-impact .figures .bad b { color: var(--bad); } concept-impact .figures span { color: var(--quiet); font-size: 13px; }
    concept-impact .places { overflow: auto; flex: 1; min-height: 0; margin: 0 -20px; padding: 0 20px; } concept-impact .places li { display: grid; grid-template-columns: 24px minmax(0, 1fr); gap: 2px 4px; padding: 9px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
    concept-impact ul { list-style: none; margin: 0; padding: 0; } concept-impact .places input { margin-top: 5px; } concept-impact .said { font-size: var(--read); line-height: 1.45; } concept-impact .source, concept-impact small { color: var(--quiet); font-size: 13px; } concept-impact .source { display: block; }
    concept-impact .foot { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; padding: 12px 0 14px; border-top: 1px solid var(--line); }
  `;

  constructor() {
    super();
    /** @type {TermImpact} */
    this.impact = /** @type {any} */ (undefined);
    this.why = '';
    /** @type {TermImpact} how it is by now */
    this.now = /** @type {any} */ (undefined);
    /** @type {Set<number>} places that are chosen otherwise than they were */
    this.changed = new Set();
    this.verdict = '';
    this.busy = false;
    this.asking = new AbortController();
    /** @type {Paged<ImpactPlace>} */
    this.list = new Paged(this, (offset, signal) => get(`/api/glossary/impacts/${this.impact.id}/places${query({verdict: this.verdict, offset, limit: 100})}`, signal));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.asking.abort();
  }

  /** @param {Map<string, unknown>} changes */
  willUpdate(changes) {
    if (!changes.has('impact')) return;
    this.now = this.impact;
    this.changed = new Set();
    this.verdict = '';
    this.#follow();
  }

  firstUpdated() {
    this.querySelector('h1')?.focus();
  }

  async #follow() {
    try {
      this.now = await settled(this.impact, now => { this.now = now; }, this.asking.signal);
      await this.list.restart();
    } catch (failure) {
      if (!this.asking.signal.aborted) this.#fire('failed', failure);
    }
  }

  /** @param {string} name @param {unknown} [detail] */
  #fire(name, detail) {
    this.dispatchEvent(new CustomEvent(name, {detail}));
  }

  /** @param {ImpactPlace} place @returns {boolean} */
  #chosen(place) {
    return (place.verdict === 'mended') !== this.changed.has(place.number);
  }

  /** @param {ImpactPlace} place */
  #toggle(place) {
    const changed = new Set(this.changed);
    if (!changed.delete(place.number)) changed.add(place.number);
    this.changed = changed;
    this.also = new Map([...(this.also ?? []), [place.number, place.verdict]]);
  }

  /** @returns {number} how many translations are mended if it is kept now */
  get chosen() {
    const verdicts = [...this.changed].map(number => this.also?.get(number));
    return count(this.now, 'mended') + verdicts.filter(one => one !== 'mended').length - verdicts.filter(one => one === 'mended').length;
  }

  /** Keeps the concept. @param {boolean} mends whether what is chosen is mended with it */
  async apply(mends) {
    if (this.busy || this.now.state !== 'ready') return;
    this.busy = true;
    const numbers = [...this.changed];
    const were = (/** @type {number} */ number) => this.also?.get(number) === 'mended';
    try {
      const begun = await post(`/api/glossary/impacts/${this.impact.id}/apply`, mends
        ? {all: true, also: numbers.filter(one => !were(one)), without: numbers.filter(were), why: this.why}
        : {all: false, why: this.why});
      this.now = begun;
      this.#fire('applied', await settled(begun, now => { this.now = now; }, this.asking.signal));
    } catch (failure) {
      if (!this.asking.signal.aborted) this.#fire('failed', failure);
    }
    this.busy = false;
  }

  render() {
    const {now} = this;
    const ready = now.state === 'ready';
    return html`<h1 tabindex="-1">What this change does</h1>
      <p class="quiet" role="status">${this.#state()}</p>
      <div class="figures" role="group" aria-label="Show only">${sections.filter(([verdict], i) => i < 3 || count(now, verdict)).map(([verdict, label, look]) => html`
        <button class=${count(now, verdict) ? look : ''} aria-pressed=${this.verdict === verdict ? 'true' : 'false'} ?disabled=${!count(now, verdict)}
          @click=${() => { this.verdict = this.verdict === verdict ? '' : verdict; this.list.restart(); }}><b>${count(now, verdict).toLocaleString('en')}</b><span>${label}</span></button>`)}</div>
      <div class="places" tabindex="0" role="region" aria-label="Translations that it touches"><ul>${repeat(this.list.items, one => one.number, one => this.#place(one))}</ul>${below(this.list)}</div>
      <div class="foot">
        <button class="primary" ?disabled=${!ready || this.busy} aria-keyshortcuts=${shortcut('glossary.mend')} @click=${() => this.apply(true)}>${this.chosen ? `Save and mend ${this.chosen.toLocaleString('en')}` : 'Save'} ${keyOf('glossary.mend')}</button>
        ${this.chosen ? html`<button ?disabled=${!ready || this.busy} aria-keyshortcuts=${shortcut('glossary.saveOnly')} @click=${() => this.apply(false)}>Save only ${keyOf('glossary.saveOnly')}</button>` : nothing}
        <button ?disabled=${this.busy} @click=${() => this.#fire('leave')}>Back ${keyOf('glossary.leave')}</button>
        <span class="grow"></span><span class="quiet small">one step, can be undone for 30 days</span></div>`;
  }

  #state() {
    const {now} = this;
    if (now.state === 'looking') return `${counted(now.looked, 'text')} read so far …`;
    if (atWork(now)) return `mending: ${now.done.toLocaleString('en')} of ${this.chosen.toLocaleString('en')} …`;
    if (now.state === 'failed') return now.problem;
    const {units, memories, dispatches} = now.homes;
    const where = [units ? `${counted(units, 'unit')} in ${counted(memories, 'memory', 'memories')}` : '', dispatches ? counted(dispatches, 'open dispatch', 'open dispatches') : ''].filter(Boolean);
    return `${where.join(' and ') || 'Nothing that is translated'} ${units + dispatches === 1 ? 'is' : 'are'} touched.${now.more ? ' There is more than is listed; the rest stays as it is.' : ''}`;
  }

  /** @param {ImpactPlace} place */
  #place(place) {
    const {language} = place;
    const pieces = place.mended === null ? [] : differences(place.target, place.mended, language);
    const shown = place.mended === null ? place.target : pieces.map(one => (one.kind === 'removed' ? html`<del>${one.text}</del>` : one.kind === 'added' ? html`<ins>${one.text}</ins>` : one.text));
    return html`<li>
      ${place.mended === null ? html`<span></span>` : html`<input type="checkbox" aria-label="Mend: ${place.target}" ?disabled=${this.busy} .checked=${this.#chosen(place)} @change=${() => this.#toggle(place)}>`}
      <div><span class="said" lang=${language} dir=${direction(language)}>${shown}</span>
        <span class="source" lang=${place.sourceLanguage} dir=${direction(place.sourceLanguage)}>${place.source}</span>
        <small>${place.kind === 'segment' ? html`<a href="/dispatches/${place.home}/${language}" target="_blank">${place.homeName}</a>` : place.homeName} · ${languageName(language)}
          ${place.verdict === 'right' ? html`<span class="chip ok">right by it</span>` : place.reason ? html`<span class="chip ${place.verdict === 'clash' ? 'bad' : 'warn'}">${place.reason}</span>` : nothing}</small></div></li>`;
  }
}
customElements.define('concept-impact', ConceptImpact);
export {ConceptImpact};
