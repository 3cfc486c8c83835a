// @ts-check
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Component} from '../shared/component.js';
import './segment-row.js';

/** @type {any[]} one array for all rows without, so that they stay as they are */
export const none = [];

/** How many rows a group has. */
export const GROUP = 50;

const LIKELY = 46;

/**
 * Some rows of a sheet, drawn only near where the eye is: a dispatch of ten thousand sentences is two hundred of these.
 * What is not drawn keeps its height.
 */
class RowGroup extends Component {
  static properties = {sheet: {attribute: false}, from: {attribute: false}, count: {attribute: false}, active: {attribute: false}, terms: {attribute: false}, cut: {attribute: false}, shown: {attribute: false}};

  constructor() {
    super();
    /** @type {import('./sheet.js').Sheet|undefined} */
    this.sheet = undefined;
    this.from = 0;
    this.count = 0;
    /** @type {number|undefined} the active segment, where it is one of these */
    this.active = undefined;
    /** @type {import('../shared/types.js').TermHelp[]} of the active segment */
    this.terms = none;
    /** @type {import('./cutting.js').Cut|undefined} where the active segment is being cut */
    this.cut = undefined;
    this.shown = false;
    this.height = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.setAttribute('role', 'presentation');
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    // The row that is written in stays drawn wherever the eye goes.
    if (this.active !== undefined) this.shown = true;
    if (changed.has('shown') && !this.shown && this.isConnected) this.height = this.offsetHeight;
  }

  /** Complete when its rows are. */
  async getUpdateComplete() {
    const complete = await super.getUpdateComplete();
    await Promise.all([...this.children].map(row => /** @type {import('./segment-row.js').SegmentRow} */ (row).updateComplete));
    return complete;
  }

  updated() {
    this.style.height = this.shown ? '' : `${this.height || this.count * LIKELY}px`;
  }

  render() {
    const {sheet} = this;
    if (!sheet || !this.shown) return nothing;
    const rows = sheet.rows.slice(this.from, this.from + this.count);
    return repeat(rows, row => row.id, (row, i) => {
      const active = row.id === this.active;
      const others = sheet.othersOn(row.id);
      return html`<segment-row id="row-${row.id}" .row=${row} .language=${sheet.language} .sourceLanguage=${sheet.dispatch.source} .active=${active}
        .opens=${this.from + i > 0 && sheet.rows[this.from + i - 1].paragraph !== row.paragraph}
        .terms=${active ? this.terms : none} .cut=${active ? this.cut : undefined} .findings=${sheet.open(row.id) ?? none}
        .standing=${sheet.outbox.status(row.id)} .savedAt=${sheet.outbox.savedAt(row.id)} .others=${others.length ? others : none}
        aria-posinset=${this.from + i + 1} aria-setsize=${sheet.total}></segment-row>`;
    });
  }
}
customElements.define('row-group', RowGroup);
export {RowGroup};
