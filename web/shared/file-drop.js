// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from './component.js';
import {bind, keyOf, shortcut} from './keys.js';

const MB = 1 << 20;

/** @param {number} bytes @returns {string} 34 KB */
export const size = bytes =>
  bytes < 1000 ? `${bytes} bytes` : bytes < MB ? `${Math.round(bytes / 1024)} KB` : `${(bytes / MB).toFixed(1)} MB`;

/**
 * A place to drop a file on or choose one; fires `chosen` with the File as detail. What is dropped beside it on the same
 * screen is taken too, so that nobody has to aim.
 */
export class FileDrop extends Component {
  static properties = {accept: {}, label: {}, multiple: {type: Boolean}, over: {state: true}};
  static look = css`
    file-drop { display: grid; justify-items: center; gap: 6px; align-content: center; padding: 18px; border: 1.5px dashed var(--edge);
      border-radius: var(--round); text-align: center; color: var(--quiet); }
    file-drop.over { border-color: var(--accent); background: var(--accent-soft); color: var(--ink); }
    file-drop input { position: absolute; inline-size: 1px; block-size: 1px; opacity: 0; pointer-events: none; }
  `;

  constructor() {
    super();
    this.accept = '';
    this.label = 'Drop a file here';
    this.multiple = false;
    this.over = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({'form.file': () => this.choose()});
    this.zone = this.closest('dialog, main') ?? document.body;
    for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) this.zone.addEventListener(name, this.#drag);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    for (const name of ['dragenter', 'dragover', 'dragleave', 'drop']) this.zone?.removeEventListener(name, this.#drag);
  }

  /** Opens the browser's file chooser. */
  choose() {
    this.querySelector('input')?.click();
  }

  /** @param {Event} event */
  #drag = event => {
    const drag = /** @type {DragEvent} */ (event);
    if (!drag.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    this.over = event.type === 'dragenter' || event.type === 'dragover';
    if (event.type === 'drop') this.#take(drag.dataTransfer.files);
  };

  /** @param {FileList|null} files */
  #take(files) {
    for (const file of [...(files ?? [])].slice(0, this.multiple ? undefined : 1)) {
      this.dispatchEvent(new CustomEvent('chosen', {detail: file}));
    }
  }

  updated() {
    this.classList.toggle('over', this.over);
  }

  render() {
    return html`<span>${this.label}</span>
      <button type="button" ?autofocus=${this.multiple} aria-keyshortcuts=${shortcut('form.file')} @click=${() => this.choose()}>${this.multiple ? 'Choose files' : 'Choose a file'} ${keyOf('form.file')}</button>
      <input type="file" tabindex="-1" aria-label="File" accept=${this.accept || nothing} ?multiple=${this.multiple}
        @change=${(/** @type {Event} */ event) => {
          const input = /** @type {HTMLInputElement} */ (event.target);
          this.#take(input.files);
          input.value = '';
        }}>`;
  }
}
customElements.define('file-drop', FileDrop);
