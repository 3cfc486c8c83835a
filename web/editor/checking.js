// @ts-check
import {connection} from '../api.js';
import {isEmpty} from '../shared/tagged-text.js';
import {complain, tell} from '../shared/told.js';
import {mendable} from './aside.js';

/** @typedef {import('../shared/types.js').Finding} Finding */

/**
 * What is found in what is written: asked for while typing, gone to, mended.
 */
export class Checking {
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;
  /** @type {AbortController|undefined} */
  #asking;
  /** @type {Finding|undefined} the one that was gone to last */
  #shown;

  /** @param {import('./editor-screen.js').EditorScreen} screen */
  constructor(screen) {
    this.screen = screen;
  }

  /** Leaves the row: what is still asked is of no use. */
  stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asking?.abort();
    this.#shown = undefined;
  }

  /** Checks the active row. @param {number} pause milliseconds, in which more may be written */
  soon(pause) {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#timer = setTimeout(() => this.now(), pause);
  }

  /** Checks the active row as it stands. */
  async now() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#asking?.abort();
    const {sheet, active, editor} = this.screen;
    if (!sheet || active === undefined || !editor) return;
    const text = editor.text;
    const asking = new AbortController();
    this.#asking = asking;
    try {
      const findings = isEmpty(text) ? [] : await sheet.check(active, text, asking.signal);
      if (isEmpty(text)) sheet.findings.delete(active);
      if (this.screen.active === active && !asking.signal.aborted) this.screen.editor?.show(findings.filter(one => !one.accepted));
      this.screen.requestUpdate();
      this.screen.list?.group(active)?.requestUpdate();
    } catch (failure) {
      if (!asking.signal.aborted && connection.online) complain(failure);
    }
  }

  /** Mends the first finding that offers something; a key that is quicker than the check has it done at once. */
  async mendFirst() {
    const {active} = this.screen;
    if (this.#timer !== undefined) await this.now();
    if (this.screen.active !== active || !this.screen.editor) return;
    const finding = mendable(this.screen.findings);
    if (finding) this.screen.editor.mend(finding, finding.offer ?? '');
    else if (this.screen.findings.some(one => one.rule === 'tag.missing')) this.screen.editor.nextTag();
    this.screen.editor.focus();
  }

  /**
   * Mends a finding that is shown. Where more was written since it was found, its place is looked up again first.
   * @param {Finding} finding @param {string} text
   */
  async mend(finding, text) {
    const {active} = this.screen;
    let current = /** @type {Finding|undefined} */ (finding);
    if (this.#timer !== undefined) {
      await this.now();
      current = this.screen.findings.find(one => one.rule === finding.rule && one.message === finding.message);
    }
    if (this.screen.active !== active) return;
    if (current) this.screen.editor?.mend(current, text);
    this.screen.editor?.focus();
  }

  /** Goes to the next finding in this row, then in the others. @param {1|-1} way */
  step(way) {
    const {sheet, row} = this.screen;
    if (!sheet || !row) return;
    const findings = this.screen.findings.filter(one => !one.accepted);
    const at = findings.findIndex(one => one === this.#shown);
    const next = findings[at >= 0 ? at + way : way > 0 ? 0 : findings.length - 1];
    if (next) return this.show(next);
    const place = sheet.place(row.id);
    const order = [...sheet.rows.keys()].map(i => (place + way * (i + 1) + sheet.rows.length * 2) % sheet.rows.length);
    const found = order.find(i => sheet.findings.get(sheet.rows[i].id)?.some(one => !one.accepted));
    if (found === undefined) return tell('Nothing is found in what is written.');
    this.screen.activate(sheet.rows[found].id).then(() => {
      const there = this.screen.findings.filter(one => !one.accepted);
      this.show(there[way > 0 ? 0 : there.length - 1]);
    });
  }

  /** Selects what a finding is about. @param {Finding|undefined} finding */
  show(finding) {
    this.#shown = finding;
    if (finding) this.screen.editor?.select(finding);
  }
}
