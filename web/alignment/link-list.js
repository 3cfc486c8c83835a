// @ts-check
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Component} from '../shared/component.js';
import {languageName} from '../shared/languages.js';
import {counted} from '../shared/report.js';
import {drawLines} from './lines.js';
import {elementOf, linkRow, waitingRow} from './link-row.js';

/**
 * @typedef {import('./sheet.js').Sheet} Sheet
 * @typedef {import('./link-row.js').Cursor} Cursor
 * @typedef {import('./link-row.js').Cut} Cut
 */

const GROUP = 20;
const LIKELY = 66;
const AHEAD = 900;

/** Some rows, drawn only near where the eye is; what is not drawn keeps its height. Fires `wanted` for rows that are not there yet. */
class LinkGroup extends Component {
  static properties = {sheet: {attribute: false}, revision: {attribute: false}, from: {attribute: false}, count: {attribute: false}, cursor: {attribute: false}, cut: {attribute: false}, shown: {attribute: false}};

  constructor() {
    super();
    /** @type {Sheet|undefined} */
    this.sheet = undefined;
    this.revision = 0;
    this.from = 0;
    this.count = 0;
    /** @type {Cursor|undefined} where it is in one of these */
    this.cursor = undefined;
    /** @type {Cut|undefined} */
    this.cut = undefined;
    this.shown = false;
    this.height = 0;
    this.sizes = new ResizeObserver(() => this.draw());
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'rowgroup');
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.sizes.disconnect();
  }

  draw() {
    if (this.shown) drawLines(this);
  }

  willUpdate() {
    // The row that has the keyboard stays drawn wherever the eye goes.
    if (this.cursor) this.shown = true;
  }

  updated() {
    this.style.height = this.shown ? '' : `${this.height || this.count * LIKELY}px`;
    this.draw();
    const {sheet, from, count} = this;
    if (this.shown && sheet?.rows.slice(from, from + count).includes(undefined)) {
      this.dispatchEvent(new CustomEvent('wanted', {detail: {from, count}, bubbles: true}));
    }
  }

  render() {
    const {sheet, from, cursor, cut} = this;
    if (!sheet || !this.shown) return nothing;
    const languages = sheet.alignment.texts.map(one => one.language);
    return repeat(sheet.rows.slice(from, from + this.count), (row, i) => row?.id ?? `at-${from + i}`, (row, i) => {
      if (!row) return waitingRow(from + i);
      const own = linkRow(row, {languages, index: from + i, cursor, cut, before: sheet.view === 'text' ? sheet.rows[from + i - 1] : undefined});
      if (sheet.view === 'text' || cursor?.link !== row.id) return own;
      const context = sheet.context?.around === row.id ? sheet.context : undefined;
      /** @param {import('./types.js').Link|undefined} link @param {string} where */
      const beside = (link, where) => link ? linkRow(link, {languages, index: 0, beside: true}) : html`<div role="row" class="link beside"><span role="gridcell" class="edge">${context ? where : ''}</span></div>`;
      return html`${beside(context?.before, 'The texts begin here.')}${own}${beside(context?.after, 'The texts end here.')}`;
    });
  }
}
customElements.define('link-group', LinkGroup);

/** All rows of a sheet in groups, of which those near the eye are drawn. Fires `cursor` (detail: where somebody pointed). */
class LinkList extends Component {
  static properties = {sheet: {attribute: false}, revision: {attribute: false}, cursor: {attribute: false}, cut: {attribute: false}};

  constructor() {
    super();
    /** @type {Sheet|undefined} */
    this.sheet = undefined;
    this.revision = 0;
    /** @type {Cursor|undefined} */
    this.cursor = undefined;
    /** @type {Cut|undefined} */
    this.cut = undefined;
    /** @type {IntersectionObserver|undefined} */
    this.watcher = undefined;
    /** @type {WeakSet<LinkGroup>} */
    this.watching = new WeakSet();
    this.width = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'grid');
    this.setAttribute('aria-label', 'Links');
    this.watcher = new IntersectionObserver(entries => this.#draw(entries), {root: this, rootMargin: `${AHEAD}px 0px`});
    this.watching = new WeakSet();
    this.addEventListener('click', this.#point);
    this.sizes = new ResizeObserver(() => this.#resized());
    this.sizes.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher?.disconnect();
    this.removeEventListener('click', this.#point);
    this.sizes?.disconnect();
  }

  /** A wider window has lower rows: the active one is not lost from sight. */
  #resized() {
    const width = this.clientWidth;
    if (this.width && width !== this.width) this.querySelector('.link.active')?.scrollIntoView({block: 'center'});
    this.width = width;
  }

  /** @param {MouseEvent} event */
  #point(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const row = /** @type {HTMLElement|null} */ (target.closest('[data-link]'));
    if (!row || target.closest('cut-place') || String(getSelection())) return;
    const side = /** @type {HTMLElement|null} */ (target.closest('[data-side]'));
    const sentence = /** @type {HTMLElement|null} */ (target.closest('[data-sentence]'));
    this.dispatchEvent(new CustomEvent('cursor', {detail: {link: Number(row.dataset.link), side: Number(side?.dataset.side ?? 0), sentence: sentence ? Number(sentence.dataset.sentence) : undefined}}));
  }

  /** @returns {LinkGroup[]} */
  get groups() {
    return /** @type {LinkGroup[]} */ ([...this.querySelectorAll('link-group')]);
  }

  /** How far below its top the active row stands; nothing where it cannot be seen. @returns {number|undefined} */
  get height() {
    const {top, height} = this.getBoundingClientRect();
    const at = (this.querySelector('.link.active')?.getBoundingClientRect().top ?? NaN) - top;
    return at > 0 && at < height * 0.7 ? at : undefined;
  }

  /**
   * Gives the keyboard to where the cursor is, with something to be seen before and behind it.
   * @param {number} [height] where its row is to stand, so that the eye finds it where the last one was
   */
  async focusCursor(height) {
    await this.updateComplete;
    const {cursor, sheet} = this;
    if (!cursor || !sheet) return;
    await this.groups[Math.floor(sheet.place(cursor.link) / GROUP)]?.updateComplete;
    const row = this.querySelector(`#link-${cursor.link}`);
    if (!row) return;
    const frame = this.getBoundingClientRect();
    const {top, bottom} = row.getBoundingClientRect();
    const room = Math.min(120, frame.height / 4);
    if (height !== undefined) this.scrollTop += top - frame.top - height;
    else if (top < frame.top + room || bottom > frame.bottom - room) {
      // Far away: to where the eye looks first; near by: as little as needed.
      const far = top < frame.top - frame.height || bottom > frame.bottom + frame.height;
      this.scrollTop += far ? top - frame.top - frame.height / 3 : top < frame.top + room ? top - frame.top - room : Math.min(bottom - frame.bottom + room, top - frame.top - room);
    }
    if (!this.cut) document.getElementById(elementOf(cursor))?.focus({preventScroll: true});
  }

  /** @param {IntersectionObserverEntry[]} entries groups that came near or went */
  async #draw(entries) {
    const groups = entries.map(entry => /** @type {LinkGroup} */ (entry.target));
    const resting = this.#resting(new Set(groups));
    const top = resting?.getBoundingClientRect().top;
    for (const [i, group] of groups.entries()) {
      if (group.shown) group.height = entries[i].boundingClientRect.height;
      group.shown = entries[i].isIntersecting;
    }
    await Promise.all(groups.map(group => group.updateComplete));
    if (resting?.isConnected && top !== undefined) this.scrollTop += resting.getBoundingClientRect().top - top;
  }

  /** @param {Set<LinkGroup>} changing @returns {Element|undefined} what must not move: the active row where it can be seen, else the first that can */
  #resting(changing) {
    const frame = this.getBoundingClientRect();
    /** @param {Element} one */
    const seen = one => {
      const {top, bottom} = one.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    };
    const active = this.querySelector('.link.active');
    if (active && seen(active)) return active;
    for (const group of this.groups) {
      if (changing.has(group) || !seen(group)) continue;
      const row = [...group.children].find(seen);
      if (row) return row;
    }
    return undefined;
  }

  updated() {
    for (const group of this.groups) {
      if (this.watching.has(group)) continue;
      this.watching.add(group);
      this.watcher?.observe(group);
    }
  }

  render() {
    const {sheet, cursor} = this;
    if (!sheet) return nothing;
    const {texts} = sheet.alignment;
    this.style.setProperty('--columns', `52px ${texts.map(() => 'minmax(0, 1fr)').join(' var(--gap-width) ')} 124px`);
    this.setAttribute('aria-rowcount', String(sheet.rows.length + 1));
    const place = cursor ? sheet.place(cursor.link) : -1;
    return html`<div role="row" class="heads" aria-rowindex="1"><span role="columnheader" class="n"><span class="hidden-visually">Number</span></span>
        ${texts.map((text, k) => html`${k ? html`<span></span>` : nothing}<span role="columnheader"><b>${languageName(text.language)}</b>
          <span class="quiet">${text.name ? html`<bdi>${text.name}</bdi> · ` : nothing}${counted(text.segments, 'sentence')}</span></span>`)}<span role="columnheader">How sure</span></div>
      ${Array.from({length: Math.ceil(sheet.rows.length / GROUP)}, (_, i) => {
        const active = place >= 0 && Math.floor(place / GROUP) === i;
        return html`<link-group .sheet=${sheet} .revision=${this.revision} .from=${i * GROUP} .count=${Math.min(GROUP, sheet.rows.length - i * GROUP)}
          .cursor=${active ? cursor : undefined} .cut=${active ? this.cut : undefined}></link-group>`;
      })}`;
  }
}
customElements.define('link-list', LinkList);
export {LinkList};
