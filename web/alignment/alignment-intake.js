// @ts-check
import {css, html, nothing} from 'lit';
import {post} from '../api.js';
import {Component} from '../shared/component.js';
import {size} from '../shared/file-drop.js';
import {go} from '../shared/go.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName, languages} from '../shared/languages.js';
import {counted} from '../shared/report.js';

/**
 * @typedef {import('./types.js').Trouble} Trouble
 * @typedef {import('./types.js').Seen} Seen
 * @typedef {{text: string, file: File|undefined, language: string}} Given one text; no language where the detected one holds
 */

/** More than this the server refuses: 50 MB. */
const LIMIT = 50 << 20;

/** @returns {Given} */
const nothingGiven = () => ({text: '', file: undefined, language: ''});

/** @param {Given} one */
const isEmpty = one => !one.file && !one.text.trim();

/**
 * Takes two or three texts in that say the same: side by side, their languages detected and correctable, what is wrong with
 * them said before anything is kept. Fires `left`.
 */
class AlignmentIntake extends Component {
  static properties = {given: {state: true}, seen: {state: true}, trouble: {state: true}, wrong: {state: true}, busy: {state: true}, reading: {state: true}, name: {state: true}};

  static look = css`
    alignment-intake { display: contents; }
    alignment-intake main { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; gap: 12px; padding: 16px 24px; }
    alignment-intake .top { display: flex; gap: 16px; align-items: end; } alignment-intake .top .field { margin: 0; flex: 0 1 420px; }
    alignment-intake .said { min-height: 40px; flex: 1; } alignment-intake .said p { margin: 0; }
    alignment-intake .texts { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 18px; min-height: 0; }
    alignment-intake .one { display: grid; grid-template-rows: auto minmax(0, 1fr) auto; gap: 8px; min-height: 0; }
    alignment-intake .language { display: flex; gap: 10px; align-items: center; } alignment-intake .language select { min-width: 200px; }
    alignment-intake textarea { resize: none; width: 100%; height: 100%; padding: 14px 18px; border-color: var(--line); }
    alignment-intake .one.troubled textarea, alignment-intake .one.troubled .file { border-color: var(--bad); }
    alignment-intake .file { display: flex; align-items: center; gap: 14px; padding: 18px; border: 1px solid var(--line); border-radius: var(--round); background: var(--sheet); align-self: start; }
    alignment-intake .file b { display: block; font-size: var(--read); overflow-wrap: anywhere; } alignment-intake .file p { margin: 6px 0 0; }
    alignment-intake .facts { color: var(--quiet); font-size: var(--small); min-height: 18px; }
    alignment-intake .below { display: flex; gap: 12px; align-items: center; } alignment-intake file-drop { flex: 1; padding: 10px; grid-auto-flow: column; justify-content: center; align-items: center; }
  `;

  constructor() {
    super();
    /** @type {Given[]} */
    this.given = [nothingGiven(), nothingGiven()];
    /** @type {(Seen|undefined)[]} */
    this.seen = [];
    /** @type {Trouble|undefined} */
    this.trouble = undefined;
    this.wrong = '';
    this.busy = false;
    this.reading = false;
    this.name = '';
    /** @type {AbortController|undefined} */
    this.looking = undefined;
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'form.save': () => { this.create(); },
      'align.leave': () => { this.dispatchEvent(new Event('left')); },
      'align.mend': () => (this.trouble?.languages ? this.#mend() : false),
      'align.third': () => { this.#third(); },
    });
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

  /** @param {number} k @param {Partial<Given>} change @param {number} [wait] */
  #give(k, change, wait = 0) {
    this.given = this.given.map((one, i) => (i === k ? {...one, ...change} : one));
    this.#lookSoon(wait);
  }

  async #third() {
    const three = this.given.length > 2;
    this.given = three ? this.given.slice(0, 2) : [...this.given, nothingGiven()];
    this.#lookSoon();
    await this.updateComplete;
    const [last] = [...this.querySelectorAll('textarea')].slice(-1);
    last?.focus();
  }

  /** Puts a file where the keyboard is, else where nothing is yet. @param {File} file */
  #take(file) {
    if (file.size > LIMIT) {
      this.wrong = `“${file.name}” has ${size(file.size)}; a text has 50 MB at most: cut it in parts.`;
      return;
    }
    const here = [...this.querySelectorAll('.one')].findIndex(one => one.contains(document.activeElement));
    const k = here >= 0 && isEmpty(this.given[here]) ? here : this.given.findIndex(isEmpty);
    if (k < 0 && this.given.length < 3) {
      this.given = [...this.given, {...nothingGiven(), file}];
      this.#lookSoon();
    } else if (k < 0) this.wrong = `There is no place left for “${file.name}”: take one of the three texts away first.`;
    else this.#give(k, {file, text: '', language: ''});
  }

  /** @param {number} wait */
  #lookSoon(wait = 0) {
    clearTimeout(this.timer);
    this.looking?.abort();
    this.wrong = '';
    this.trouble = undefined;
    this.reading = this.given.some(one => !isEmpty(one));
    if (this.reading) this.timer = setTimeout(() => this.#look(), wait);
    else this.seen = [];
  }

  /** Asks the server what it sees; nothing is kept by that. */
  async #look() {
    const looking = (this.looking = new AbortController());
    const places = this.given.map((one, k) => (isEmpty(one) ? -1 : k)).filter(k => k >= 0);
    try {
      const {texts, trouble} = await post('/api/alignments/preview', this.#form(places), {signal: looking.signal});
      if (looking.signal.aborted) return;
      this.seen = this.given.map((_, k) => texts[places.indexOf(k)]);
      // Before the second text is there, that it is missing is no trouble.
      this.trouble = places.length < 2 || !trouble ? undefined
        : {...trouble, texts: trouble.texts.map((/** @type {number} */ k) => places[k]), languages: trouble.languages && this.given.map((one, k) => trouble.languages[places.indexOf(k)] ?? one.language)};
    } catch (failure) {
      if (!looking.signal.aborted) this.wrong = /** @type {Error} */ (failure).message;
    } finally {
      if (!looking.signal.aborted) this.reading = false;
    }
  }

  /** @param {number[]} places of the texts that are sent @returns {FormData} */
  #form(places) {
    const form = new FormData();
    places.forEach((k, i) => {
      const {file, text, language} = this.given[k];
      if (file) form.append(`file${i + 1}`, file);
      else form.append(`text${i + 1}`, text);
      if (language) form.append(`language${i + 1}`, language);
    });
    // The server looks at two at least; of one it is the language that is wanted.
    if (places.length === 1) form.append('text2', '');
    return form;
  }

  /** Does what is offered: other languages for the texts. */
  #mend() {
    const offered = this.trouble?.languages;
    if (!offered) return;
    this.given = this.given.map((one, k) => ({...one, language: offered[k] ?? one.language}));
    this.#lookSoon();
  }

  async create() {
    if (this.busy) return;
    const missing = this.given.findIndex(isEmpty);
    if (missing >= 0) {
      this.wrong = `Text ${missing + 1} is empty; paste one, or choose a file.`;
      this.querySelectorAll('.one')[missing]?.querySelector('textarea')?.focus();
      return;
    }
    this.busy = true;
    this.wrong = '';
    clearTimeout(this.timer);
    this.looking?.abort();
    const form = this.#form(this.given.map((_, k) => k));
    if (this.name.trim()) form.append('name', this.name.trim());
    try {
      const made = await post('/api/alignments', form);
      go(`/alignment/${made.id}`);
    } catch (failure) {
      this.wrong = /** @type {Error} */ (failure).message;
      // What is wrong, and what would mend it, the look says.
      if (/** @type {any} */ (failure).status === 422) await this.#look();
      if (this.trouble) this.wrong = '';
    } finally {
      this.busy = false;
      this.reading = false;
    }
  }

  render() {
    const {given, trouble, wrong} = this;
    const three = given.length > 2;
    return html`
      <main tabindex="-1">
        <div class="top"><h1 class="hidden-visually">New alignment</h1>
          <div class="field"><label for="alignment-name">Name</label><input id="alignment-name" maxlength="200" dir="auto" autocomplete="off" placeholder="as the first text begins" .value=${this.name}
            @input=${(/** @type {Event} */ event) => { this.name = /** @type {HTMLInputElement} */ (event.target).value; }}></div>
          <div class="said" role="alert">${wrong ? html`<p class="error">${wrong}</p>` : trouble ? html`<p class="error">${trouble.detail}
            ${trouble.languages ? html`<button aria-keyshortcuts=${shortcut('align.mend')} @click=${() => this.#mend()}>${this.#offer(trouble)} ${keyOf('align.mend')}</button>` : nothing}</p>` : nothing}</div></div>
        <div class="texts">${given.map((one, k) => this.#text(one, k))}</div>
        <div class="below"><file-drop multiple accept=".txt,.text,.html,.htm,.xhtml,.docx" label="or drop TXT, HTML or DOCX files anywhere here"
            @chosen=${(/** @type {CustomEvent<File>} */ event) => this.#take(event.detail)}></file-drop>
          <button aria-keyshortcuts=${shortcut('align.third')} @click=${() => this.#third()}>${three ? 'Without the third' : 'A third language'} ${keyOf('align.third')}</button>
          <button @click=${() => this.dispatchEvent(new Event('left'))}>Leave ${keyOf('align.leave')}</button>
          <button class="primary" ?disabled=${this.busy} aria-keyshortcuts=${shortcut('form.save')} @click=${() => this.create()}>${this.busy ? 'Being aligned …' : 'Align'} ${keyOf('form.save')}</button></div>
      </main>
      <footer><span role="status">${this.busy ? 'The texts are being aligned …' : this.reading ? 'The texts are being read …' : 'Nothing is kept before you say so.'}</span><span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @param {Trouble} trouble */
  #offer(trouble) {
    const offered = trouble.languages ?? [];
    if (trouble.kind === 'swapped') return 'Swap the languages';
    return trouble.texts.map(k => offered[k]).filter(Boolean).map(tag => `It is ${languageName(tag)}`).join(', ') || 'Do it';
  }

  /** @param {Given} one @param {number} k */
  #text(one, k) {
    const seen = isEmpty(one) ? undefined : this.seen[k];
    const language = one.language || seen?.language || '';
    const tags = [...new Set([...(seen?.candidates ?? []), ...(language ? [language] : []), ...languages().map(known => known.tag)])];
    return html`<div class="one ${this.trouble?.texts.includes(k) ? 'troubled' : ''}">
      <div class="language"><label for="language-${k}">Text ${k + 1} is in</label>
        <select id="language-${k}" @change=${(/** @type {Event} */ event) => this.#give(k, {language: /** @type {HTMLSelectElement} */ (event.target).value})}>
          ${language ? nothing : html`<option value="">found when it is here</option>`}
          ${tags.map(tag => html`<option value=${tag} ?selected=${tag === language}>${languageName(tag)}${!one.language && tag === seen?.language ? ' (as it seems)' : ''}</option>`)}</select></div>
      ${one.file
        ? html`<div class="file"><div class="grow"><b>${one.file.name}</b><span class="quiet">${size(one.file.size)}</span>${seen?.beginning ? html`<p class="quiet" lang=${language} dir=${direction(language)}>${seen.beginning} …</p>` : nothing}</div>
            <button @click=${() => this.#give(k, nothingGiven())}>Another text</button></div>`
        : html`<textarea aria-label="Text ${k + 1}" placeholder=${k ? 'Paste the same in another language here' : 'Paste a text here'} spellcheck="false" lang=${language || nothing} dir=${language ? direction(language) : 'auto'}
            .value=${one.text} @input=${(/** @type {Event} */ event) => { const {value} = /** @type {HTMLTextAreaElement} */ (event.target); this.#give(k, {text: value}, value.length > 100000 ? 1500 : 400); }}></textarea>`}
      <span class="facts">${seen ? [counted(seen.segments, 'sentence'), counted(seen.words, 'word')].join(' · ') : ''}${seen?.notice ? html` · ${seen.notice}` : nothing}</span>
    </div>`;
  }
}
customElements.define('alignment-intake', AlignmentIntake);
