// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get, listen, patch, post, query, remove} from '../api.js';
import {Address} from '../shared/address.js';
import {Component} from '../shared/component.js';
import {found} from '../shared/found.js';
import {go} from '../shared/go.js';
import {screenHeader} from '../shared/header.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName, languages, nativeName} from '../shared/languages.js';
import {bringInVersion, changes} from '../shared/new-version-dialog.js';
import {below, Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {tagged} from '../shared/tagged-text.js';
import {date, moment} from '../shared/time.js';
import {complain, tell} from '../shared/told.js';
import {editDispatch} from './dispatch-fields.js';
import './dispatch-intake.js';

/** @typedef {import('../shared/types.js').Dispatch} Dispatch */

/** The dispatches of the desk: what there is, how far it is in each language, and the way to take one in. */
class DispatchesScreen extends Component {
  static properties = {session: {attribute: false}, parts: {attribute: false}, intake: {state: true}, search: {state: true}, language: {state: true}, state: {state: true}, progress: {state: true}};

  static look = css`
    dispatches-screen .filters { display: flex; gap: 10px; align-items: center; padding: 14px 24px 10px; position: sticky; top: 0; background: var(--paper); z-index: 1; }
    dispatches-screen .filters input[type=search] { width: min(420px, 40vw); }
    dispatches-screen .list { padding: 0 24px 24px; }
    dispatches-screen table { table-layout: fixed; }
    dispatches-screen th:nth-child(1) { width: 100%; } dispatches-screen th:nth-child(2) { width: 110px; } dispatches-screen th:nth-child(3) { width: 412px; }
    dispatches-screen th:nth-child(4) { width: 112px; } dispatches-screen th:nth-child(5) { width: 284px; }
    @media (min-width: 1700px) { dispatches-screen th:nth-child(3) { width: 640px; } }
    dispatches-screen td { padding: 10px 8px; }
    dispatches-screen .title { font-size: var(--read); color: var(--ink); text-decoration: none; display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; text-align: left; }
    dispatches-screen .title:hover { color: var(--accent); }
    dispatches-screen .facts { color: var(--quiet); font-size: var(--small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; display: block; }
    dispatches-screen tr:focus-within, dispatches-screen tr:focus-within:hover { background: var(--accent-soft); }
    dispatches-screen tr:focus-within td:first-child { box-shadow: inset 3px 0 var(--accent); } dispatches-screen .title:focus-visible { outline: none; }
    dispatches-screen .targets { display: flex; flex-wrap: wrap; gap: 6px 14px; }
    dispatches-screen .target { display: block; font-size: 13px; color: var(--ink); text-decoration: none; border-radius: 4px; width: 118px; }
    dispatches-screen .target:hover { color: var(--accent); } dispatches-screen .target .bar { width: 100%; }
    dispatches-screen .target > span:first-child { display: flex; gap: 6px; } dispatches-screen .target small { margin-inline-start: auto; color: var(--quiet); font-size: var(--small); }
    dispatches-screen .does { white-space: nowrap; text-align: end; } dispatches-screen .does button { opacity: 0; } dispatches-screen tr:hover .does button, dispatches-screen tr:focus-within .does button { opacity: 1; }
    dispatches-screen .first { max-width: 560px; margin: 12vh auto 0; text-align: center; } dispatches-screen .first h2 { font-size: 20px; margin-bottom: 8px; }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    /** @type {Record<string, string>|undefined} */
    this.parts = undefined;
    this.address = new Address(this, () => this.#follow());
    /** @type {Paged<Dispatch>} */
    this.list = new Paged(this, (offset, signal) =>
      get('/api/dispatches' + query({search: this.search, language: this.language, state: this.state, progress: this.progress, offset, limit: 50}), signal));
    this.search = '';
    this.language = '';
    this.state = '';
    this.progress = '';
    this.intake = false;
    this.#read();
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => this.intake ? false : this.#open(true),
      'list.search': () => this.intake ? false : this.#searchField()?.focus(),
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
      'list.edit': () => this.#withFocused(one => this.#edit(one)),
      'dispatches.done': () => this.#withFocused(one => this.#toggle(one)),
      'dispatches.update': () => this.#withFocused(one => this.#update(one)),
      'list.delete': () => this.#withFocused(one => this.#delete(one)),
    });
    document.addEventListener('visibilitychange', this.#back);
    this.deaf = listen('/api/events', {dispatch: () => this.#changedElsewhere()}, this.#back);
    this.list.restart();
    this.#openNamed();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
    document.removeEventListener('visibilitychange', this.#back);
  }

  /** What others did meanwhile is shown when the page comes back to the front. */
  #back = () => {
    if (!document.hidden && !this.intake) this.list.restart();
  };

  /** Somebody took a dispatch in, changed or deleted it, perhaps this page. */
  #changedElsewhere() {
    // A list that somebody has gone down in is not cut short under their eyes.
    if (!this.intake && this.list.items.length <= 50) this.list.restart(300);
  }

  #read() {
    this.intake = new URLSearchParams(location.search).has('new');
    this.search = this.address.get('search');
    this.language = this.address.get('language');
    this.state = this.address.get('state');
    this.progress = this.address.get('progress');
  }

  #follow() {
    const before = this.#asked();
    this.#read();
    if (before !== this.#asked()) this.list.restart();
  }

  /** What is asked for, to see whether it changed. */
  #asked() {
    return JSON.stringify([this.search, this.language, this.state, this.progress, this.intake]);
  }

  /** Shows the fields of the dispatch that the address names. */
  async #openNamed() {
    const id = /^\/dispatches\/(\d+)$/.exec(location.pathname)?.[1];
    if (!id) return;
    try {
      await this.#edit(await get(`/api/dispatches/${id}`));
    } catch (failure) {
      complain(failure);
    }
    go('/dispatches', {replace: true});
  }

  /** @returns {boolean} */
  get mayDelete() {
    return atLeast(this.session, 'chief');
  }

  /** @returns {HTMLInputElement|null} */
  #searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @param {boolean} intake */
  #open(intake) {
    go(intake ? '/dispatches?new' : '/dispatches');
  }

  /** @param {{search?: string, language?: string, state?: string, progress?: string}} filter @param {number} [wait] */
  #filter(filter, wait = 0) {
    Object.assign(this, filter);
    this.address.set(filter);
    this.list.restart(wait);
  }

  /** @returns {HTMLElement[]} */
  #rows() {
    return [...this.querySelectorAll('tbody tr')].map(row => /** @type {HTMLElement} */ (row.querySelector('a.title')));
  }

  /** Moves the focus along the list. @param {number} by */
  #step(by) {
    if (this.intake) return false;
    const rows = this.#rows();
    const at = rows.findIndex(link => link.closest('tr')?.contains(document.activeElement));
    if (at < 0 && document.activeElement?.matches('select')) return false;
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (next) next.focus();
    else if (at === 0) this.#searchField()?.focus();
  }

  /** @param {(dispatch: Dispatch) => void} does */
  #withFocused(does) {
    const row = document.activeElement?.closest('tr');
    const dispatch = this.list.items.find(one => String(one.id) === row?.dataset.id);
    if (!dispatch) return false;
    does(dispatch);
  }

  /** @param {Dispatch} dispatch */
  async #edit(dispatch) {
    const changed = await editDispatch(dispatch);
    if (!changed) return;
    this.list.replace(one => one.id === changed.id, changed);
  }

  /** @param {Dispatch} dispatch */
  async #update(dispatch) {
    const made = await bringInVersion(dispatch);
    if (!made) return;
    this.list.replace(one => one.id === dispatch.id, made.dispatch);
    tell(`“${called(dispatch)}” has its new version: ${changes(made)}.`, {label: 'Undo', run: () => { this.#undoUpdate(made.dispatch); }});
  }

  /** @param {Dispatch} dispatch */
  async #undoUpdate(dispatch) {
    try {
      const made = await post(`/api/dispatches/${dispatch.id}/update/undo`, {version: dispatch.version});
      this.list.replace(one => one.id === dispatch.id, made.dispatch);
      tell(`“${called(made.dispatch)}” has the version before again, with its translations.`);
    } catch (failure) {
      complain(failure);
    }
  }

  /** @param {Dispatch} dispatch */
  async #toggle(dispatch) {
    const state = dispatch.state === 'done' ? 'open' : 'done';
    try {
      const changed = await patch(`/api/dispatches/${dispatch.id}`, {version: dispatch.version, state});
      this.list.replace(one => one.id === changed.id, changed);
      tell(state === 'done' ? `“${called(dispatch)}” is done.` : `“${called(dispatch)}” is open again.`, {label: 'Undo', run: () => this.#toggle(changed)});
    } catch (failure) {
      complain(failure);
      this.list.restart();
    }
  }

  /** @param {Dispatch} dispatch */
  async #delete(dispatch) {
    if (!this.mayDelete) return tell('Chiefs delete dispatches; D takes this one out of the open ones.');
    const at = this.list.items.indexOf(dispatch);
    const rows = this.#rows();
    (rows[at + 1] ?? rows[at - 1] ?? this.#searchField())?.focus();
    this.list.drop(one => one.id === dispatch.id);
    try {
      await remove(`/api/dispatches/${dispatch.id}${query({version: dispatch.version})}`);
    } catch (failure) {
      this.list.insert(/** @type {import('../api.js').Problem} */ (failure).current ?? dispatch, at);
      complain(failure);
      return;
    }
    tell(`“${called(dispatch)}” is deleted.`, {label: 'Undo', run: async () => {
      try {
        this.list.insert(await post(`/api/dispatches/${dispatch.id}/restore`, {version: dispatch.version + 1}), at);
      } catch (failure) {
        complain(failure);
      }
    }});
  }

  render() {
    if (this.intake) {
      return html`${screenHeader(this.session, 'dispatches')}
        <dispatch-intake @left=${() => this.#open(false)}></dispatch-intake>`;
    }
    const {items, total, fresh} = this.list;
    const filtered = this.search || this.language || this.state || this.progress;
    return html`
      ${screenHeader(this.session, 'dispatches', html`<button class="primary" aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#open(true)}>New dispatch ${keyOf('list.new')}</button>`)}
      <main tabindex="-1">
        <h1 class="hidden-visually">Dispatches</h1>
        <div class="filters" role="search">
          <input type="search" aria-label="Search dispatches" placeholder="Search dispatches" aria-keyshortcuts="/" autocomplete="off" spellcheck="false"
            .value=${this.search} @input=${(/** @type {InputEvent} */ event) => this.#filter({search: value(event)}, 120)}
            @keydown=${(/** @type {KeyboardEvent} */ event) => {
              if (event.key === 'ArrowDown') { event.preventDefault(); event.stopPropagation(); this.#step(1); }
              if (event.key === 'Enter' && items[0]) go(first(items[0]));
            }}>
          ${keyOf('list.search')}
          <select aria-label="Language" .value=${this.language} @change=${(/** @type {Event} */ event) => this.#filter({language: value(event)})}>
            <option value="">every language</option>
            ${languages().map(one => html`<option value=${one.tag} ?selected=${one.tag === this.language}>${one.name}</option>`)}
          </select>
          <select aria-label="State" .value=${this.state} @change=${(/** @type {Event} */ event) => this.#filter({state: value(event)})}>
            <option value="">open and done</option><option value="open" ?selected=${this.state === 'open'}>open</option><option value="done" ?selected=${this.state === 'done'}>done</option>
          </select>
          <select aria-label="Progress" @change=${(/** @type {Event} */ event) => this.#filter({progress: value(event)})}>
            <option value="">any progress</option>${['untouched', 'begun', 'complete'].map(one => html`<option value=${one} ?selected=${this.progress === one}>${one}</option>`)}
          </select>
        </div>
        <div class="list">${items.length ? this.#table(items) : fresh || this.list.failure ? nothing : filtered ? this.#nothingFound() : this.#nothingYet()}
        ${below(this.list)}</div>
      </main>
      <footer><span role="status">${fresh ? '' : counted(total, 'dispatch', 'dispatches') + (filtered ? ' found' : '')}</span>
        <span>${keyOf('list.next')} ${keyOf('list.previous')} choose</span><span>${keyOf('list.open')} open</span><span>${keyOf('list.edit')} edit</span>
        <span>${keyOf('dispatches.update')} new version</span><span>${keyOf('dispatches.done')} done</span>${this.mayDelete ? html`<span>${keyOf('list.delete')} delete</span>` : nothing}<span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @param {Dispatch[]} items */
  #table(items) {
    return html`<table>
      <thead><tr><th scope="col">Dispatch<th scope="col">From<th scope="col">Into<th scope="col">Taken in<th scope="col"><span class="hidden-visually">Actions</span></tr></thead>
      <tbody>${repeat(items, one => one.id, one => html`<tr data-id=${one.id}>
        <td><a class="title" href=${first(one)} lang=${one.source} dir=${direction(one.source)}>${marks(one.title || one.slug, this.search)}</a>
          <span class="facts">${this.#facts(one)}</span></td>
        <td class="quiet">${languageName(one.source)}</td>
        <td><div class="targets">${one.targets.map(target => progress(one, target))}
          ${one.targets.length ? nothing : html`<button class="link" @click=${() => this.#edit(one)}>choose languages</button>`}</div></td>
        <td class="quiet when"><span title=${new Date(one.createdAt).toLocaleString('en-GB')}>${moment(one.createdAt)}</span><span class="facts" title=${one.createdBy}>${one.createdBy}</span></td>
        <td class="does">${one.state === 'done' ? html`<span class="chip ok">✓ done</span>` : nothing}
          <button class="plain" @click=${() => this.#edit(one)}>Edit ${keyOf('list.edit')}</button>
          <button class="plain" aria-label="Bring in a new version of ${called(one)}" @click=${() => this.#update(one)}>Update ${keyOf('dispatches.update')}</button>
          ${this.mayDelete ? html`<button class="plain" aria-label="Delete ${called(one)}" @click=${() => this.#delete(one)}>${keyOf('list.delete')}</button>` : nothing}</td>
      </tr>`)}</tbody></table>`;
  }

  /** @param {Dispatch} one */
  #facts(one) {
    const parts = [date(one.dated), one.agency, one.byLine, one.slug, one.fileName || (one.format === 'txt' ? '' : one.format.toUpperCase())];
    return parts.filter((part, i) => part && part !== one.title && parts.indexOf(part) === i)
      .map((part, i) => html`${i ? ' · ' : ''}${marks(part, this.search)}`);
  }

  #nothingFound() {
    return html`<p class="empty">No dispatch has all of that. <button @click=${() => {
      this.#filter({search: '', language: '', state: '', progress: ''});
      this.#searchField()?.focus();
    }}>Show all</button></p>`;
  }

  #nothingYet() {
    return html`<section class="first"><h2>No dispatch yet</h2>
      <p class="quiet">Paste a text, or take a TXT, HTML or DOCX file in. It is split into sentences, and whatever the memory and the glossary know stands beside each of them.</p>
      <button class="primary" @click=${() => this.#open(true)}>New dispatch ${keyOf('list.new')}</button></section>`;
  }
}
customElements.define('dispatches-screen', DispatchesScreen);

/** @param {Event} event */
const value = event => /** @type {HTMLInputElement} */ (event.target).value;

/** @param {Dispatch} dispatch @returns {string} how a sentence calls it */
const called = dispatch => dispatch.slug || dispatch.title;

/** @param {string} text @param {string} search */
const marks = (text, search) => tagged({plain: text, tags: []}, found(text, search, true));

/** Where Enter leads: the first language that is not complete. @param {Dispatch} dispatch */
function first({id, targets}) {
  const target = targets.find(one => one.confirmed < one.segments) ?? targets[0];
  return target ? `/dispatches/${id}/${target.language}` : `/dispatches/${id}`;
}

/** @param {Dispatch} dispatch @param {import('../shared/types.js').Progress} target */
function progress(dispatch, target) {
  const share = target.segments ? Math.floor((100 * target.confirmed) / target.segments) : 0;
  const left = target.wordsLeft ? `${counted(target.wordsLeft, 'word')} left` : 'nothing left';
  return html`<a class="target" href="/dispatches/${dispatch.id}/${target.language}" title="${target.confirmed} of ${target.segments} confirmed, ${left}"
    aria-label="${languageName(target.language)}: ${target.confirmed} of ${target.segments} confirmed">
    <span><bdi lang=${target.language}>${nativeName(target.language)}</bdi>${share === 100 ? html`<small class="ok">✓</small>` : html`<small class="number">${target.confirmed}/${target.segments}</small>`}</span>
    <span class="bar"><i .style=${`width: ${share}%`}></i></span></a>`;
}
