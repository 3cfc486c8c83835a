// @ts-check
import {css, html, nothing} from 'lit';
import {get, listen, post, query, remove} from '../api.js';
import {Address} from '../shared/address.js';
import {Component} from '../shared/component.js';
import {go} from '../shared/go.js';
import {screenHeader} from '../shared/header.js';
import {importFiles} from '../shared/import-dialog.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {keep, kept} from '../shared/kept.js';
import {direction, languageName, languages, nativeName} from '../shared/languages.js';
import {below, Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {sameText} from '../shared/tagged-text.js';
import {complain, tell} from '../shared/told.js';
import {editMemory, exportMemory} from './memory-dialogs.js';
import {saveVariant, textIn} from './save-variant.js';
import './unit-grid.js';
import './unit-history.js';

/** @typedef {import('../shared/types.js').Memory} Memory */
/** @typedef {import('../shared/types.js').Unit} Unit */
/** @typedef {import('../shared/types.js').Variant} Variant */
/** @typedef {import('../shared/types.js').TaggedText} TaggedText */

/** The memory that takes what is confirmed, as the server calls it. */
const WORKING = 'Working memory';

/** A memory, searched in any of its languages; every text can be edited where it stands. */
class MemoryScreen extends Component {
  static properties = {
    session: {attribute: false}, memories: {state: true}, memory: {state: true}, search: {state: true}, language: {state: true}, deleted: {state: true},
    columns: {state: true}, at: {state: true}, editing: {state: true}, saving: {state: true},
  };

  static look = css`
    memory-screen .body { display: grid; grid-template-columns: minmax(0, 1fr) 340px; overflow: hidden; }
    memory-screen .units { overflow: auto; min-height: 0; scroll-padding-top: 96px; }
    memory-screen .filters { display: flex; flex-wrap: wrap; gap: 10px; align-items: center; padding: 14px 20px 10px; position: sticky; inset-block-start: 0; inset-inline-start: 0; background: var(--paper); z-index: 2; }
    memory-screen .filters input[type=search] { flex: 1 1 220px; max-width: 420px; } memory-screen .columns { display: flex; gap: 4px; border: 0; padding: 0; margin: 0; }
    memory-screen .columns button { padding: 3px 7px; font-size: var(--small); }
    memory-screen .first { max-width: 560px; margin: 12vh auto 0; text-align: center; } memory-screen .first h2 { font-size: 20px; margin-bottom: 8px; }
    @media (min-width: 1700px) { memory-screen .body { grid-template-columns: minmax(0, 1fr) 420px; } }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    /** @type {Memory[]|undefined} */
    this.memories = undefined;
    /** @type {Memory|undefined} */
    this.memory = undefined;
    this.address = new Address(this, () => this.#follow());
    this.search = this.address.get('search');
    this.language = this.address.get('language');
    this.deleted = this.address.get('deleted') !== '';
    /** @type {string[]} languages shown, in order */
    this.columns = kept('memory.columns', /** @type {string[]} */ ([]));
    /** @type {Set<string>} languages met so far in this memory */
    this.met = new Set();
    /** @type {{unit: number, language: string}|undefined} the cell that has the keyboard */
    this.at = undefined;
    /** @type {{unit: Unit, language: string}|undefined} the text being written */
    this.editing = undefined;
    this.saving = '';
    /** @type {{memory: Memory, total: number, more: boolean}[]} other memories that have what is not in this one */
    this.elsewhere = [];
    /** @type {Paged<Unit>} */
    this.list = new Paged(this, async (offset, signal) => {
      if (!this.memory) return {items: [], total: 0};
      const page = await get(`/api/memories/${this.memory.id}/units${query({...this.#asked, offset, limit: 50})}`, signal);
      this.#meet(page.items);
      this.elsewhere = page.total || !this.search ? [] : await this.#elsewhere(signal);
      return page;
    });
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => { this.#newMemory(); },
      'list.search': () => this.#searchField()?.focus(),
      'list.next': () => this.#step(1, 0),
      'list.previous': () => this.#step(-1, 0),
      'memory.cell': (_digit, event) => this.#step(0, event.key === 'ArrowRight' ? 1 : -1),
      'list.open': (_digit, event) => (event.target instanceof HTMLTableCellElement ? this.#edit() : false),
      'list.edit': () => this.#edit(),
      'form.save': () => (this.editing ? void this.#save() : false),
      'memory.leave': () => this.#leave(),
      'list.delete': () => this.#onUnit(unit => this.#delete(unit)),
      'memory.restore': () => this.#onUnit(unit => this.#restore(unit)),
      'memory.deleted': () => this.#filter({deleted: !this.deleted}),
      'memory.care': () => this.#visit('care'),
      'memory.figures': () => this.#visit('figures'),
      'list.import': () => { this.#import(); },
      'list.export': () => { this.#export(); },
    });
    this.deaf = listen('/api/events', {memory: change => this.#changedElsewhere(change)}, () => this.#changedElsewhere({memory: this.memory?.id ?? 0}));
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
  }

  /** Somebody changed a unit, or many at once, perhaps this page. @param {{memory: number, unit?: number}} change */
  async #changedElsewhere({memory, unit}) {
    if (memory !== this.memory?.id || this.saving === 'saving') return;
    if (!unit) {
      // A list that somebody has gone down in is not cut short under their eyes.
      if (this.list.items.length <= 50 && !this.editing) this.list.restart(500);
      return;
    }
    const known = this.list.items.find(one => one.id === unit);
    if (!known || this.editing?.unit.id === unit) return;
    const now = /** @type {Unit} */ (await get(`/api/units/${unit}`));
    if (now.version <= known.version) return;
    if (now.deleted === this.deleted) this.list.replace(one => one.id === unit, now);
    else this.list.drop(one => one.id === unit);
  }

  async #load() {
    try {
      const answer = await get('/api/memories');
      this.memories = /** @type {Memory[]} */ (answer.items ?? answer);
      const wanted = this.address.get('memory');
      this.memory = this.memories.find(one => String(one.id) === wanted) ?? this.memories.find(one => one.id === kept('memory', 0)) ?? this.memories.find(one => one.name === WORKING) ?? this.memories[0];
      await this.list.restart();
      if (this.search) this.#searchField()?.focus();
    } catch (failure) {
      complain(failure);
    }
  }

  get #asked() {
    return {search: this.search, language: this.language, deleted: this.deleted || ''};
  }

  /** @param {AbortSignal} signal */
  async #elsewhere(signal) {
    const found = [];
    for (const memory of this.memories ?? []) {
      if (memory.id === this.memory?.id) continue;
      const {total, more} = await get(`/api/memories/${memory.id}/units${query({...this.#asked, limit: 1})}`, signal);
      if (total) found.push({memory, total, more});
    }
    return found;
  }

  #follow() {
    if (this.search === this.address.get('search') && this.language === this.address.get('language')) return;
    this.search = this.address.get('search');
    this.language = this.address.get('language');
    this.list.restart();
  }

  /** Learns which languages there are; the first ones become the columns where nobody chose any. @param {Unit[]} units */
  #meet(units) {
    const before = this.met.size;
    for (const unit of units) for (const one of unit.variants) this.met.add(one.language);
    if (this.met.size !== before) this.requestUpdate();
  }

  /** @returns {string[]} the desk's order first, then whatever else was met */
  get tongues() {
    const desk = languages().map(one => one.tag);
    const rank = (/** @type {string} */ tag) => (desk.includes(tag) ? desk.indexOf(tag) : desk.length);
    return [...this.met].sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  }

  /** @returns {string[]} */
  get shown() {
    const tongues = this.tongues;
    const chosen = this.columns.filter(tag => this.met.has(tag));
    return chosen.length ? tongues.filter(tag => chosen.includes(tag)) : tongues.slice(0, innerWidth >= 1700 ? 5 : 3);
  }

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'maintainer') && !this.memory?.readOnly;
  }

  /** @returns {HTMLInputElement|null} */
  #searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @param {{search?: string, language?: string, deleted?: boolean}} filter @param {number} [wait] */
  #filter(filter, wait = 0) {
    Object.assign(this, filter);
    this.address.set({search: this.search, language: this.language, deleted: this.deleted ? 1 : ''});
    this.list.restart(wait).then(() => this.#keepFocus());
  }

  /** The cell that had the focus may be gone: then the screen has it. */
  async #keepFocus() {
    await this.updateComplete;
    if (document.activeElement === document.body) this.querySelector('main')?.focus();
  }

  /** @param {Memory} memory */
  #choose(memory) {
    this.memory = memory;
    keep('memory', memory.id);
    this.address.set({memory: memory.id});
    this.met = new Set();
    this.at = undefined;
    this.list.restart();
  }

  // The keyboard goes from cell to cell.

  /** @param {number} down @param {number} right */
  #step(down, right) {
    if (this.editing) return false;
    const focus = document.activeElement;
    const here = focus instanceof HTMLTableCellElement ? this.at : undefined;
    if (!here && (right || focus?.matches('select'))) return false;
    const {items} = this.list;
    const shown = this.shown;
    const row = here ? items.findIndex(one => one.id === here.unit) + down : down > 0 ? 0 : items.length - 1;
    const column = (here ? Math.max(shown.indexOf(here.language), 0) : 0) + (direction(document.documentElement.lang) === 'rtl' ? -right : right);
    if (row < 0) {
      this.#searchField()?.focus();
      return;
    }
    if (items[row] && shown[column]) this.#go({unit: items[row].id, language: shown[column]});
  }

  /** @param {import('./unit-grid.js').Cell|undefined} cell */
  async #go(cell) {
    this.at = cell;
    await this.updateComplete;
    if (cell) await this.#grid()?.focusOn(cell);
    else await this.#keepFocus();
  }

  /** @returns {Unit|undefined} */
  get unit() {
    return this.list.items.find(one => one.id === this.at?.unit);
  }

  /** @param {(unit: Unit) => void} does */
  #onUnit(does) {
    if (!this.unit || this.editing || !(document.activeElement instanceof HTMLTableCellElement)) return false;
    if (this.may) does(this.unit);
    else this.#mayNot();
  }

  #mayNot() {
    tell(this.memory?.readOnly ? `The memory ${this.memory.name} is read-only.` : 'Maintainers change memories.');
  }

  // A text is edited where it stands.

  #edit() {
    const unit = this.unit;
    if (!unit || !this.at || unit.deleted || this.editing) return false;
    if (!this.may) return this.#mayNot();
    this.editing = {unit, language: this.at.language};
  }

  /** @returns {import('./unit-grid.js').UnitGrid|null} */
  #grid() {
    return this.querySelector('unit-grid');
  }

  #leave() {
    if (!this.editing) return false;
    const {unit, language} = this.editing;
    this.editing = undefined;
    this.#go({unit: unit.id, language});
  }

  async #save() {
    const {editing} = this;
    const text = this.#grid()?.text;
    if (!editing || !text || this.saving === 'saving') return;
    const before = textIn(editing.unit, editing.language);
    if (sameText(text, before)) return this.#leave();
    const saved = await this.#put(editing.unit, editing.language, text);
    if (!saved) return;
    this.editing = undefined;
    this.#go({unit: saved.id, language: editing.language});
    if (before) this.#offerBack(saved, editing.language, before);
  }

  /** @param {Unit} saved @param {string} language @param {TaggedText} before */
  #offerBack(saved, language, before) {
    tell('Saved.', {label: 'Undo', run: () => { this.#put(saved, language, before); }});
  }

  /** @param {Unit} unit @param {string} language @param {TaggedText} text @returns {Promise<Unit|undefined>} nothing when it was not saved */
  async #put(unit, language, text) {
    this.saving = 'saving';
    try {
      const saved = await saveVariant(unit, language, text, theirs => {
        this.list.replace(one => one.id === theirs.id, theirs);
        // Left undecided, what was written stays in its field, from now on against their version.
        if (this.editing?.unit.id === theirs.id) this.editing = {unit: theirs, language};
      });
      this.saving = saved ? 'saved' : 'failed';
      if (saved) this.list.replace(one => one.id === saved.id, saved);
      return saved;
    } catch (failure) {
      this.saving = 'failed';
      complain(failure);
      return undefined;
    }
  }

  /** @param {Variant} variant an earlier one */
  async #takeBack(variant) {
    const {unit} = this;
    if (!unit) return;
    const before = textIn(unit, variant.language);
    const saved = await this.#put(unit, variant.language, variant.text);
    if (saved && before) this.#offerBack(saved, variant.language, before);
  }

  /** @param {Unit} unit */
  async #delete(unit) {
    const at = this.list.items.findIndex(one => one.id === unit.id);
    try {
      const deleted = await remove(`/api/units/${unit.id}${query({version: unit.version})}`);
      this.list.drop(one => one.id === unit.id);
      const next = this.list.items[at] ?? this.list.items[at - 1];
      this.#go(next && this.at ? {unit: next.id, language: this.at.language} : undefined);
      tell('The unit is deleted.', {label: 'Undo', run: async () => {
        const now = deleted ?? (await get(`/api/units/${unit.id}`));
        await this.#restore(now, at);
      }});
    } catch (failure) {
      this.#refused(failure);
    }
  }

  /** @param {Unit} unit @param {number} [at] where it stood before it was deleted */
  async #restore(unit, at = -1) {
    if (!unit.deleted) return;
    try {
      const restored = /** @type {Unit} */ (await post(`/api/units/${unit.id}/restore`, {version: unit.version}));
      if (this.deleted) {
        const here = this.list.items.findIndex(one => one.id === unit.id);
        this.list.drop(one => one.id === unit.id);
        const next = this.list.items[here] ?? this.list.items[here - 1];
        this.#go(next && this.at ? {unit: next.id, language: this.at.language} : undefined);
        tell('The unit is restored.', {label: 'Undo', run: () => { this.#deleteAgain(restored); }});
      } else {
        this.list.insert(restored, Math.max(at, 0));
        this.#go({unit: restored.id, language: this.at?.language ?? this.shown[0]});
      }
    } catch (failure) {
      this.#refused(failure);
    }
  }

  /** @param {Unit} unit that was restored where the deleted ones are shown */
  async #deleteAgain(unit) {
    try {
      await remove(`/api/units/${unit.id}${query({version: unit.version})}`);
      if (this.deleted) await this.list.restart();
    } catch (failure) {
      this.#refused(failure);
    }
  }

  /** @param {unknown} failure */
  #refused(failure) {
    const {current} = /** @type {import('../api.js').Problem} */ (failure);
    if (current) this.list.replace(one => one.id === current.id, current);
    complain(failure);
  }

  // In and out.

  /** @param {'care'|'figures'} what of this memory */
  #visit(what) {
    if (this.memory) go(`/memory/${this.memory.id}/${what}`);
  }

  async #newMemory() {
    if (!atLeast(this.session, 'maintainer')) return tell('Maintainers make memories.');
    const made = await editMemory();
    if (!made) return;
    this.memories = [...(this.memories ?? []), made];
    this.#choose(made);
  }

  async #editMemory() {
    const changed = this.memory && (await editMemory(this.memory));
    if (!changed) return;
    this.memories = this.memories?.map(one => (one.id === changed.id ? changed : one));
    this.memory = changed;
  }

  async #import() {
    const {memory} = this;
    if (!memory) return;
    if (!this.may) return tell(memory.readOnly ? `The memory ${memory.name} is read-only.` : 'Maintainers import into memories.');
    const changed = await importFiles({
      title: `Import into ${memory.name}`, path: `/api/memories/${memory.id}/import`, accept: '.tmx,.csv,.tsv,.xlf,.xliff', what: 'unit',
      hint: 'TMX, XLIFF, CSV or TSV (first line: language tags). What is already in the memory is not doubled.',
    });
    if (changed) this.list.restart();
  }

  #export() {
    if (this.memory) exportMemory(this.memory, this.tongues);
  }

  render() {
    const {memory, memories, list} = this;
    const keeper = atLeast(this.session, 'maintainer');
    return html`
      ${screenHeader(this.session, 'memory', html`
        ${this.may ? html`<button aria-keyshortcuts=${shortcut('list.import')} ?disabled=${!memory} @click=${() => this.#import()}>Import ${keyOf('list.import')}</button>` : nothing}
        <button aria-keyshortcuts=${shortcut('list.export')} ?disabled=${!memory} @click=${() => this.#export()}>Export ${keyOf('list.export')}</button>
        ${keeper ? html`<button aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#newMemory()}>New memory ${keyOf('list.new')}</button>` : nothing}`)}
      <main class="body" tabindex="-1">
        <h1 class="hidden-visually">Memory</h1>
        <section class="units" aria-label="Units">
          ${memories && !memories.length
            ? html`<div class="first"><h2>No memory yet</h2><p class="quiet">A memory keeps every confirmed sentence for the next dispatch. Make one, and import a TMX file if you have any.</p>
                ${keeper ? html`<button class="primary" @click=${() => this.#newMemory()}>New memory ${keyOf('list.new')}</button>` : nothing}</div>`
            : html`${this.#filters()} ${list.items.length ? html`<unit-grid .name=${memory?.name ?? ''} .items=${list.items} .shown=${this.shown} .at=${this.at} .editing=${this.editing} .search=${this.search} .language=${this.language} .may=${this.may}
              @at=${(/** @type {CustomEvent<import('./unit-grid.js').Cell>} */ event) => { this.at = event.detail; }} @edit=${() => this.#edit()}></unit-grid>` : list.fresh || list.failure ? nothing : this.#nothing()} ${below(list)}`}
        </section>
        <unit-history .unit=${this.unit} .may=${this.may} @take-back=${(/** @type {CustomEvent<Variant>} */ event) => this.#takeBack(event.detail)}
          @delete=${() => this.unit && this.#delete(this.unit)} @restore=${() => this.unit && this.#restore(this.unit)}></unit-history>
      </main>
      <footer><span role="status">${list.fresh ? '' : `${list.atLeast ? 'at least ' : ''}${counted(list.total, 'unit')}${this.search || this.language ? ' found' : ''}${this.deleted ? ' deleted' : ''}`}</span>
        <span>${keyOf('list.next')} ${keyOf('memory.cell')} choose</span>${!this.may ? nothing : this.deleted ? html`<span>${keyOf('memory.restore')} restore</span>` : html`<span>${keyOf('list.open')} edit</span><span>${keyOf('list.delete')} delete</span>`}
        ${memory ? html`<a href="/memory/${memory.id}/care" aria-keyshortcuts=${shortcut('memory.care')}>${keyOf('memory.care')} care</a><a href="/memory/${memory.id}/figures" aria-keyshortcuts=${shortcut('memory.figures')}>${keyOf('memory.figures')} figures</a>` : nothing}
        <span class="grow"></span><span>${this.saving === 'saving' ? 'saving …' : this.saving === 'failed' ? html`<span class="bad">● not saved</span>` : html`<span class="ok">● Everything saved</span>`}</span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  #filters() {
    const shown = this.shown;
    return html`<div class="filters" role="search">
      <select aria-label="Memory" @change=${(/** @type {Event} */ event) => {
        const chosen = this.memories?.find(one => String(one.id) === value(event));
        if (chosen) this.#choose(chosen);
      }}>${this.memories?.map(one => html`<option value=${one.id} ?selected=${one.id === this.memory?.id}>${one.name}${one.readOnly ? ' (read-only)' : ''}</option>`)}</select>
      ${this.memory && atLeast(this.session, 'maintainer') ? html`<button class="plain" aria-label="Settings of ${this.memory.name}" title="Name, priority, penalty, updating, read-only" @click=${() => this.#editMemory()}>…</button>` : nothing}
      <input type="search" aria-label="Search the memory" placeholder="Search in any language" aria-keyshortcuts="/" autocomplete="off" spellcheck="false" dir="auto"
        .value=${this.search} @input=${(/** @type {InputEvent} */ event) => this.#filter({search: value(event)}, 120)}
        @keydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === 'ArrowDown') { event.preventDefault(); this.#step(1, 0); } }}>
      ${keyOf('list.search')}
      <select aria-label="Search in" @change=${(/** @type {Event} */ event) => this.#filter({language: value(event)})}>
        <option value="">in every language</option>${this.tongues.map(tag => html`<option value=${tag} ?selected=${tag === this.language}>in ${languageName(tag)}</option>`)}</select>
      <button aria-pressed=${this.deleted ? 'true' : 'false'} aria-keyshortcuts=${shortcut('memory.deleted')} @click=${() => this.#filter({deleted: !this.deleted})}>Deleted ${keyOf('memory.deleted')}</button>
      <fieldset class="columns" aria-label="Languages shown">${this.tongues.map(tag => html`<button aria-pressed=${shown.includes(tag) ? 'true' : 'false'} title=${languageName(tag)}
        @click=${() => this.#toggleColumn(tag)}>${tag}</button>`)}</fieldset>
    </div>`;
  }

  /** @param {string} tag */
  #toggleColumn(tag) {
    const shown = this.shown;
    const next = shown.includes(tag) ? shown.filter(one => one !== tag) : [...shown, tag];
    if (!next.length) return;
    this.columns = next;
    keep('memory.columns', next);
  }

  #nothing() {
    if (this.search || this.language) {
      return html`<p class="empty">Nothing in ${this.memory?.name} says “${this.search}”.
        ${this.elsewhere.map(({memory, total, more}) => html`<button @click=${() => { this.#choose(memory); this.#searchField()?.focus(); }}>${more ? 'at least ' : ''}${total} in ${memory.name}</button> `)}<button @click=${() => { this.#filter({search: '', language: ''}); this.#searchField()?.focus(); }}>Show all</button></p>`;
    }
    if (this.deleted) return html`<p class="empty">Nothing was deleted. <button @click=${() => this.#filter({deleted: false})}>Show what is there ${keyOf('memory.deleted')}</button></p>`;
    return html`<p class="empty">This memory is empty: confirmed sentences come here by themselves${this.may ? html`, others by <button @click=${() => this.#import()}>Import ${keyOf('list.import')}</button>` : '.'}</p>`;
  }
}
customElements.define('memory-screen', MemoryScreen);

/** @param {Event} event */
const value = event => /** @type {HTMLInputElement} */ (event.target).value;
