// @ts-check
import {css, html, nothing} from 'lit';
import {get, listen, post, query} from '../api.js';
import {Address} from '../shared/address.js';
import {Component} from '../shared/component.js';
import {openDialog} from '../shared/dialog.js';
import {go} from '../shared/go.js';
import {screenHeader} from '../shared/header.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {languageName} from '../shared/languages.js';
import {below, Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {moment} from '../shared/time.js';
import {complain, tell} from '../shared/told.js';
import {atWork, done, kinds, kindsName} from './kinds.js';
import {follow, runStep, showUnit} from './step-dialog.js';
import './findings.js';
import './steps.js';

/** @typedef {import('../shared/types.js').Memory} Memory */
/** @typedef {import('./kinds.js').Finding} Finding */
/** @typedef {import('./kinds.js').Survey} Survey */
/** @typedef {import('./kinds.js').Step} Step */

const EVERY = 700;

/** What is wrong in a memory: found, chosen one by one or all, mended, merged or deleted at once, and undone. */
class CareScreen extends Component {
  static properties = {
    session: {attribute: false}, memoryId: {attribute: false}, memory: {state: true}, survey: {state: true}, steps: {state: true},
    kind: {state: true}, pair: {state: true}, search: {state: true}, at: {state: true}, all: {state: true}, named: {state: true},
  };

  static look = css`
    care-screen .body { display: grid; grid-template-columns: minmax(0, 1fr) 300px; overflow: hidden; } care-screen .found { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; height: auto; margin: 0; overflow: visible; }
    care-screen .filters { padding: 14px 20px 10px; display: grid; gap: 10px; } care-screen .line { display: flex; flex-wrap: wrap; gap: 8px 10px; align-items: center; } care-screen .rows { overflow: auto; min-height: 0; scroll-padding-top: 40px; }
    care-screen input[type=search] { flex: 1 1 130px; max-width: 380px; } care-screen select { max-width: 170px; } care-screen .kinds { display: flex; flex-wrap: wrap; gap: 6px; border: 0; padding: 0; margin: 0; min-width: 0; } care-screen .kinds button .number { color: var(--quiet); }
    care-screen progress { width: 180px; } .step-units { max-height: 50vh; overflow: auto; } .step-units th.unit { width: 90px; } .step-units th.since { width: 200px; } .step-units td { overflow-wrap: anywhere; unicode-bidi: plaintext; } .step-units p { margin: 0 0 4px; }
   
    @media (min-width: 1700px) { care-screen .body { grid-template-columns: minmax(0, 1fr) 380px; } }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.memoryId = 0;
    /** @type {Memory|undefined} */
    this.memory = undefined;
    /** @type {Survey|undefined} */
    this.survey = undefined;
    /** @type {Step[]} */
    this.steps = [];
    this.address = new Address(this, () => this.#follow());
    this.kind = this.address.get('kind');
    /** from and to, parted by a space */
    this.pair = this.address.get('pair');
    this.search = this.address.get('search');
    /** @type {number|undefined} the finding that has the keyboard */
    this.at = undefined;
    /** whether all are chosen but those named, or those alone */
    this.all = false;
    /** @type {Set<number>} */
    this.named = new Set();
    /** @type {number|undefined} where a range begins */
    this.anchor = undefined;
    this.leaving = new AbortController();
    /** @type {Paged<Finding>} */
    this.list = new Paged(this, (offset, signal) => get(`/api/memories/${this.memoryId}/care/findings${query({...this.#asked, after: offset ? this.list.items[offset - 1]?.id : '', limit: 100})}`, signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.search': () => this.#searchField()?.focus(),
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
      'care.look': () => { this.#look(); },
      'care.kind': digit => this.#filter({kind: kinds[digit - 1] && kinds[digit - 1] !== this.kind ? kinds[digit - 1] : ''}),
      'care.choose': (_digit, event) => (event.target instanceof HTMLTableRowElement && this.at !== undefined ? this.#toggle(this.at, false) : false),
      'care.all': (_digit, event) => (event.target instanceof HTMLInputElement && event.target.type === 'search' ? false : this.#chooseAll()),
      'care.mend': () => { this.#run('mend'); },
      'care.merge': () => { this.#run('merge'); },
      'list.delete': () => { this.#run('delete'); },
      'care.undo': () => { this.#undo(this.steps.find(step => step.state === 'applied')); },
      'care.back': () => (this.count ? this.#choose(false, []) : go(`/memory?memory=${this.memoryId}`)),
    });
    this.deaf = listen('/api/events', {memory: ({memory, unit}) => { if (memory === this.memoryId && !unit) this.#refresh(); }}, () => { this.#refresh(); });
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
    clearTimeout(this.timer);
    this.leaving.abort();
  }

  get #asked() {
    const [from = '', to = ''] = this.pair.split(' ');
    return {kind: this.kind, from, to, search: this.search};
  }

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'maintainer') && !!this.memory && !this.memory.readOnly;
  }

  /** How many are chosen. */
  get count() {
    return this.all ? Math.max(this.list.total - this.named.size, 0) : this.named.size;
  }

  async #load() {
    try {
      const memories = await get('/api/memories?limit=500');
      this.memory = memories.items.find((/** @type {Memory} */ one) => one.id === this.memoryId);
      if (!this.memory) return complain(`There is no memory ${this.memoryId}.`);
      await this.#refresh();
    } catch (failure) {
      complain(failure);
    }
  }

  /** Asks anew for everything; what is chosen stays chosen. */
  async #refresh() {
    await Promise.all([this.#survey(), this.#done()]);
    if (this.list.items.length <= 100) await this.list.restart();
  }

  async #done() {
    const page = await get(`/api/memories/${this.memoryId}/care/steps${query({limit: 50})}`, this.leaving.signal);
    this.steps = page.items;
  }

  /** Asks how far the search is, again and again while it runs. */
  async #survey() {
    clearTimeout(this.timer);
    try {
      this.survey = await get(`/api/memories/${this.memoryId}/care${query(this.#asked)}`, this.leaving.signal);
    } catch (failure) {
      return complain(failure);
    }
    if (this.survey?.state === 'running') {
      this.timer = setTimeout(async () => {
        await this.#survey();
        if (this.survey?.state !== 'running' || this.list.items.length < 100) await this.list.restart();
      }, EVERY);
    }
  }

  async #look() {
    if (!this.may) return this.#mayNot();
    if (this.survey?.state === 'running') return;
    try {
      this.survey = await post(`/api/memories/${this.memoryId}/care`, {});
      this.#choose(false, []);
      await this.#survey();
      await this.list.restart();
    } catch (failure) {
      complain(failure);
    }
  }

  #mayNot() {
    tell(this.memory?.readOnly ? `The memory ${this.memory.name} is read-only.` : 'Maintainers take care of memories.');
  }

  // What is listed, and where the keyboard is.

  #follow() {
    const [kind, pair, search] = ['kind', 'pair', 'search'].map(name => this.address.get(name));
    if (kind === this.kind && pair === this.pair && search === this.search) return;
    this.#filter({kind, pair, search});
  }

  /** @param {{kind?: string, pair?: string, search?: string}} filter @param {number} [wait] */
  #filter(filter, wait = 0) {
    Object.assign(this, filter);
    this.address.set({kind: this.kind, pair: this.pair, search: this.search});
    this.#choose(false, []);
    this.#survey();
    this.list.restart(wait).then(async () => {
      await this.updateComplete;
      if (document.activeElement === document.body) this.querySelector('main')?.focus();
    });
  }

  /** @returns {HTMLInputElement|null} */
  #searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @param {1|-1} by */
  #step(by) {
    const {items} = this.list;
    const focus = document.activeElement;
    if (focus?.matches('select')) return false;
    const here = focus instanceof HTMLTableRowElement ? items.findIndex(one => one.id === this.at) : -1;
    const next = here < 0 ? (by > 0 ? 0 : items.length - 1) : here + by;
    if (next < 0) this.#searchField()?.focus();
    else if (items[next]) this.#goTo(items[next].id);
  }

  /** @param {number} id */
  async #goTo(id) {
    this.at = id;
    await this.updateComplete;
    await /** @type {import('./findings.js').FindingList|null} */ (this.querySelector('finding-list'))?.focusOn(id);
  }

  // What is chosen.

  /** @param {boolean} all @param {Iterable<number>} named */
  #choose(all, named) {
    this.all = all;
    this.named = new Set(named);
  }

  /** @param {number} id @param {boolean} range from the last one to this */
  #toggle(id, range) {
    if (!this.may) return this.#mayNot();
    const ids = this.list.items.map(one => one.id);
    const from = range && this.anchor !== undefined ? ids.indexOf(this.anchor) : -1;
    const to = ids.indexOf(id);
    const named = new Set(this.named);
    if (from >= 0) for (const one of ids.slice(Math.min(from, to), Math.max(from, to) + 1)) this.all ? named.delete(one) : named.add(one);
    else if (!named.delete(id)) named.add(id);
    this.anchor = id;
    this.named = named;
  }

  #chooseAll() {
    if (!this.may) return this.#mayNot();
    this.#choose(!(this.all && !this.named.size), []);
  }

  /** @param {Finding} finding */
  #isChosen(finding) {
    return this.all !== this.named.has(finding.id);
  }

  // What is done about it.

  /** @param {import('./kinds.js').Doing} action */
  async #run(action) {
    if (!this.may) return this.#mayNot();
    if (!this.count && this.at !== undefined && document.activeElement instanceof HTMLTableRowElement) this.#choose(false, [this.at]);
    if (!this.count) return tell(`Choose findings first, or all by ${shortcut('care.all').replace('Control', 'Ctrl')}.`);
    const {kind, from, to, search} = this.#asked;
    const filter = Object.fromEntries(Object.entries({kind, from, to, search}).filter(([, value]) => value));
    const step = await runStep(this.memoryId, action, {...filter, ...(this.all ? {except: [...this.named]} : {findings: [...this.named]})});
    if (step) {
      this.#choose(false, []);
      tell(`${counted(step.done, 'unit')} ${step.done === 1 ? 'is' : 'are'} ${done(action)}${step.skipped ? `, ${step.skipped.toLocaleString('en')} left alone` : ''}.`, {label: 'Undo', action: 'care.undo', run: () => { this.#undo(step); }});
    }
    await this.#refreshAll();
  }

  async #refreshAll() {
    await Promise.all([this.#survey(), this.#done(), this.list.restart()]);
    await this.updateComplete;
    if (document.activeElement === document.body) this.querySelector('main')?.focus();
  }

  /** @param {Step|undefined} step */
  async #undo(step) {
    if (!this.may) return this.#mayNot();
    if (!step) return tell('There is no step that could be undone.');
    try {
      const begun = /** @type {Step} */ (await post(`/api/care/steps/${step.id}/undo`, {}));
      this.#put(begun);
      const ended = await follow(begun, now => this.#put(now), this.leaving.signal);
      if (ended.state === 'failed' || ended.problem) complain(ended.problem);
      else tell(`${counted(ended.undone, 'unit')} ${ended.undone === 1 ? 'is' : 'are'} as before${ended.kept ? `; ${ended.kept.toLocaleString('en')} kept, since somebody changed ${ended.kept === 1 ? 'it' : 'them'} meanwhile` : ''}.`,
        ended.kept ? {label: 'Which?', run: () => { this.#show(ended, 'kept'); }} : []);
      await this.#refreshAll();
    } catch (failure) {
      complain(failure);
      await this.#done();
    }
  }

  /** @param {Step} step */
  #put(step) {
    this.steps = this.steps.some(one => one.id === step.id) ? this.steps.map(one => (one.id === step.id ? step : one)) : [step, ...this.steps];
  }

  /** @param {Step} step @param {string} state of its units; empty for all */
  async #show(step, state) {
    try {
      const page = await get(`/api/care/steps/${step.id}/units${query({state, limit: 100})}`);
      await openDialog(state ? `Units that were left alone` : `${counted(step.done, 'unit')} ${done(step.action)}`, () => ({
        body: html`<div class="step-units" tabindex="0" autofocus role="region" aria-label="Units"><table><thead><tr><th scope="col" class="unit">Unit</th><th scope="col">What the step ${state === 'skipped' ? 'would have done' : 'did'}</th>${state ? html`<th scope="col" class="since">Changed since</th>` : nothing}</tr></thead>
          <tbody>${page.items.map((/** @type {import('./kinds.js').StepUnit} */ one) => (state ? html`<tr><td>${one.unit}</td><td>${one.after.map(now => html`<p><span class="quiet small">${now.language}</span> ${now.text.plain}</p>`)}</td><td>${one.changedBy}, ${moment(one.changedAt)}</td></tr>` : showUnit(one)))}</tbody></table>
          ${page.total > page.items.length ? html`<p class="quiet">… and ${counted(page.total - page.items.length, 'more unit')}</p>` : nothing}</div>`,
      }), {wide: true});
    } catch (failure) {
      complain(failure);
    }
  }

  render() {
    const {list, memory, survey} = this;
    const running = survey?.state === 'running';
    return html`${screenHeader(this.session, 'memory', html`<a class="button" href="/memory?memory=${this.memoryId}">Back to the memory ${keyOf('care.back')}</a>
        ${this.may ? html`<button class="primary" ?disabled=${running} aria-keyshortcuts=${shortcut('care.look')} @click=${() => this.#look()}>Look through ${keyOf('care.look')}</button>` : nothing}`)}
      <main class="body" tabindex="-1"><section class="found" aria-label="Findings">
        <div class="filters" role="search"><div class="line"><h1>${memory ? html`Care of <bdi>${memory.name}</bdi>` : 'Care'}</h1><span role="status" class="quiet">${this.#state()}</span>${running ? html`<progress aria-label="How far the search is" max=${Math.max(survey.total, 1)} .value=${survey.read}></progress>` : nothing}</div>
          <fieldset class="kinds" aria-label="Kinds of findings">${kinds.map((kind, i) => html`<button aria-pressed=${this.kind === kind ? 'true' : 'false'} aria-keyshortcuts=${shortcut('care.kind', i + 1)} @click=${() => this.#filter({kind: this.kind === kind ? '' : kind})}>${kindsName(kind)} <span class="number">${(survey?.kinds.find(one => one.kind === kind)?.count ?? 0).toLocaleString('en')}</span></button>`)}</fieldset>
          <div class="line"><input type="search" aria-label="Search the findings" placeholder="In any text" aria-keyshortcuts="/" autocomplete="off" spellcheck="false" dir="auto" .value=${this.search}
            @input=${(/** @type {InputEvent} */ event) => this.#filter({search: /** @type {HTMLInputElement} */ (event.target).value}, 150)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === 'ArrowDown') { event.preventDefault(); this.#step(1); } }}> ${keyOf('list.search')}
            <select aria-label="Languages" @change=${(/** @type {Event} */ event) => this.#filter({pair: /** @type {HTMLSelectElement} */ (event.target).value})}>
              <option value="" ?selected=${!this.pair}>in all languages</option>${this.#pairs().map(({pair, label}) => html`<option value=${pair} ?selected=${pair === this.pair}>${label}</option>`)}</select>
            ${this.may ? html`<button aria-pressed=${this.all && !this.named.size ? 'true' : 'false'} aria-keyshortcuts=${shortcut('care.all')} ?disabled=${!list.total} @click=${() => this.#chooseAll()}>All ${list.total.toLocaleString('en')} ${keyOf('care.all')}</button>
            <span class="grow"></span><span class="quiet" aria-live="polite">${this.count.toLocaleString('en')} chosen</span>
            <button ?disabled=${!this.count} aria-keyshortcuts=${shortcut('care.mend')} @click=${() => this.#run('mend')}>Mend … ${keyOf('care.mend')}</button>
            <button ?disabled=${!this.count} aria-keyshortcuts=${shortcut('care.merge')} @click=${() => this.#run('merge')}>Merge … ${keyOf('care.merge')}</button>
            <button ?disabled=${!this.count} aria-keyshortcuts=${shortcut('list.delete')} @click=${() => this.#run('delete')}>Delete … ${keyOf('list.delete')}</button>` : nothing}</div></div>
        <div class="rows">${list.items.length ? html`<finding-list .items=${list.items} .at=${this.at} .may=${this.may} .isChosen=${(/** @type {Finding} */ one) => this.#isChosen(one)} .mark=${`${this.all} ${[...this.named].join(' ')}`}
            @at=${(/** @type {CustomEvent<number>} */ event) => { this.at = event.detail; }} @toggle=${(/** @type {CustomEvent<{id: number, range: boolean}>} */ event) => { this.at = event.detail.id; this.#toggle(event.detail.id, event.detail.range); }}></finding-list>` : list.fresh || running || list.failure ? nothing : this.#nothing()} ${below(list)}</div></section>
        <step-list .steps=${this.steps} .may=${this.may} @undo=${(/** @type {CustomEvent<{step: Step}>} */ event) => this.#undo(event.detail.step)} @look=${(/** @type {CustomEvent<{step: Step, state: string}>} */ event) => this.#show(event.detail.step, event.detail.state)}></step-list></main>
      <footer><span role="status">${list.fresh ? '' : `${counted(list.total, 'finding')}${this.steps.some(atWork) ? ' · a step is at work' : ''}`}</span>
        <span>${keyOf('list.next')} next</span>${this.may ? html`<span>${keyOf('care.choose')} choose</span>` : nothing}<span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  #state() {
    const {survey} = this;
    if (!survey || survey.state === 'none') return '';
    if (survey.state === 'running') return `looking: ${survey.read.toLocaleString('en')} of ${counted(survey.total, 'unit')}`;
    if (survey.problem) return survey.problem;
    const when = `${moment(survey.endedAt ?? survey.startedAt)}, ${survey.startedBy}`;
    return survey.state === 'done' ? `${counted(survey.read, 'unit')} looked through, ${when}` : `broken off after ${counted(survey.read, 'unit')}, ${when}`;
  }

  #pairs() {
    const pairs = (this.survey?.pairs ?? []).map(({from, to, count}) => ({pair: `${from} ${to ?? ''}`.trim(), label: `${languageName(from)}${to ? ` → ${languageName(to)}` : ''} (${count.toLocaleString('en')})`}));
    return this.pair && !pairs.some(one => one.pair === this.pair) ? [...pairs, {pair: this.pair, label: this.pair.split(' ').map(languageName).join(' → ')}] : pairs;
  }

  #nothing() {
    if (this.kind || this.pair || this.search) return html`<p class="empty">Nothing of this kind. <button @click=${() => this.#filter({kind: '', pair: '', search: ''})}>Show all</button></p>`;
    if (this.survey?.state === 'done') return html`<p class="empty">Nothing is wrong in this memory, as far as a machine can tell.</p>`;
    return html`<p class="empty">Nobody has looked through this memory yet: duplicates, contradictions, texts that are missing or in another language, tags and numbers that differ.
      ${this.may ? html`<br><br><button class="primary" @click=${() => this.#look()}>Look through it ${keyOf('care.look')}</button>` : nothing}</p>`;
  }
}
customElements.define('care-screen', CareScreen);
