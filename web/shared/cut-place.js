// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from './component.js';
import {characterPlaces, wordPlaces} from './cut-places.js';
import {keyOf} from './keys.js';
import {direction} from './languages.js';
import {tagged} from './tagged-text.js';

/** @typedef {import('./types.js').TaggedText} TaggedText */

/**
 * A text with the place where it is to be cut: arrows move it from word to word, with Shift from character to character,
 * Enter chooses it (`cut-chosen`, detail: the offset), Escape leaves (`cut-left`).
 */
class CutPlace extends Component {
  static properties = {text: {attribute: false}, language: {attribute: false}, at: {attribute: false}, label: {}, leaving: {}};

  static look = css`
    cut-place { display: block; white-space: normal; outline: none; border-radius: var(--round); box-shadow: 0 0 0 2px var(--accent); padding: 4px 8px; cursor: default; }
    cut-place .words { display: block; white-space: pre-wrap; }
    cut-place .words > [data-at]:hover { background: var(--accent-soft); }
    cut-place .mark { display: inline-block; width: 3px; height: 1.15em; margin-inline: 1px; vertical-align: -0.2em; background: var(--accent); border-radius: 2px; }
    cut-place .hint { display: block; margin-top: 4px; font-size: var(--small); font-weight: 400; color: var(--quiet); }
  `;

  constructor() {
    super();
    /** @type {TaggedText} */
    this.text = {plain: '', tags: []};
    this.language = '';
    this.at = 0;
    this.label = '';
    /** What leaving does, in words. */
    this.leaving = 'leave';
  }

  connectedCallback() {
    super.connectedCallback();
    this.tabIndex = 0;
    this.setAttribute('role', 'slider');
    this.addEventListener('keydown', this.#press);
    this.addEventListener('click', this.#point);
  }

  firstUpdated() {
    this.focus();
  }

  updated() {
    const {plain} = this.text;
    this.setAttribute('aria-label', this.label);
    this.setAttribute('aria-valuemin', '0');
    this.setAttribute('aria-valuemax', String(plain.length));
    this.setAttribute('aria-valuenow', String(this.at));
    this.setAttribute('aria-valuetext', `${plain.slice(0, this.at).trim().split(/\s+/).slice(-3).join(' ')} | ${plain.slice(this.at).trim().split(/\s+/).slice(0, 3).join(' ')}`);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const forward = direction(this.language) === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const places = event.shiftKey ? characterPlaces(this.text.plain) : wordPlaces(this.text.plain, this.language);
    if (event.key === 'Enter') this.dispatchEvent(new CustomEvent('cut-chosen', {detail: this.at, bubbles: true}));
    else if (event.key === 'Escape') this.dispatchEvent(new CustomEvent('cut-left', {bubbles: true}));
    else if (event.key === 'Home') this.at = places[0] ?? this.at;
    else if (event.key === 'End') this.at = places.at(-1) ?? this.at;
    else if (event.key === forward || event.key === 'ArrowDown') this.at = places.find(at => at > this.at) ?? this.at;
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight' || event.key === 'ArrowUp') this.at = places.findLast(at => at < this.at) ?? this.at;
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {MouseEvent} event before the word that is pointed at */
  #point(event) {
    const word = /** @type {HTMLElement} */ (event.target).closest('[data-at]');
    const at = Number(/** @type {HTMLElement|null} */ (word)?.dataset.at);
    if (at > 0) this.at = at;
    event.stopPropagation();
  }

  render() {
    const {text, at, language} = this;
    const places = [...new Set([0, ...wordPlaces(text.plain, language), at])].sort((a, b) => a - b);
    return html`<span lang=${language} dir=${direction(language)} class="words">${places.map((from, i) => {
      const to = places[i + 1] ?? text.plain.length;
      const last = i === places.length - 1;
      const tags = text.tags.filter(tag => tag.at >= from && (tag.at < to || last)).map(tag => ({...tag, at: tag.at - from}));
      return html`${from === at && at > 0 ? html`<span class="mark" aria-hidden="true"></span>` : nothing}<span data-at=${from}>${tagged({plain: text.plain.slice(from, to), tags})}</span>`;
    })}</span>
    <span class="hint">${keyOf('cut.move')} <kbd>→</kbd> move · ${keyOf('cut.here')} cut here · ${keyOf('cut.leave')} ${this.leaving}</span>`;
  }
}
customElements.define('cut-place', CutPlace);
export {CutPlace};
