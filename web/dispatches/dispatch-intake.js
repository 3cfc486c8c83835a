// @ts-check
import {css, html, nothing} from 'lit';
import {patch, post} from '../api.js';
import {Component} from '../shared/component.js';
import {size} from '../shared/file-drop.js';
import {go} from '../shared/go.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {keep, kept} from '../shared/kept.js';
import {direction, languageName, languages} from '../shared/languages.js';
import {counted} from '../shared/report.js';
import {moment} from '../shared/time.js';
import {languageToggles} from './language-toggles.js';

/**
 * @typedef {object} Preview what the server sees in a document before it is stored
 * @property {string} format
 * @property {string} encoding
 * @property {string} source
 * @property {string[]} candidates
 * @property {string} title
 * @property {string} slug
 * @property {string} agency
 * @property {string} byLine
 * @property {string|null} dated
 * @property {number} segments
 * @property {number} words
 * @property {string|null} notice what a person should know first, as that changes are tracked in it
 * @property {{id: number, slug: string, title: string, language: string, createdAt: string, createdBy: string}|null} same the dispatch that was made of the same document
 */

/** @typedef {'title'|'slug'|'agency'|'byLine'|'dated'} Field */

/** More than this the server refuses: 50 MB. */
const LIMIT = 50 << 20;

/** Where a text lies that was pasted and not yet taken in, so that a page closed by mistake costs nothing. */
const DRAFT = 'dragoman.intake';

const formats = /** @type {Record<string, string>} */ ({txt: 'Plain text', html: 'HTML', docx: 'Word document'});

/** Takes a dispatch in: a text or a file on the left, what is seen in it on the right, stored by Ctrl+Enter. Fires `left`. */
class DispatchIntake extends Component {
  static properties = {text: {state: true}, file: {state: true}, seen: {state: true}, mine: {state: true}, source: {state: true}, targets: {state: true}, wrong: {state: true}, busy: {state: true}, reading: {state: true}};

  static look = css`
    dispatch-intake { display: contents; }
    dispatch-intake main { display: grid; grid-template-columns: minmax(0, 1fr) 420px; }
    @media (min-width: 1700px) { dispatch-intake main { grid-template-columns: minmax(0, 1fr) 560px; } }
    dispatch-intake .text { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; gap: 12px; padding: 18px 24px; min-height: 0; }
    dispatch-intake textarea { resize: none; width: 100%; height: 100%; padding: 16px 20px; border-color: var(--line); }
    dispatch-intake .file { display: flex; align-items: center; gap: 14px; padding: 20px; border: 1px solid var(--line); border-radius: var(--round); background: var(--sheet); align-self: start; }
    dispatch-intake .file b { display: block; font-size: var(--read); overflow-wrap: anywhere; }
    dispatch-intake aside { border-inline-start: 1px solid var(--line); background: var(--sheet); overflow: auto; padding: 18px 20px; display: grid; align-content: start; }
    dispatch-intake aside h2 { margin-bottom: 4px; } dispatch-intake .facts { color: var(--quiet); min-height: 20px; margin-bottom: 14px; }
    dispatch-intake .error { margin: 0; } dispatch-intake .fields { grid-template-columns: 1fr 1fr; } dispatch-intake aside .field select, dispatch-intake aside .field input { width: 100%; }
  `;

  constructor() {
    super();
    /** @type {string} */
    this.text = sessionStorage.getItem(DRAFT) ?? '';
    /** @type {File|undefined} */
    this.file = undefined;
    /** @type {Preview|undefined} */
    this.seen = undefined;
    /** @type {Partial<Record<Field, string>>} what a person wrote over what was seen */
    this.mine = {};
    /** @type {string} the language a person chose; empty for the detected one */
    this.source = '';
    /** @type {string[]} */
    this.targets = kept('targets', /** @type {string[]} */ ([]));
    this.asBefore = true;
    this.wrong = '';
    this.busy = false;
    /** Whether the server is looking at it. */
    this.reading = false;
    /** @type {AbortController|undefined} */
    this.looking = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'form.save': () => { this.create(); },
      'intake.leave': () => { this.dispatchEvent(new Event('left')); },
      'intake.target': digit => this.#toggle(digit),
      'intake.moreTargets': digit => this.#toggle(9 + digit),
      'intake.same': () => (this.seen?.same ? this.#openSame() : false),
    });
    if (this.text) this.#lookSoon();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    clearTimeout(this.timer);
    this.looking?.abort();
  }

  firstUpdated() {
    this.querySelector('textarea')?.focus();
  }

  /** @param {number} n the language's number, from 1 */
  #toggle(n) {
    const box = this.querySelectorAll('.toggles input')[n - 1];
    if (box instanceof HTMLInputElement) box.click();
  }

  #openSame() {
    const same = this.seen?.same;
    if (same) go(`/dispatches/${same.id}/${same.language}`);
  }

  /** @param {string} text */
  #write(text) {
    this.text = text;
    try {
      sessionStorage.setItem(DRAFT, text);
    } catch (full) {
      // A text too long for the browser's store is only not kept over a reload.
      sessionStorage.removeItem(DRAFT);
    }
    this.#lookSoon(text.length > 200000 ? 1500 : 300);
  }

  /** @param {File|undefined} file */
  #choose(file) {
    if (file && file.size > LIMIT) {
      this.wrong = `“${file.name}” has ${size(file.size)}; a dispatch has 50 MB at most: take the pictures out, or cut it in parts.`;
      return;
    }
    this.file = file;
    this.mine = {};
    this.source = '';
    this.seen = undefined;
    this.#lookSoon();
    if (!file) this.updateComplete.then(() => this.querySelector('textarea')?.focus());
  }

  /** @param {number} [wait] */
  #lookSoon(wait = 0) {
    clearTimeout(this.timer);
    this.looking?.abort();
    this.wrong = '';
    this.reading = this.file !== undefined || this.text.trim() !== '';
    if (!this.reading) {
      this.seen = undefined;
      return;
    }
    this.timer = setTimeout(() => this.#look(), wait);
  }

  /** Asks the server what it sees; nothing is stored by that. */
  async #look() {
    const looking = (this.looking = new AbortController());
    try {
      const seen = await post('/api/dispatches/preview', this.#document(), {signal: looking.signal});
      if (!looking.signal.aborted) this.seen = seen;
    } catch (failure) {
      if (looking.signal.aborted) return;
      this.seen = undefined;
      this.wrong = /** @type {Error} */ (failure).message;
    } finally {
      if (!looking.signal.aborted) this.reading = false;
    }
  }

  /** @returns {FormData} */
  #document() {
    const form = new FormData();
    if (this.file) form.append('file', this.file);
    else form.append('text', this.text);
    if (this.source) form.append('source', this.source);
    return form;
  }

  /** @returns {string[]} the languages wanted, without that of the text */
  get wanted() {
    const source = (this.source || this.seen?.source || '').split('-')[0];
    return this.targets.filter(tag => tag.split('-')[0] !== source);
  }

  async create() {
    if (this.busy) return;
    if (!this.file && !this.text.trim()) {
      this.wrong = 'There is no text yet; paste one, or choose a file.';
      return;
    }
    if (!this.wanted.length) {
      this.wrong = 'Choose at least one language to translate into.';
      /** @type {HTMLElement|null} */ (this.querySelector('.toggles input'))?.focus();
      return;
    }
    this.busy = true;
    this.wrong = '';
    if (this.reading && !this.seen) {
      // Whoever is quicker than the look hears all the same that the text is here already.
      clearTimeout(this.timer);
      await this.#look();
      const seen = /** @type {Preview|undefined} */ (this.seen);
      if (!seen || seen.same) {
        this.busy = false;
        return;
      }
    }
    const form = this.#document();
    for (const name of /** @type {Field[]} */ (['title', 'slug', 'agency', 'byLine', 'dated'])) {
      const value = this.#field(name);
      if (value) form.append(name, value);
    }
    if (!this.source && this.seen) form.append('source', this.seen.source);
    form.append('targets', this.wanted.join(','));
    try {
      let dispatch = await post('/api/dispatches', form);
      // What is empty is taken from the text; what a person emptied stays empty.
      const emptied = Object.entries(this.mine).filter(([name, value]) => value === '' && dispatch[name]).map(([name]) => [name, name === 'dated' ? null : '']);
      if (emptied.length) dispatch = await patch(`/api/dispatches/${dispatch.id}`, {version: dispatch.version, ...Object.fromEntries(emptied)});
      keep('targets', this.targets);
      sessionStorage.removeItem(DRAFT);
      go(`/dispatches/${dispatch.id}/${dispatch.targets[0].language}`);
    } catch (failure) {
      this.wrong = /** @type {Error} */ (failure).message;
    } finally {
      this.busy = false;
    }
  }

  /** @param {Field} name @returns {string} what a person wrote, else what was seen */
  #field(name) {
    return this.mine[name] ?? this.seen?.[name] ?? '';
  }

  render() {
    const {seen, file} = this;
    const source = this.source || seen?.source || '';
    return html`
      <main tabindex="-1">
        <section class="text" aria-label="Text">
          <div role="alert">${this.wrong ? html`<p class="error">${this.wrong}</p>` : html`${seen?.same ? this.#twice(seen.same) : nothing}${seen?.notice ? html`<p class="notice">${seen.notice}</p>` : nothing}`}</div>
          ${file
            ? html`<div class="file"><div class="grow"><b>${file.name}</b><span class="quiet">${size(file.size)}</span></div>
                <button @click=${() => this.#choose(undefined)}>Another text</button></div>`
            : html`<textarea aria-label="Text of the dispatch" placeholder="Paste the dispatch here" spellcheck="false" lang=${source || nothing} dir=${source ? direction(source) : 'auto'}
                .value=${this.text} @input=${(/** @type {Event} */ event) => this.#write(/** @type {HTMLTextAreaElement} */ (event.target).value)}></textarea>`}
          <file-drop accept=".txt,.text,.html,.htm,.xhtml,.docx" label="or drop a TXT, HTML or DOCX file anywhere here"
            @chosen=${(/** @type {CustomEvent<File>} */ event) => this.#choose(event.detail)}></file-drop>
        </section>
        <aside aria-label="What is seen in it">
          <h1 class="hidden-visually">New dispatch</h1>
          <h2>${seen ? 'What is seen in it' : 'New dispatch'}</h2>
          <p class="facts" role="status">${seen
            ? [formats[seen.format] ?? seen.format, seen.encoding, counted(seen.segments, 'segment'), counted(seen.words, 'word')].filter(Boolean).join(' · ')
            : this.reading ? html`${file ? `“${file.name}”` : 'The text'} is being read…` : 'Nothing is stored before you say so.'}</p>
          <div class="field"><label for="intake-source">Language of the text</label>
            <select id="intake-source" @change=${(/** @type {Event} */ event) => {
              this.source = /** @type {HTMLSelectElement} */ (event.target).value;
              this.#lookSoon();
            }}>
              ${seen || source ? nothing : html`<option value="">${this.reading ? 'being read…' : 'found when the text is here'}</option>`}
              ${this.#sources().map((tag, i) => html`<option value=${tag} ?selected=${tag === source}>${languageName(tag)}${seen && i === 0 && tag === seen.candidates?.[0] ? ' (most likely)' : ''}</option>`)}
            </select></div>
          ${languageToggles({source, chosen: this.targets, keys: true, hint: this.asBefore && this.targets.length ? 'as last time' : '', change: targets => { this.targets = targets; this.asBefore = false; }})}
          ${this.#input('title', 'Headline', source)}
          <div class="fields">${this.#input('slug', 'Slug')}${this.#input('dated', 'Date', '', 'date')}${this.#input('agency', 'Agency')}${this.#input('byLine', 'By-line', source)}</div>
          <p><button class="primary" ?disabled=${this.busy} aria-keyshortcuts=${shortcut('form.save')} @click=${() => this.create()}>Create and translate ${keyOf('form.save')}</button>
            <button @click=${() => this.dispatchEvent(new Event('left'))}>Leave ${keyOf('intake.leave')}</button></p>
        </aside>
      </main>
      <footer><span>${keyOf('form.file')} choose a file</span><span>${keyOf('form.save')} create</span><span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @param {NonNullable<Preview['same']>} same */
  #twice(same) {
    return html`<p class="notice">${this.file ? 'This file' : 'This text'} was taken in ${moment(same.createdAt)} by ${same.createdBy} as
      <b>“${same.title || same.slug}”</b> (${same.slug}). <button aria-keyshortcuts=${shortcut('intake.same')} @click=${() => this.#openSame()}>Open that one ${keyOf('intake.same')}</button>
      or create it a second time.</p>`;
  }

  /** The likely languages first, then the desk's others. */
  #sources() {
    return [...new Set([...(this.seen?.candidates ?? []), ...(this.seen ? [this.seen.source] : []), ...languages().map(one => one.tag)])];
  }

  /** @param {Field} name @param {string} label @param {string} [language] @param {string} [type] */
  #input(name, label, language = '', type = 'text') {
    return html`<div class="field"><label for="intake-${name}">${label}</label>
      <input id="intake-${name}" type=${type} maxlength="500" lang=${language || nothing} dir=${language ? direction(language) : nothing} autocomplete="off" .value=${this.#field(name)}
        @input=${(/** @type {Event} */ event) => { this.mine = {...this.mine, [name]: /** @type {HTMLInputElement} */ (event.target).value}; }}></div>`;
  }
}
customElements.define('dispatch-intake', DispatchIntake);
