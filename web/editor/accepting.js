// @ts-check
import {post, remove} from '../api.js';
import {askReason} from '../shared/reason-dialog.js';
import {complain, tell} from '../shared/told.js';
import {openProposal} from './propose-dialog.js';

/** @typedef {import('../shared/types.js').Finding} Finding */

/** What a translator tells the desk: that a finding is right where it stands, that a name should be a term. */
export class Accepting {
  #words = '';
  /** @type {number|undefined} the row that they were selected in */
  #row;

  /** @param {import('./editor-screen.js').EditorScreen} screen */
  constructor(screen) {
    this.screen = screen;
  }

  /** Accepts a finding where it stands. @param {Finding|undefined} finding the first by default */
  async accept(finding = this.screen.findings.find(one => !one.accepted)) {
    const {sheet, active, editor, language} = this.screen;
    if (!finding || !sheet || active === undefined || !editor) return tell('There is no finding here to accept.');
    const target = editor.text;
    const reason = await askReason({title: 'Accept here', what: finding.message, label: 'Why it is right in this sentence', does: 'Accept here', required: true});
    if (reason !== undefined) {
      try {
        const {rule, message, sourceStart, targetStart} = finding;
        await post(`/api/dispatches/${sheet.dispatch.id}/segments/${active}/accepted`, {language, target, rule, message, sourceStart, targetStart, reason});
        await this.screen.checking.now();
      } catch (failure) {
        complain(failure);
      }
    }
    this.screen.editor?.focus();
  }

  /** @param {Finding} finding */
  async withdraw(finding) {
    const {sheet, active} = this.screen;
    if (!finding.accepted || !sheet || active === undefined) return;
    try {
      await remove(`/api/dispatches/${sheet.dispatch.id}/segments/${active}/accepted/${finding.accepted.id}`);
      await this.screen.checking.now();
    } catch (failure) {
      complain(failure);
    }
    this.screen.editor?.focus();
  }

  /** Proposes a term from what is selected in the source and in the target. */
  async propose() {
    const {sheet, editor, language} = this.screen;
    if (!sheet) return;
    const concept = await openProposal({source: this.selectedSource, target: editor?.selected.trim() ?? '', from: sheet.dispatch.source, to: language});
    if (concept) tell('Proposed: the maintainers are told.');
    this.screen.editor?.focus();
  }

  /** What was last selected in the active row's source, since writing in the target takes a selection away. */
  get selectedSource() {
    return this.screen.active === this.#row ? this.#words : '';
  }

  /** @returns {() => void} remembers from now on what is selected in a source; ends it */
  watch() {
    const remember = () => this.#remember();
    document.addEventListener('selectionchange', remember);
    return () => document.removeEventListener('selectionchange', remember);
  }

  #remember() {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || !selection.anchorNode?.parentElement?.closest('segment-row.active .source')) return;
    this.#words = String(selection).trim();
    this.#row = this.screen.active;
  }
}
