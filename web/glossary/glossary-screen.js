// @ts-check
import {css, html, nothing} from 'lit';
import {get, listen, query, remove} from '../api.js';
import {Address} from '../shared/address.js';
import {Component} from '../shared/component.js';
import {screenHeader} from '../shared/header.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {languages} from '../shared/languages.js';
import {Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {complain, tell} from '../shared/told.js';
import {emptyConcept, nameOf} from './concepts.js';
import {decided, decline} from './decline.js';
import {lookFirst, takeBack, tellApplied} from './impact.js';
import {exportGlossary, importGlossary} from './in-and-out.js';
import {saveConcept} from './save-concept.js';
import './concept-aside.js';
import './concept-form.js';
import './concept-impact.js';
import './concept-list.js';
import './concept-view.js';

/** @typedef {import('../shared/types.js').Concept} Concept */
/** @typedef {import('./concept-list.js').Filter} Filter */

/** The glossary: concepts on the left, the chosen one in the middle, what was done to it and where it is used on the right. */
class GlossaryScreen extends Component {
  static properties = {session: {attribute: false}, filter: {state: true}, concept: {state: true}, editing: {state: true}, waiting: {state: true}, saving: {state: true}, impact: {state: true}};

  static look = css`
    glossary-screen .body { display: grid; grid-template-columns: 300px minmax(0, 1fr) 330px; overflow: hidden; }
    glossary-screen .body.changing { grid-template-columns: minmax(0, 1fr) minmax(0, 1.1fr); } glossary-screen .body.changing concept-list { display: none; }
    glossary-screen .pane { padding: 16px 20px; overflow: auto; border-inline-start: 1px solid var(--line); background: var(--sheet); min-height: 0; }
    glossary-screen .first { max-width: 480px; margin: 10vh auto 0; text-align: center; } glossary-screen .first h2 { font-size: 20px; margin-bottom: 8px; }
    @media (min-width: 1700px) { glossary-screen .body { grid-template-columns: 360px minmax(0, 1fr) 480px; } glossary-screen .body.changing { grid-template-columns: 300px minmax(0, 1fr) minmax(0, 1.25fr); } glossary-screen .body.changing concept-list { display: grid; } }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.address = new Address(this, () => this.#follow());
    /** @type {Filter} */
    this.filter = this.#read();
    /** @type {Concept|undefined} */
    this.concept = undefined;
    /** @type {Concept|undefined} what the form began with */
    this.editing = undefined;
    /** @type {number} how many concepts are proposed */
    this.waiting = 0;
    this.saving = '';
    /** @type {import('../shared/types.js').TermImpact|undefined} what the change that is written would do, while it is shown */
    this.impact = undefined;
    this.why = '';
    /** @type {Set<string>} */
    this.subjects = new Set();
    /** @type {Paged<Concept>} */
    this.list = new Paged(this, async (offset, signal) => {
      const {search, language, subject, proposed} = this.filter;
      const page = await get(`/api/concepts${query({search, language, subjectField: subject, state: proposed ? 'proposed' : '', offset, limit: 100})}`, signal);
      for (const one of page.items) if (one.subjectField) this.subjects.add(one.subjectField);
      return page;
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => this.#new(),
      'list.search': () => this.#listed()?.searchField?.focus(),
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
      'list.edit': () => this.#edit(),
      'list.open': (_digit, event) => (event.target instanceof HTMLAnchorElement && event.target.hasAttribute('aria-current') ? this.#edit() : false),
      'list.delete': () => this.#whileReading(concept => this.#delete(concept)),
      'glossary.approve': () => this.#whileReading(concept => this.#approve(concept)),
      'glossary.decline': () => this.#whileReading(concept => { this.#decline(concept); }),
      'glossary.addTerm': () => { this.#addTerm(); },
      'glossary.leave': () => this.#leave(),
      'form.save': () => (this.editing && !this.impact ? this.#form()?.save() : false),
      'glossary.mend': () => this.#keep(true),
      'glossary.saveOnly': () => this.#keep(false),
      'list.import': () => { this.#import(); },
      'list.export': () => exportGlossary(),
    });
    this.deaf = listen('/api/events', {glossary: ({concept, deleted}) => this.#changedElsewhere(concept, deleted)}, () => this.list.restart());
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    // Another concept, or the same to write, is read from its beginning.
    const before = /** @type {Concept|undefined} */ (changed.get('concept'));
    if (changed.has('editing') || (changed.has('concept') && before?.id !== this.concept?.id)) this.querySelector('.pane')?.scrollTo(0, 0);
  }

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'maintainer');
  }

  /** @returns {import('./concept-list.js').ConceptList|null} */
  #listed() {
    return this.querySelector('concept-list');
  }

  /** @returns {import('./concept-form.js').ConceptForm|null} nothing while a concept is read */
  #form() {
    return this.querySelector('concept-form');
  }

  /** Keeps the change whose effect is shown. @param {boolean} mends */
  #keep(mends) {
    if (!this.impact) return false;
    /** @type {import('./concept-impact.js').ConceptImpact|null} */ (this.querySelector('concept-impact'))?.apply(mends);
  }

  // What is listed and what is shown.

  /** @returns {Filter} what the address says */
  #read() {
    return {search: this.address.get('search'), language: this.address.get('language'), subject: this.address.get('subject'), proposed: this.address.get('state') === 'proposed'};
  }

  async #load() {
    await this.list.restart();
    this.#count();
    await this.#show(Number(this.address.get('concept')));
  }

  /** Shows the concept that is asked for, else the first of the list. @param {number} id 0 for any */
  async #show(id) {
    const known = this.list.items.find(one => one.id === id);
    try {
      this.concept = known ?? (id ? await get(`/api/concepts/${id}`) : this.list.items[0]);
    } catch (failure) {
      complain(failure);
      this.concept = this.list.items[0];
    }
    await this.#listed()?.updateComplete;
    this.#listed()?.current?.scrollIntoView({block: 'nearest'});
  }

  async #follow() {
    const filter = this.#read();
    const wanted = Number(this.address.get('concept'));
    if (JSON.stringify(filter) !== JSON.stringify(this.filter)) {
      this.filter = filter;
      await this.list.restart();
      if (!wanted) await this.#show(0);
    }
    if (wanted && wanted !== this.concept?.id) await this.#show(wanted);
  }

  async #count() {
    try {
      this.waiting = (await get(`/api/concepts${query({state: 'proposed', limit: 1})}`)).total;
    } catch (failure) {
      complain(failure);
    }
  }

  /** @param {Partial<Filter>} change */
  async #filter(change) {
    this.filter = {...this.filter, ...change};
    const {search, language, subject, proposed} = this.filter;
    this.address.set({search, language, subject, state: proposed ? 'proposed' : ''});
    await this.list.restart(change.search === undefined ? 0 : 100);
    // While somebody searches, the first hit is shown at once; while somebody writes, nothing is taken away.
    if (!this.editing && !this.list.items.some(one => one.id === this.concept?.id)) this.#choose(this.list.items[0]);
  }

  /** @param {Concept|undefined} concept */
  #choose(concept) {
    this.concept = concept;
    this.address.set({concept: concept?.id ?? ''});
  }

  /** @param {number} by */
  #step(by) {
    const focus = document.activeElement;
    const typing = focus === this.#listed()?.searchField;
    if (this.editing || !(typing || focus === document.body || focus?.matches('.concepts a, main'))) return false;
    const {items} = this.list;
    const next = items[items.findIndex(one => one.id === this.concept?.id) + by];
    if (!next) return;
    this.#choose(next);
    if (typing) this.#show(next.id);
    else this.#focusList();
  }

  async #focusList() {
    await this.updateComplete;
    await this.#listed()?.updateComplete;
    this.#listed()?.current?.focus();
  }

  /** Somebody kept or deleted a concept, perhaps this page. @param {number|undefined} id nothing where many came in @param {boolean} [deleted] */
  async #changedElsewhere(id, deleted = false) {
    if (this.saving === 'saving') return;
    const known = this.list.items.find(one => one.id === id);
    if (deleted) {
      this.list.drop(one => one.id === id);
    } else if (known) {
      const now = /** @type {Concept} */ (await get(`/api/concepts/${id}`));
      if (known.version < now.version) {
        this.list.replace(one => one.id === id, now);
        if (this.concept?.id === id) this.concept = now;
      }
    } else if (this.list.items.length <= 100) {
      // A list that somebody has gone down in is not cut short under their eyes.
      this.list.restart(500);
    }
    this.#count();
  }

  // Writing.

  /** @param {(concept: Concept) => void} does */
  #whileReading(does) {
    if (!this.concept || this.editing || !this.may) return false;
    does(this.concept);
  }

  #new() {
    if (this.editing) return false;
    this.editing = emptyConcept(languages().slice(0, 4).map(one => one.tag), this.may ? 'approved' : 'proposed');
  }

  #edit() {
    if (!this.concept || this.editing) return false;
    if (!this.may) return void tell('Maintainers change concepts; N proposes a new one.');
    this.editing = this.concept;
  }

  async #addTerm() {
    if (!this.editing) this.#edit();
    await this.updateComplete;
    await this.#form()?.updateComplete;
    this.#form()?.addTerm();
  }

  /** Leaves the form; what was written can be had back. */
  #leave() {
    const form = this.#form();
    if (!this.editing || !form) return false;
    if (this.impact) {
      this.impact = undefined;
      return form.querySelector('.primary')?.scrollIntoView();
    }
    const {changed, draft} = form;
    const base = this.editing;
    this.editing = undefined;
    this.#focusList();
    if (!changed) return;
    tell('Left without saving.', {label: 'Undo', run: async () => {
      this.editing = base;
      await this.updateComplete;
      const again = this.#form();
      await again?.updateComplete;
      if (again) again.draft = draft;
    }});
  }

  /** @param {Concept} base @param {Concept} draft @returns {Promise<Concept|undefined>} nothing when it was not saved */
  async #put(base, draft) {
    this.saving = 'saving';
    try {
      const saved = await saveConcept(base, draft);
      this.saving = saved ? 'saved' : 'failed';
      return saved;
    } catch (failure) {
      this.saving = 'failed';
      complain(failure);
      return undefined;
    }
  }

  /** @param {Concept} draft */
  async #save(draft) {
    this.why = /** @type {any} */ (draft).why ?? '';
    if (this.may) {
      this.saving = 'saving';
      this.impact = await lookFirst(draft);
      this.saving = '';
      if (this.impact) return;
    }
    const saved = this.editing && (await this.#put(this.editing, draft));
    if (!saved) return;
    this.editing = undefined;
    this.#came(saved);
    this.#focusList();
  }

  /** The change is kept, and what was chosen is mended. @param {import('../shared/types.js').TermImpact} impact */
  async #applied(impact) {
    this.impact = undefined;
    this.editing = undefined;
    const saved = /** @type {Concept} */ (await get(`/api/concepts/${impact.concept}`));
    this.#came(saved);
    tellApplied(impact, nameOf(saved), () => this.#undoImpact(impact.id));
    this.#focusList();
  }

  /** @param {number} id */
  async #undoImpact(id) {
    const concept = await takeBack(id);
    if (concept !== undefined) await this.list.restart().then(() => this.#show(concept));
  }

  /** @param {Concept} saved @param {number} [at] where in the list, if it is not there */
  #came(saved, at = 0) {
    if (this.list.items.some(one => one.id === saved.id)) this.list.replace(one => one.id === saved.id, saved);
    else this.list.insert(saved, Math.max(at, 0));
    if (saved.subjectField) this.subjects.add(saved.subjectField);
    this.#choose(saved);
    this.#count();
  }

  /** Takes a concept out of the list and shows its neighbour. @param {Concept} concept @returns {number} where it was */
  #went(concept) {
    const at = this.list.items.findIndex(one => one.id === concept.id);
    this.list.drop(one => one.id === concept.id);
    this.#choose(this.list.items[at] ?? this.list.items[at - 1]);
    this.#focusList();
    this.#count();
    return at;
  }

  /** @param {Concept} concept */
  async #approve(concept) {
    if (decided(concept)) return;
    const saved = await this.#put(concept, {...concept, state: 'approved', terms: concept.terms.map(term => ({...term, state: 'approved'}))});
    if (!saved) return;
    this.#came(saved);
    if (this.filter.proposed) this.#went(saved);
    tell(`“${nameOf(saved)}” is approved.`, {label: 'Undo', run: async () => {
      const back = await this.#put(saved, {...concept, version: saved.version});
      if (back) this.#came(back);
    }});
  }

  /** @param {Concept} concept */
  async #decline(concept) {
    if (decided(concept)) return;
    const {done, current} = await decline(concept);
    if (current) this.#came(current);
    else if (done && concept.state === 'proposed') this.#went(concept);
    else if (done) this.#came(await get(`/api/concepts/${concept.id}`));
  }

  /** @param {Concept} concept */
  async #delete(concept) {
    try {
      await remove(`/api/concepts/${concept.id}${query({version: concept.version})}`);
    } catch (failure) {
      const {current} = /** @type {import('../api.js').Problem} */ (failure);
      if (current) this.#came(current);
      complain(failure);
      return;
    }
    const at = this.#went(concept);
    tell(`“${nameOf(concept)}” is deleted.`, {label: 'Undo', run: async () => {
      const back = await this.#put(concept, {...concept, id: 0, version: 0, terms: concept.terms.map(term => ({...term, id: 0}))});
      if (back) this.#came(back, at);
      this.#focusList();
    }});
  }

  async #import() {
    if (!this.may) return tell('Maintainers import into the glossary.');
    if (!(await importGlossary())) return;
    await this.list.restart();
    this.concept ??= this.list.items[0];
    this.#count();
  }

  render() {
    const {list, concept, editing, may} = this;
    const {search, language, subject, proposed} = this.filter;
    const fresh = editing && !editing.id;
    return html`
      ${screenHeader(this.session, 'glossary', html`
        ${may ? html`<button aria-keyshortcuts=${shortcut('list.import')} @click=${() => this.#import()}>Import ${keyOf('list.import')}</button>` : nothing}
        <button aria-keyshortcuts=${shortcut('list.export')} @click=${() => exportGlossary()}>Export ${keyOf('list.export')}</button>
        <button class="primary" aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#new()}>${may ? 'New concept' : 'Propose'} ${keyOf('list.new')}</button>`)}
      <main class="body ${this.impact ? 'changing' : ''}" tabindex="-1">
        <concept-list .list=${list} .items=${list.items} .failure=${list.failure} .filter=${this.filter} .chosen=${fresh ? 0 : (concept?.id ?? 0)} .waiting=${this.waiting} .subjects=${[...this.subjects]} .may=${may}
          @filter=${(/** @type {CustomEvent<Partial<Filter>>} */ event) => this.#filter(event.detail)} @step=${(/** @type {CustomEvent<number>} */ event) => this.#step(event.detail)}
          @choose=${(/** @type {CustomEvent<Concept>} */ event) => { if (editing) this.#leave(); this.#choose(event.detail); }} @enter=${() => this.#focusList()} @new=${() => this.#new()}></concept-list>
        <section class="pane" aria-label="Concept" ?inert=${this.impact !== undefined}>${editing
          ? html`<concept-form .concept=${editing} .may=${may} .subjects=${[...this.subjects].sort()} ?busy=${this.saving === 'saving'}
              @save=${(/** @type {CustomEvent<Concept>} */ event) => this.#save(event.detail)} @leave=${() => this.#leave()}></concept-form>`
          : concept
            ? html`<concept-view .concept=${concept} .search=${search} .may=${may} @edit=${() => this.#edit()} @approve=${() => this.#approve(concept)} @decline=${() => this.#decline(concept)} @delete=${() => this.#delete(concept)}></concept-view>`
            : list.fresh || list.items.length || search || proposed ? nothing : this.#nothingYet()}</section>
        ${this.impact
          ? html`<concept-impact aria-label="What this change does" role="region" .impact=${this.impact} .why=${this.why} @leave=${() => this.#leave()} @applied=${(/** @type {CustomEvent} */ event) => { this.#applied(event.detail); }}
              @failed=${(/** @type {CustomEvent} */ event) => { complain(event.detail); this.impact = undefined; }}></concept-impact>`
          : html`<concept-aside .concept=${fresh ? undefined : concept} .may=${may} @undo=${(/** @type {CustomEvent<number>} */ event) => this.#undoImpact(event.detail)}></concept-aside>`}
      </main>
      <footer><span role="status">${list.fresh ? '' : counted(list.total, 'concept') + (search || language || subject ? ' found' : '')}</span>
        <span>${keyOf('list.next')} ${keyOf('list.previous')} choose</span>${may ? html`<span>${keyOf('list.edit')} edit</span>` : nothing}<span class="grow"></span>
        <span>${this.saving === 'saving' ? 'saving …' : this.saving === 'failed' ? html`<span class="bad">● not saved</span>` : html`<span class="ok">● Everything saved</span>`}</span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  #nothingYet() {
    return html`<div class="first"><h2>No concept yet</h2><p class="quiet">The glossary says how the desk writes names, places and titles in every language. Import one (TBX, XLSX, CSV), or write the first concept.</p>
      <button @click=${() => this.#import()}>Import ${keyOf('list.import')}</button> <button class="primary" @click=${() => this.#new()}>New concept ${keyOf('list.new')}</button></div>`;
  }
}
customElements.define('glossary-screen', GlossaryScreen);
