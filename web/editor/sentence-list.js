// @ts-check
import {html} from 'lit';
import {Component} from '../shared/component.js';
import {GROUP, none} from './row-group.js';

/** @typedef {import('./row-group.js').RowGroup} RowGroup */

const AHEAD = 1500;

/**
 * All rows of a sheet, in groups, of which those near the eye are drawn. Whatever is drawn, grows or shrinks, the row that
 * the eye rests on stays where it is.
 */
class SentenceList extends Component {
  static properties = {sheet: {attribute: false}, active: {attribute: false}, terms: {attribute: false}, cut: {attribute: false}, loaded: {attribute: false}};

  constructor() {
    super();
    /** @type {import('./sheet.js').Sheet|undefined} */
    this.sheet = undefined;
    /** @type {number|undefined} the active segment */
    this.active = undefined;
    /** @type {import('../shared/types.js').TermHelp[]} of the active segment */
    this.terms = none;
    /** @type {import('./cutting.js').Cut|undefined} where the active segment is being cut */
    this.cut = undefined;
    /** How many rows are there by now: their number alone has the groups made. */
    this.loaded = 0;
    /** @type {IntersectionObserver|undefined} */
    this.watcher = undefined;
    /** @type {WeakSet<RowGroup>} */
    this.watching = new WeakSet();
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'list');
    this.setAttribute('aria-label', 'Sentences');
    this.tabIndex = 0;
    this.watcher = new IntersectionObserver(entries => this.draw(entries), {root: this, rootMargin: `${AHEAD}px 0px`});
    this.watching = new WeakSet();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watcher?.disconnect();
  }

  /** @returns {RowGroup[]} */
  get groups() {
    return /** @type {RowGroup[]} */ ([...this.children]);
  }

  /** @param {number} segment @returns {RowGroup|undefined} the group that it is in */
  group(segment) {
    const place = this.sheet?.place(segment) ?? -1;
    return place < 0 ? undefined : this.groups[Math.floor(place / GROUP)];
  }

  /** @param {number|undefined} segment @returns {import('./segment-row.js').SegmentRow|null} where it is drawn */
  row(segment) {
    return segment === undefined ? null : this.querySelector(`#row-${segment}`);
  }

  /**
   * Makes a row the active one. What is under the pointer stays there: a row that shrinks above does not pull it up. Without a
   * pointer the row comes to where there is something to see before and after it.
   * @param {number} segment @param {boolean} pointed
   */
  async bring(segment, pointed) {
    const before = this.row(segment)?.getBoundingClientRect().top;
    this.active = segment;
    await this.updateComplete;
    await this.group(segment)?.updateComplete;
    const row = this.row(segment);
    if (!row) return;
    if (before !== undefined) this.scrollTop += row.getBoundingClientRect().top - before;
    if (pointed) return;
    const frame = this.getBoundingClientRect();
    const now = row.getBoundingClientRect();
    const room = Math.min(140, frame.height / 4);
    if (now.top < frame.top + room) this.scrollTop -= frame.top + room - now.top;
    else if (now.bottom > frame.bottom - room) this.scrollTop += Math.min(now.bottom - frame.bottom + room, now.top - frame.top - room);
  }

  /** @param {IntersectionObserverEntry[]} entries groups that came near or went */
  async draw(entries) {
    const groups = entries.map(entry => /** @type {RowGroup} */ (entry.target));
    const resting = this.resting(new Set(groups));
    const top = resting?.getBoundingClientRect().top;
    for (const [i, group] of groups.entries()) group.shown = entries[i].isIntersecting;
    await Promise.all(groups.map(group => group.updateComplete));
    if (resting?.isConnected && top !== undefined) this.scrollTop += resting.getBoundingClientRect().top - top;
  }

  /** @param {Set<RowGroup>} changing @returns {HTMLElement|undefined} the active row where it can be seen, else the first that can */
  resting(changing) {
    const frame = this.getBoundingClientRect();
    /** @param {HTMLElement} row */
    const seen = row => {
      const {top, bottom} = row.getBoundingClientRect();
      return bottom > frame.top && top < frame.bottom;
    };
    const active = this.row(this.active);
    if (active && seen(active)) return active;
    for (const group of this.groups) {
      if (changing.has(group) || !seen(group)) continue;
      const row = /** @type {HTMLElement[]} */ ([...group.children]).find(seen);
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
    const {sheet} = this;
    const place = sheet && this.active !== undefined ? sheet.place(this.active) : -1;
    return Array.from({length: Math.ceil((sheet?.rows.length ?? 0) / GROUP)}, (_, i) => {
      const active = place >= 0 && Math.floor(place / GROUP) === i;
      return html`<row-group .sheet=${sheet} .from=${i * GROUP} .count=${Math.min(GROUP, (sheet?.rows.length ?? 0) - i * GROUP)}
        .active=${active ? this.active : undefined} .terms=${active ? this.terms : none} .cut=${active ? this.cut : undefined}></row-group>`;
    });
  }
}
customElements.define('sentence-list', SentenceList);
export {SentenceList};
