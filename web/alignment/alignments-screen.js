// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get, listen, patch, post, query, remove} from '../api.js';
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
import './alignment-intake.js';

/** @typedef {import('./types.js').Alignment} Alignment */

/** The alignments of the desk: what there is, how much of it waits for a person, and the way to make one. */
class AlignmentsScreen extends Component {
  static properties = {session: {attribute: false}, intake: {state: true}, search: {state: true}};

  static look = css`
    alignments-screen .filters { display: flex; gap: 10px; align-items: center; padding: 14px 24px 10px; position: sticky; top: 0; background: var(--paper); z-index: 1; }
    alignments-screen .filters input { width: min(420px, 40vw); }
    alignments-screen .list { padding: 0 24px 24px; } alignments-screen table { table-layout: fixed; }
    alignments-screen th:nth-child(1) { width: 100%; } alignments-screen th:nth-child(2) { width: 250px; } alignments-screen th:nth-child(3) { width: 220px; } alignments-screen th:nth-child(4) { width: 120px; } alignments-screen th:nth-child(5) { width: 190px; }
    alignments-screen td { padding: 10px 8px; }
    alignments-screen .title { font-size: var(--read); color: var(--ink); text-decoration: none; display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    alignments-screen .title:hover { color: var(--accent); }
    alignments-screen .facts { display: block; color: var(--quiet); font-size: var(--small); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
    alignments-screen tr:focus-within, alignments-screen tr:focus-within:hover { background: var(--accent-soft); }
    alignments-screen tr:focus-within td:first-child { box-shadow: inset 3px 0 var(--accent); } alignments-screen .title:focus-visible { outline: none; }
    alignments-screen .does { white-space: nowrap; text-align: end; } alignments-screen .does button { opacity: 0; } alignments-screen tr:hover .does button, alignments-screen tr:focus-within .does button { opacity: 1; }
    alignments-screen .first { max-width: 600px; margin: 12vh auto 0; text-align: center; } alignments-screen .first h2 { font-size: 20px; margin-bottom: 8px; }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.address = new Address(this, () => this.#follow());
    /** @type {Paged<Alignment>} */
    this.list = new Paged(this, (offset, signal) => get('/api/alignments' + query({search: this.search, offset, limit: 50}), signal));
    this.search = '';
    this.intake = false;
    this.#read();
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => (this.intake ? false : this.#open(true)),
      'list.search': () => (this.intake ? false : this.#searchField()?.focus()),
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
      'list.edit': () => this.#withFocused(one => { this.#rename(one); }),
      'list.delete': () => this.#withFocused(one => { this.#delete(one); }),
    });
    this.deaf = listen('/api/events', {alignment: () => this.#changedElsewhere()}, () => this.#changedElsewhere());
    this.list.restart();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
  }

  /** Somebody made, changed or deleted one, perhaps this page. */
  #changedElsewhere() {
    // A list that somebody has gone down in is not cut short under their eyes.
    if (!this.intake && this.list.items.length <= 50) this.list.restart(300);
  }

  #read() {
    this.intake = new URLSearchParams(location.search).has('new');
    this.search = this.address.get('search');
  }

  #follow() {
    const before = JSON.stringify([this.intake, this.search]);
    this.#read();
    if (before !== JSON.stringify([this.intake, this.search])) this.list.restart();
  }

  /** @param {boolean} intake */
  #open(intake) {
    go(intake ? '/alignment?new' : '/alignment');
  }

  /** @returns {HTMLInputElement|null} */
  #searchField() {
    return this.querySelector('input[type=search]');
  }

  /** @returns {boolean} */
  get mayDelete() {
    return atLeast(this.session, 'maintainer');
  }

  /** @returns {HTMLElement[]} */
  #rows() {
    return [...this.querySelectorAll('tbody a.title')].map(link => /** @type {HTMLElement} */ (link));
  }

  /** @param {number} by */
  #step(by) {
    if (this.intake) return false;
    const rows = this.#rows();
    const at = rows.findIndex(link => link.closest('tr')?.contains(document.activeElement));
    const next = rows[at < 0 ? (by > 0 ? 0 : rows.length - 1) : at + by];
    if (next) next.focus();
    else if (at === 0) this.#searchField()?.focus();
  }

  /** @param {(alignment: Alignment) => void} does */
  #withFocused(does) {
    const row = document.activeElement?.closest('tr');
    const one = this.list.items.find(item => String(item.id) === row?.dataset.id);
    if (!one) return false;
    does(one);
  }

  /** @param {Alignment} alignment */
  async #rename(alignment) {
    let {name} = alignment;
    const unbind = bind({'form.save': () => save()});
    /** @type {() => void} */
    let save = () => {};
    const wanted = await openDialog('Name of the alignment', (/** @type {(name?: string) => void} */ close) => {
      save = () => close(name.trim());
      return {
        body: html`<form class="field" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); save(); }}><label for="alignment-name">Name</label>
          <input id="alignment-name" autofocus maxlength="200" dir="auto" .value=${name} @input=${(/** @type {Event} */ event) => { name = /** @type {HTMLInputElement} */ (event.target).value; }}><button hidden></button></form>`,
        foot: html`<button class="primary" @click=${() => save()}>Save ${keyOf('form.save')}</button>`,
      };
    });
    unbind();
    if (!wanted || wanted === alignment.name) return;
    await this.#name(alignment, wanted, true);
  }

  /** @param {Alignment} alignment @param {string} name @param {boolean} undo */
  async #name(alignment, name, undo) {
    try {
      const changed = await patch(`/api/alignments/${alignment.id}`, {version: alignment.version, name});
      this.list.replace(one => one.id === changed.id, changed);
      tell(`It is called “${changed.name}” now.`, undo ? {label: 'Undo', run: () => { this.#name(changed, alignment.name, false); }} : []);
    } catch (failure) {
      complain(failure);
      this.list.restart();
    }
  }

  /** @param {Alignment} alignment */
  async #delete(alignment) {
    if (!this.mayDelete) return tell('Maintainers delete alignments.');
    const at = this.list.items.indexOf(alignment);
    const rows = this.#rows();
    (rows[at + 1] ?? rows[at - 1] ?? this.#searchField())?.focus();
    this.list.drop(one => one.id === alignment.id);
    try {
      await remove(`/api/alignments/${alignment.id}${query({version: alignment.version})}`);
    } catch (failure) {
      this.list.insert(/** @type {import('../api.js').Problem} */ (failure).current ?? alignment, at);
      complain(failure);
      return;
    }
    tell(`“${alignment.name}” is deleted; what it gave to memories stays there.`, {label: 'Undo', run: async () => {
      try {
        this.list.insert(await post(`/api/alignments/${alignment.id}/restore`, {version: alignment.version + 1}), at);
      } catch (failure) {
        complain(failure);
      }
    }});
  }

  render() {
    if (this.intake) return html`${screenHeader(this.session, 'alignment')}<alignment-intake @left=${() => this.#open(false)}></alignment-intake>`;
    const {items, total, fresh} = this.list;
    return html`
      ${screenHeader(this.session, 'alignment', html`<button class="primary" aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#open(true)}>New alignment ${keyOf('list.new')}</button>`)}
      <main tabindex="-1">
        <h1 class="hidden-visually">Alignments</h1>
        <div class="filters" role="search"><input type="search" aria-label="Search alignments" placeholder="Search by name" aria-keyshortcuts="/" autocomplete="off" spellcheck="false" .value=${this.search}
          @input=${(/** @type {InputEvent} */ event) => { this.search = /** @type {HTMLInputElement} */ (event.target).value; this.address.set({search: this.search}); this.list.restart(120); }}
          @keydown=${(/** @type {KeyboardEvent} */ event) => {
            if (event.key === 'ArrowDown') { event.preventDefault(); event.stopPropagation(); this.#step(1); }
            if (event.key === 'Enter' && items[0]) go(`/alignment/${items[0].id}`);
          }}> ${keyOf('list.search')}</div>
        <div class="list">${items.length ? this.#table(items) : fresh || this.list.failure ? nothing : this.search
          ? html`<p class="empty">No alignment is called “${this.search}”.</p>` : this.#nothingYet()}${below(this.list)}</div>
      </main>
      <footer><span role="status">${fresh ? '' : counted(total, 'alignment') + (this.search ? ' found' : '')}</span><span>${keyOf('list.next')} ${keyOf('list.previous')} choose</span><span>${keyOf('list.open')} open</span>
        <span>${keyOf('list.edit')} name</span>${this.mayDelete ? html`<span>${keyOf('list.delete')} delete</span>` : nothing}<span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @param {Alignment[]} items */
  #table(items) {
    return html`<table>
      <thead><tr><th scope="col">Alignment<th scope="col">Waits for a person<th scope="col">In the memory<th scope="col">Made<th scope="col"><span class="hidden-visually">Actions</span></tr></thead>
      <tbody>${repeat(items, one => one.id, one => html`<tr data-id=${one.id}>
        <td><a class="title" href="/alignment/${one.id}"><bdi>${one.name}</bdi></a><span class="facts">${one.texts.map(text => languageName(text.language)).join(' · ')}, ${counted(one.links, 'link')}</span></td>
        <td>${one.doubtful ? html`<span class="chip warn">? ${one.doubtful.toLocaleString('en')} doubtful</span>` : html`<span class="chip ok">✓ none is doubtful</span>`}
          <span class="facts">${one.accepted.toLocaleString('en')} accepted, ${one.open.toLocaleString('en')} alone</span></td>
        <td>${one.saved ? html`<span class="ok">✓</span> ${one.saved.memory.name}<span class="facts">${moment(one.saved.at)}${one.saved.version < one.version ? ', changed since' : ''}</span>` : html`<span class="quiet">not yet</span>`}</td>
        <td class="quiet"><span title=${new Date(one.createdAt).toLocaleString('en-GB')}>${moment(one.createdAt)}</span><span class="facts">${one.createdBy}</span></td>
        <td class="does"><button class="plain" aria-label="Name of ${one.name}" @click=${() => this.#rename(one)}>Name ${keyOf('list.edit')}</button>
          ${this.mayDelete ? html`<button class="plain" aria-label="Delete ${one.name}" @click=${() => this.#delete(one)}>${keyOf('list.delete')}</button>` : nothing}</td>
      </tr>`)}</tbody></table>`;
  }

  #nothingYet() {
    return html`<section class="first"><h2>No alignment yet</h2>
      <p class="quiet">Two or three texts that say the same in different languages become links of sentences. Look at the doubtful ones; the rest goes into the memory as it is.</p>
      <button class="primary" @click=${() => this.#open(true)}>New alignment ${keyOf('list.new')}</button></section>`;
  }
}
customElements.define('alignments-screen', AlignmentsScreen);
