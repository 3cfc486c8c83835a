// @ts-check
import {Annotation, Compartment, EditorSelection, EditorState, StateEffect, StateField} from '@codemirror/state';
import {Decoration, EditorView, MatchDecorator, ViewPlugin, keymap} from '@codemirror/view';
import {cursorCharBackwardLogical, cursorCharForwardLogical, history, historyKeymap, selectCharBackwardLogical, selectCharForwardLogical, standardKeymap} from '@codemirror/commands';
import {direction, languageName} from '../shared/languages.js';
import {Chips, showChips} from './chips.js';

/** @typedef {import('../shared/types.js').TaggedText} TaggedText @typedef {import('../shared/types.js').Finding} Finding */

/** Marks what came from the server: it is no work of whoever writes here. */
const fromServer = Annotation.define();
const setFindings = /** @type {import('@codemirror/state').StateEffectType<Finding[]>} */ (StateEffect.define());

const look = EditorView.theme({
  '&': {border: '1px solid var(--accent)', borderRadius: 'var(--round)', background: 'var(--sheet)', outline: '3px solid var(--accent-soft)'},
  '&.cm-focused': {outline: '3px solid var(--accent-soft)'},
  '&:not(.cm-focused)': {borderColor: 'var(--edge)', outlineColor: 'transparent'},
  '.cm-scroller': {fontFamily: 'var(--text)', lineHeight: 'inherit', minHeight: '54px'},
  '.cm-content': {padding: '6px 0', caretColor: 'var(--accent)', minHeight: '54px'},
  '.cm-line': {padding: '0 10px'},
  '.tag': {display: 'inline-block', font: '11px/1.45 var(--text)', background: 'var(--faint)', border: '1px solid var(--line)', borderRadius: '9px', padding: '0 6px', color: 'var(--quiet)', margin: '0 1px', unicodeBidi: 'isolate', verticalAlign: '1px'},
  '.finding': {textDecoration: 'underline wavy 1.5px var(--bad)', textUnderlineOffset: '4px', textDecorationSkipInk: 'none'},
  '.finding.is-warning': {textDecorationColor: 'var(--warn)'},
  '.finding.is-info': {textDecorationColor: 'var(--quiet)'},
  '.hard-space': {background: 'var(--faint)', borderBottom: '1px dotted var(--edge)'},
});

const hardSpaces = new MatchDecorator({regexp: /[\u00a0\u202f]/g, decoration: Decoration.mark({class: 'hard-space', attributes: {title: 'A space that does not break'}})});
const showHardSpaces = ViewPlugin.fromClass(class {
  /** @param {EditorView} view */
  constructor(view) {
    this.decorations = hardSpaces.createDeco(view);
  }

  /** @param {import('@codemirror/view').ViewUpdate} update */
  update(update) {
    this.decorations = hardSpaces.updateDeco(update, this.decorations);
  }
}, {decorations: self => self.decorations});

/**
 * From right to left the arrows follow the order of writing, as desks know it from their word processors: numbers, Latin
 * names and tags inside do not send the cursor back and forth.
 */
const rightToLeft = [
  {key: 'ArrowLeft', run: cursorCharForwardLogical, shift: selectCharForwardLogical},
  {key: 'ArrowRight', run: cursorCharBackwardLogical, shift: selectCharBackwardLogical},
];

/** @param {Chips} chips */
function findingsField(chips) {
  return StateField.define({
    create: () => Decoration.none,
    update(shown, transaction) {
      shown = shown.map(transaction.changes);
      for (const effect of transaction.effects) {
        if (effect.is(setFindings)) shown = mark(chips, transaction.newDoc.toString(), effect.value);
      }
      return shown;
    },
    provide: self => EditorView.decorations.from(self),
  });
}

/** @param {Chips} chips @param {string} edited @param {Finding[]} findings */
function mark(chips, edited, findings) {
  const marks = [];
  for (const finding of findings) {
    const range = rangeOf(chips, edited, finding);
    if (range && range.to > range.from) {
      marks.push(Decoration.mark({class: `finding is-${finding.severity}`, attributes: {title: finding.message}}).range(range.from, range.to));
    }
  }
  return Decoration.set(marks, true);
}

/** @param {Chips} chips @param {string} edited @param {Finding} finding */
function rangeOf(chips, edited, finding) {
  if (finding.targetStart === null || finding.targetStart === undefined) return undefined;
  const end = finding.targetEnd ?? finding.targetStart;
  const from = chips.place(edited, finding.targetStart, true);
  return {from, to: Math.max(from, chips.place(edited, end, false))};
}

/**
 * The editor of one target. The states it had for the segments of a sheet are kept, so that undo goes on where it was.
 * Fires `target-changed` (detail: the text) for what its user did.
 */
class TargetEditor extends HTMLElement {
  /** @type {EditorView|undefined} */
  #view;
  #chips = new Chips({plain: '', tags: []});
  #locked = new Compartment();

  constructor() {
    super();
    this.attachShadow({mode: 'open'});
  }

  /**
   * Begins with a segment.
   * @param {import('../shared/types.js').Row} row @param {string} language
   * @param {Map<number, {state: EditorState, chips: Chips}>} kept states by segment, of one sheet
   */
  begin(row, language, kept) {
    const before = kept.get(row.id);
    this.#chips = before?.chips ?? new Chips(row.source);
    const edited = this.#chips.toEdited(row.target);
    const state = before?.state.doc.toString() === edited ? before.state : this.#state(row, language, edited);
    this.#view?.destroy();
    const root = /** @type {ShadowRoot} */ (this.shadowRoot);
    this.#view = new EditorView({
      state, root, parent: root,
      dispatchTransactions: (transactions, view) => {
        view.update(transactions);
        kept.set(row.id, {state: view.state, chips: this.#chips});
        if (transactions.some(one => one.docChanged && !one.annotation(fromServer))) {
          this.dispatchEvent(new CustomEvent('target-changed', {detail: this.text, bubbles: true}));
        }
      },
    });
    this.#view.dispatch({effects: [setFindings.of([]), this.#locked.reconfigure(EditorState.readOnly.of(row.locked))]});
  }

  /** @param {import('../shared/types.js').Row} row @param {string} language @param {string} edited */
  #state(row, language, edited) {
    return EditorState.create({
      doc: edited,
      selection: EditorSelection.cursor(edited.length),
      extensions: [
        history(),
        showChips(this.#chips),
        findingsField(this.#chips),
        showHardSpaces,
        look,
        EditorView.lineWrapping,
        EditorView.perLineTextDirection.of(true),
        this.#locked.of(EditorState.readOnly.of(row.locked)),
        keymap.of([...(direction(language) === 'rtl' ? rightToLeft : []), ...historyKeymap, {key: 'Enter', run: () => !this.#chips.breaks}, ...standardKeymap]),
        EditorView.contentAttributes.of({
          lang: language, dir: direction(language), spellcheck: 'true', autocorrect: 'off', autocapitalize: 'off',
          'aria-label': `${languageName(language)}, sentence ${row.number}`, 'aria-multiline': 'false',
        }),
      ],
    });
  }

  disconnectedCallback() {
    this.#view?.destroy();
    this.#view = undefined;
  }

  /** @returns {boolean} whether it has begun with a segment */
  get begun() {
    return this.#view !== undefined;
  }

  /** @returns {TaggedText} */
  get text() {
    return this.#chips.toText(this.#edited);
  }

  get #edited() {
    return this.#view?.state.doc.toString() ?? '';
  }

  /** @returns {string} what is selected, without tags */
  get selected() {
    if (!this.#view) return '';
    const {from, to} = this.#view.state.selection.main;
    return this.#chips.bare(this.#view.state.sliceDoc(from, to));
  }

  /** @returns {number} how many tags of the source are not here */
  get missingTags() {
    return this.#chips.missing(this.#edited).length;
  }

  focus() {
    this.#view?.focus();
  }

  /** Puts the cursor where the pointer is. @param {number} x @param {number} y */
  pointAt(x, y) {
    const at = this.#view?.posAtCoords({x, y}, false);
    if (at !== undefined) this.#view?.dispatch({selection: {anchor: at}});
  }

  /**
   * Replaces the whole text.
   * @param {TaggedText} text @param {{server?: boolean}} [options] server: it is there already, so it counts as nobody's work here
   */
  replace(text, {server = false} = {}) {
    if (!this.#view) return;
    const insert = this.#chips.toEdited(text);
    if (insert === this.#edited) return;
    this.#view.dispatch({
      changes: {from: 0, to: this.#view.state.doc.length, insert},
      selection: {anchor: server ? Math.min(this.#view.state.selection.main.head, insert.length) : insert.length},
      annotations: server ? fromServer.of(true) : [], userEvent: 'input.replace',
    });
  }

  /** Writes at the cursor, over what is selected. A word beside a word gets its space. @param {string} text */
  insert(text) {
    if (!this.#view) return;
    const {from, to} = this.#view.state.selection.main;
    const before = this.#chips.bare(this.#view.state.sliceDoc(0, from)).slice(-1);
    const after = this.#chips.bare(this.#view.state.sliceDoc(to)).slice(0, 1);
    const insert = (/[\p{L}\p{N},;:.!?]/u.test(before) ? ' ' : '') + text + (/[\p{L}\p{N}]/u.test(after) ? ' ' : '');
    this.#view.dispatch({changes: {from, to, insert}, selection: {anchor: from + insert.length}, userEvent: 'input', scrollIntoView: true});
  }

  /** A cursor behind the full stop goes before it, since what is inserted belongs to the sentence. */
  #beforeTheEnd() {
    if (!this.#view) return;
    const {from, to} = this.#view.state.selection.main;
    const rest = this.#chips.bare(this.#view.state.sliceDoc(to));
    if (from !== to || /[\p{L}\p{N}]/u.test(rest)) return;
    const before = this.#view.state.sliceDoc(0, from);
    const end = /[.!?…։。؟।]+[^\p{L}\p{N}]*$/u.exec(before);
    if (end && end.index > 0) this.#view.dispatch({selection: {anchor: end.index}});
  }

  /** Mends a finding with a text. @param {Finding} finding @param {string} text */
  mend(finding, text) {
    const range = rangeOf(this.#chips, this.#edited, finding);
    if (!range || range.from === range.to) {
      this.#beforeTheEnd();
      return this.insert(text);
    }
    this.#view?.dispatch({
      changes: {from: range.from, to: range.to, insert: text},
      selection: {anchor: range.from + text.length}, userEvent: 'input.mend', scrollIntoView: true,
    });
  }

  /** Selects what a finding is about. @param {Finding} finding */
  select(finding) {
    const range = rangeOf(this.#chips, this.#edited, finding);
    if (range) this.#view?.dispatch({selection: {anchor: range.from, head: range.to}, scrollIntoView: true});
    this.focus();
  }

  /**
   * Inserts the next tag that the source has and this lacks; a pair goes around what is selected.
   * @returns {boolean} whether there was one
   */
  nextTag() {
    const [char] = this.#chips.missing(this.#edited);
    if (!this.#view || !char) return false;
    const {from, to} = this.#view.state.selection.main;
    const closing = this.#chips.closing(char);
    const pair = from < to && closing && !this.#edited.includes(closing);
    this.#view.dispatch(pair
      ? {changes: [{from, insert: char}, {from: to, insert: closing}], selection: {anchor: to + 2}, userEvent: 'input.tag'}
      : {changes: {from: to, insert: char}, selection: {anchor: to + 1}, userEvent: 'input.tag'});
    return true;
  }

  /** @param {Finding[]} findings of the text as it stands */
  show(findings) {
    this.#view?.dispatch({effects: setFindings.of(findings)});
  }
}
customElements.define('target-editor', TargetEditor);
export {TargetEditor};
