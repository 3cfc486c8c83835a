// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {download, get, listen, post, put, query, remove} from '../api.js';
import {Address} from '../shared/address.js';
import {chooseSides} from '../shared/both-sides.js';
import {Component} from '../shared/component.js';
import {openDialog} from '../shared/dialog.js';
import {found} from '../shared/found.js';
import {screenHeader} from '../shared/header.js';
import {importFiles} from '../shared/import-dialog.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {languageName, languages} from '../shared/languages.js';
import {below, Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {tagged} from '../shared/tagged-text.js';
import {complain, tell} from '../shared/told.js';
import {emptyConcept, merge, nameOf, others} from './concepts.js';
import './concept-aside.js';
import './concept-form.js';
import './concept-view.js';

/** @typedef {import('../shared/types.js').Concept} Concept */

/** The glossary: concepts on the left, the chosen one in the middle, where it is used and what was done to it on the right. */
class GlossaryScreen extends Component {
  static properties = {
    session: {attribute: false}, search: {state: true}, language: {state: true}, subject: {state: true}, proposed: {state: true}, concept: {state: true},
    editing: {state: true}, waiting: {state: true}, saving: {state: true},
  };

  static look = css`
    glossary-screen .body { display: grid; grid-template-columns: 300px minmax(0, 1fr) 330px; overflow: hidden; }
    glossary-screen .side { display: grid; grid-template-rows: auto minmax(0, 1fr); min-height: 0; }
    glossary-screen .filters { display: grid; grid-template-columns: 1fr auto; gap: 6px; align-items: center; padding: 12px 12px 10px; border-bottom: 1px solid var(--line); } glossary-screen .filters .two { grid-column: 1 / 3; display: grid; grid-template-columns: 1fr 1fr; gap: 6px; } glossary-screen .filters :is(input, select) { width: 100%; padding-inline: 6px; }
    glossary-screen .concepts { overflow: auto; min-height: 0; } glossary-screen .concepts a { display: block; padding: 7px 16px; border-bottom: 1px solid var(--line); color: inherit; text-decoration: none; overflow-wrap: anywhere; }
    glossary-screen .concepts a:hover { background: var(--faint); } glossary-screen .concepts a[aria-current] { background: var(--accent-soft); } glossary-screen .concepts a:focus-visible { outline-offset: -2px; }
    glossary-screen .concepts small { display: block; color: var(--quiet); font-size: 13px; }
    glossary-screen .pane { padding: 16px 20px; overflow: auto; border-inline-start: 1px solid var(--line); background: var(--sheet); min-height: 0; }
    glossary-screen .first { max-width: 480px; margin: 10vh auto 0; text-align: center; } glossary-screen .first h2 { font-size: 20px; margin-bottom: 8px; }
    @media (min-width: 1700px) { glossary-screen .body { grid-template-columns: 360px minmax(0, 1fr) 480px; } }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.address = new Address(this, () => this.#follow());
    this.search = this.address.get('search');
    this.language = this.address.get('language');
    this.subject = this.address.get('subject');
    this.proposed = this.address.get('state') === 'proposed';
    /** @type {Concept|undefined} */
    this.concept = undefined;
    /** @type {Concept|undefined} what the form began with */
    this.editing = undefined;
    this.waiting = 0;
    this.saving = '';
    /** @type {Set<string>} */
    this.subjects = new Set();
    /** @type {Paged<Concept>} */
    this.list = new Paged(this, async (offset, signal) => {
      const page = await get(`/api/concepts${query({search: this.search, language: this.language, subjectField: this.subject, state: this.proposed ? 'proposed' : '', offset, limit: 100})}`, signal);
      for (const one of page.items) if (one.subjectField) this.subjects.add(one.subjectField);
      return page;
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => this.#new(),
      'list.search': () => this.#searchField()?.focus(),
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
      'list.edit': () => this.#edit(),
      'list.open': (_digit, event) => (event.target instanceof HTMLAnchorElement && event.target.hasAttribute('aria-current') ? this.#edit() : false),
      'list.delete': () => this.#whileReading(concept => this.#delete(concept)),
      'glossary.approve': () => this.#whileReading(concept => this.#approve(concept)),
      'glossary.addTerm': () => this.#addTerm(),
      'glossary.leave': () => this.#leave(),
      'form.save': () => (this.editing ? this.#form()?.save() : false),
      'list.import': () => { this.#import(); },
      'list.export': () => { this.#export(); },
    });
    this.deaf = listen('/api/events', {glossary: ({concept, deleted}) => this.#changedElsewhere(concept, deleted)}, () => this.list.restart());
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
  }

  /** Somebody kept or deleted a concept, perhaps this page. @param {number|undefined} id nothing where many came in @param {boolean} [deleted] */
  async #changedElsewhere(id, deleted = false) {
    if (this.saving === 'saving') return;
    const known = this.list.items.find(one => one.id === id);
    if (deleted) {
      if (known) this.list.drop(one => one.id === id);
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

  async #load() {
    await this.list.restart();
    this.#count();
    const wanted = Number(this.address.get('concept'));
    const known = this.list.items.find(one => one.id === wanted);
    if (known || !wanted) this.concept = known ?? this.list.items[0];
    else await this.#show(wanted);
    this.#intoView();
  }

  async #count() {
    try {
      this.waiting = (await get(`/api/concepts${query({state: 'proposed', limit: 1})}`)).total;
    } catch (failure) {
      complain(failure);
    }
  }

  /** @param {number} id */
  async #show(id) {
    try {
      this.concept = await get(`/api/concepts/${id}`);
    } catch (failure) {
      complain(failure);
      this.concept = this.list.items[0];
    }
  }

  async #follow() {
    const proposed = this.address.get('state') === 'proposed';
    const wanted = Number(this.address.get('concept'));
    if (proposed !== this.proposed || this.address.get('search') !== this.search) {
      this.proposed = proposed;
      this.search = this.address.get('search');
      await this.list.restart();
      if (!wanted) this.concept = this.list.items[0];
    }
    if (wanted && wanted !== this.concept?.id) {
      const known = this.list.items.find(one => one.id === wanted);
      if (known) this.concept = known;
      else await this.#show(wanted);
    }
    this.#intoView();
  }

  /** @param {Map<string, unknown>} changed */
  updated(changed) {
    // Another concept, or the same to write, is read from its beginning.
    if (changed.has('editing') || changed.has('concept') && /** @type {Concept|undefined} */ (changed.get('concept'))?.id !== this.concept?.id) this.querySelector('.pane')?.scrollTo(0, 0);
  }

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'maintainer');
  }

  /** @returns {HTMLInputElement|null} */
  #searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @returns {any} the form's own methods; nothing while a concept is read */
  #form() {
    return this.querySelector('concept-form');
  }

  async #intoView() {
    await this.updateComplete;
    this.querySelector('.concepts [aria-current]')?.scrollIntoView({block: 'nearest'});
  }

  /** @param {{search?: string, language?: string, subject?: string}} filter @param {number} [wait] */
  async #filter(filter, wait = 0) {
    Object.assign(this, filter);
    this.address.set({...filter});
    await this.list.restart(wait);
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
    if (this.editing || document.activeElement?.matches('select')) return false;
    const {items} = this.list;
    const at = items.findIndex(one => one.id === this.concept?.id);
    const inList = document.activeElement?.matches('.concepts a, input[type=search]') || document.activeElement === document.body;
    if (!inList) return false;
    const next = items[at + by];
    if (!next) return;
    this.#choose(next);
    const typing = document.activeElement === this.#searchField();
    this.updateComplete.then(() => {
      const link = /** @type {HTMLElement|null} */ (this.querySelector('.concepts [aria-current]'));
      if (typing) link?.scrollIntoView({block: 'nearest'});
      else link?.focus();
    });
  }

  /** @param {(concept: Concept) => void} does */
  #whileReading(does) {
    if (!this.concept || this.editing || !this.may) return false;
    does(this.concept);
  }

  #new() {
    if (this.editing) return false;
    const tongues = languages().slice(0, 4).map(one => one.tag);
    this.editing = emptyConcept(tongues, this.may ? 'approved' : 'proposed');
  }

  #edit() {
    if (!this.concept || this.editing) return false;
    if (!this.may) return void tell('Maintainers change concepts; N proposes a new one.');
    this.editing = this.concept;
  }

  #addTerm() {
    if (!this.editing && !this.#edit()) this.updateComplete.then(() => this.#form()?.updateComplete).then(() => this.#form()?.addTerm());
    else this.#form()?.addTerm();
  }

  /** Leaves the form; what was written can be had back. */
  #leave() {
    const form = this.#form();
    if (!this.editing || !form) return false;
    const {changed, draft} = form;
    const base = this.editing;
    this.editing = undefined;
    this.#focusList();
    if (!changed) return;
    tell('Left without saving.', {label: 'Undo', run: async () => {
      this.editing = base;
      await this.updateComplete;
      const again = this.#form();
      await again.updateComplete;
      again.draft = draft;
    }});
  }

  async #focusList() {
    await this.updateComplete;
    /** @type {HTMLElement|null} */ (this.querySelector('.concepts [aria-current]'))?.focus();
  }

  /** @param {Concept} draft */
  async #save(draft) {
    const base = this.editing;
    if (!base) return;
    const saved = await this.#put(base, draft);
    if (!saved) return;
    this.editing = undefined;
    this.#came(saved);
    this.#focusList();
  }

  /** @param {Concept} saved */
  #came(saved) {
    if (this.list.items.some(one => one.id === saved.id)) this.list.replace(one => one.id === saved.id, saved);
    else this.list.insert(saved);
    if (saved.subjectField) this.subjects.add(saved.subjectField);
    this.#choose(saved);
    this.#count();
  }

  /**
   * Keeps a concept; when somebody was faster, both changes are brought together, and a person decides where they contradict.
   * @param {Concept} base what the draft was made from @param {Concept} draft
   * @returns {Promise<Concept|undefined>} nothing when it was not saved
   */
  async #put(base, draft) {
    this.saving = 'saving';
    try {
      const saved = draft.id ? await put(`/api/concepts/${draft.id}`, draft) : await post('/api/concepts', draft);
      this.saving = 'saved';
      return saved;
    } catch (failure) {
      this.saving = 'failed';
      const {status, current} = /** @type {import('../api.js').Problem} */ (failure);
      if (status !== 409 || !current) {
        complain(failure);
        return undefined;
      }
      const theirs = /** @type {Concept} */ (current);
      const {merged, contested} = merge(base, draft, theirs);
      if (!contested.length) {
        tell(`${theirs.changedBy} changed ${nameOf(theirs)} meanwhile; both changes stand.`);
        return this.#put(theirs, {...merged, version: theirs.version});
      }
      const sides = await chooseSides({what: nameOf(theirs), who: theirs.changedBy, when: theirs.changedAt, parts: contested});
      if (!sides) return undefined;
      const ours = contested.filter((_, i) => sides[i] === 'mine').map(one => one.key);
      const decided = merge(base, draft, theirs, ours).merged;
      return this.#put(theirs, {...decided, version: theirs.version});
    }
  }

  /** @param {Concept} concept */
  async #approve(concept) {
    if (concept.state === 'approved' && concept.terms.every(term => term.state === 'approved')) return;
    const at = this.list.items.findIndex(one => one.id === concept.id);
    const saved = await this.#put(concept, {...concept, state: 'approved', terms: concept.terms.map(term => ({...term, state: 'approved'}))});
    if (!saved) return;
    this.#came(saved);
    if (this.proposed) {
      this.list.drop(one => one.id === saved.id);
      this.#choose(this.list.items[at] ?? this.list.items[at - 1]);
      this.#focusList();
    }
    tell(`“${nameOf(saved)}” is approved.`, {label: 'Undo', run: async () => {
      const back = await this.#put(saved, {...concept, version: saved.version});
      if (back) this.#came(back);
    }});
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
    const at = this.list.items.findIndex(one => one.id === concept.id);
    this.list.drop(one => one.id === concept.id);
    this.#choose(this.list.items[at] ?? this.list.items[at - 1]);
    this.#focusList();
    this.#count();
    tell(`“${nameOf(concept)}” is deleted.`, {label: 'Undo', run: async () => {
      const back = await this.#put(concept, {...concept, id: 0, version: 0, terms: concept.terms.map(term => ({...term, id: 0}))});
      if (!back) return;
      this.list.insert(back, Math.max(at, 0));
      this.#choose(back);
      this.#focusList();
      this.#count();
    }});
  }

  async #import() {
    if (!this.may) return tell('Maintainers import into the glossary.');
    const changed = await importFiles({
      title: 'Import into the glossary', path: '/api/glossary/import', accept: '.csv,.tsv,.tbx,.xml,.xlsx', what: 'concept',
      hint: 'TBX, XLSX, CSV or TSV (first line: language tags). What is already in the glossary is not doubled.',
    });
    if (!changed) return;
    await this.list.restart();
    this.concept ??= this.list.items[0];
    this.#count();
  }

  #export() {
    openDialog('Export the glossary', close => {
      const save = async (/** @type {string} */ format) => {
        close();
        try {
          await download(`/api/glossary/export?format=${format}`);
        } catch (failure) {
          complain(failure);
        }
      };
      return {
        body: html`<p class="quiet">Every concept with everything that is said of it as TBX; the terms alone, a language a column, as CSV.</p>`,
        foot: html`<button class="primary" autofocus @click=${() => save('tbx')}>TBX</button><button @click=${() => save('csv')}>CSV</button>`,
      };
    });
  }

  render() {
    const {list, concept, editing} = this;
    return html`
      ${screenHeader(this.session, 'glossary', html`
        <button aria-keyshortcuts=${shortcut('list.import')} @click=${() => this.#import()}>Import ${keyOf('list.import')}</button>
        <button aria-keyshortcuts=${shortcut('list.export')} @click=${() => this.#export()}>Export ${keyOf('list.export')}</button>
        <button class="primary" aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#new()}>${this.may ? 'New concept' : 'Propose'} ${keyOf('list.new')}</button>`)}
      <main class="body" tabindex="-1">
        <section class="side" aria-label="Concepts">
          ${this.#filters()}
          <nav class="concepts" aria-label="Concepts">
            ${repeat(list.items, one => one.id, one => html`<a href="/glossary${query({...this.#place(), concept: one.id})}" aria-current=${one.id === concept?.id && !(editing && !editing.id) ? 'true' : nothing}
              @click=${(/** @type {MouseEvent} */ event) => this.#clicked(event, one)}>${marks(nameOf(one), this.search)}${one.state === 'proposed' && !this.proposed ? html` <span class="chip warn">proposed</span>` : nothing}
              <small>${others(one).map((term, i) => html`${i ? ' · ' : ''}<bdi lang=${term.language}>${marks(term.text, this.search)}</bdi>`)}</small></a>`)}
            ${!list.items.length && !list.fresh && !list.failure && (this.search || this.language || this.subject || this.proposed)
              ? html`<p class="empty">${this.proposed ? 'Nothing is proposed.' : html`Nothing is called that. <button @click=${() => this.#new()}>${this.may ? 'New concept' : 'Propose it'}</button>`}</p>` : nothing}
            ${below(list)}
          </nav>
        </section>
        <section class="pane" aria-label="Concept">${editing
          ? html`<concept-form .concept=${editing} .may=${this.may} .subjects=${[...this.subjects].sort()} ?busy=${this.saving === 'saving'}
              @save=${(/** @type {CustomEvent<Concept>} */ event) => this.#save(event.detail)} @leave=${() => this.#leave()}></concept-form>`
          : concept
            ? html`<concept-view .concept=${concept} .search=${this.search} .may=${this.may} @edit=${() => this.#edit()} @approve=${() => this.#approve(concept)} @delete=${() => this.#delete(concept)}></concept-view>`
            : list.fresh || list.items.length || this.search || this.proposed ? nothing
              : html`<div class="first"><h2>No concept yet</h2><p class="quiet">The glossary says how the desk writes names, places and titles in every language. Import one (TBX, XLSX, CSV), or write the first concept.</p>
                  <button @click=${() => this.#import()}>Import ${keyOf('list.import')}</button> <button class="primary" @click=${() => this.#new()}>New concept ${keyOf('list.new')}</button></div>`}
        </section>
        <concept-aside .concept=${editing && !editing.id ? undefined : concept}></concept-aside>
      </main>
      <footer><span role="status">${list.fresh ? '' : counted(list.total, 'concept') + (this.search || this.language || this.subject ? ' found' : '')}</span>
        <span>${keyOf('list.next')} ${keyOf('list.previous')} choose</span><span>${keyOf('list.edit')} edit</span><span class="grow"></span>
        <span>${this.saving === 'saving' ? 'saving …' : this.saving === 'failed' ? html`<span class="bad">● not saved</span>` : html`<span class="ok">● Everything saved</span>`}</span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @returns {Record<string, string>} what stands in the address beside the concept */
  #place() {
    return {search: this.search, language: this.language, subject: this.subject, state: this.proposed ? 'proposed' : ''};
  }

  /** @param {MouseEvent} event @param {Concept} one */
  #clicked(event, one) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (this.editing) this.#leave();
    this.#choose(one);
  }

  /** @param {boolean} proposed */
  async #tab(proposed) {
    this.proposed = proposed;
    this.address.set({state: proposed ? 'proposed' : ''});
    await this.list.restart();
    if (!this.editing) this.#choose(this.list.items[0]);
  }

  #filters() {
    return html`<div class="filters" role="search">
      <input type="search" aria-label="Search the glossary" placeholder="Search in any language" aria-keyshortcuts="/" autocomplete="off" spellcheck="false" dir="auto"
        .value=${this.search} @input=${(/** @type {InputEvent} */ event) => this.#filter({search: value(event)}, 100)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => {
          const by = {ArrowDown: 1, ArrowUp: -1}[event.key];
          if (by) { event.preventDefault(); this.#step(by); }
          if (event.key === 'Enter') this.#focusList();
        }}>${keyOf('list.search')}
      <div class="two"><select aria-label="Language" @change=${(/** @type {Event} */ event) => this.#filter({language: value(event)})}>
        <option value="">every language</option>${languages().map(one => html`<option value=${one.tag} ?selected=${one.tag === this.language}>${languageName(one.tag)}</option>`)}</select>
      <select aria-label="Subject field" @change=${(/** @type {Event} */ event) => this.#filter({subject: value(event)})}>
        <option value="">every subject</option>${[...new Set([...this.subjects, ...(this.subject ? [this.subject] : [])])].sort().map(one => html`<option value=${one} ?selected=${one === this.subject}>${one}</option>`)}</select></div>
      <div class="two"><button aria-pressed=${this.proposed ? 'false' : 'true'} @click=${() => this.#tab(false)}>All</button><button aria-pressed=${this.proposed ? 'true' : 'false'} @click=${() => this.#tab(true)}>Proposed${this.waiting ? html` <span class="chip">${this.waiting}</span>` : nothing}</button></div>
    </div>`;
  }
}
customElements.define('glossary-screen', GlossaryScreen);

/** @param {Event} event */
const value = event => /** @type {HTMLInputElement} */ (event.target).value;

/** @param {string} text @param {string} search */
const marks = (text, search) => tagged({plain: text, tags: []}, found(text, search));
