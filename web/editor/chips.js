// @ts-check
import {EditorState, StateField} from '@codemirror/state';
import {Decoration, EditorView, WidgetType} from '@codemirror/view';
import {chipLabel} from '../shared/tagged-text.js';

/**
 * @file Inline tags in the text editor. Each tag of the source is one private-use character of the edited text, shown as
 * a chip: cut, paste, undo and every cursor step treat it as what it is, one indivisible character, and a text with
 * tags beside it comes out again.
 *
 * @typedef {import('../shared/types.js').Tag} Tag
 * @typedef {import('../shared/types.js').TaggedText} TaggedText
 */

const FIRST = 0xe000;
const LAST = 0xe8ff;

/** @param {Tag} tag */
const nameOf = tag => `${tag.kind} ${tag.id}`;

/** The tags that a target may have, since its source has them, and the characters that stand for them. */
export class Chips {
  /** @param {TaggedText} source */
  constructor(source) {
    /** @type {Map<string, Tag>} */
    this.tags = new Map();
    /** @type {Map<string, string>} */
    this.chars = new Map();
    this.breaks = source.plain.includes('\n');
    let code = FIRST;
    for (const tag of source.tags) {
      if (this.chars.has(nameOf(tag))) continue;
      while (source.plain.includes(String.fromCharCode(code))) code++;
      if (code > LAST) break;
      const char = String.fromCharCode(code++);
      this.tags.set(char, tag);
      this.chars.set(nameOf(tag), char);
    }
    this.own = new Set([...source.plain].filter(char => char.charCodeAt(0) >= FIRST && char.charCodeAt(0) <= LAST));
  }

  /** @param {TaggedText|null|undefined} text @returns {string} what is edited; tags that the source lacks are left out */
  toEdited(text) {
    if (!text) return '';
    let edited = '';
    let at = 0;
    const used = new Set();
    for (const tag of text.tags) {
      edited += text.plain.slice(at, tag.at);
      at = tag.at;
      const char = this.chars.get(nameOf(tag));
      if (char && !used.has(char)) {
        edited += char;
        used.add(char);
      }
    }
    return edited + text.plain.slice(at);
  }

  /** @param {string} edited @returns {TaggedText} composed (NFC), as the server has it */
  toText(edited) {
    let plain = '';
    let from = 0;
    const tags = [];
    for (let i = 0; i < edited.length; i++) {
      const tag = this.tags.get(edited[i]);
      if (!tag) continue;
      plain += edited.slice(from, i).normalize('NFC');
      from = i + 1;
      tags.push({at: plain.length, kind: tag.kind, id: tag.id, label: tag.label});
    }
    return {plain: plain + edited.slice(from).normalize('NFC'), tags};
  }

  /**
   * @param {string} edited @param {number} offset in the plain text
   * @param {boolean} after whether beyond the chips that stand there
   * @returns {number} the place in what is edited
   */
  place(edited, offset, after) {
    let plain = 0;
    let i = 0;
    for (; i < edited.length; i++) {
      if (this.tags.has(edited[i])) {
        if (plain === offset && !after) return i;
      } else {
        if (plain === offset) return i;
        plain++;
      }
    }
    return i;
  }

  /** @param {string} edited @returns {string[]} the characters of the tags that it lacks, in the source's order */
  missing(edited) {
    return [...this.tags.keys()].filter(char => !edited.includes(char));
  }

  /** @param {string} char @returns {string|undefined} the character of the tag that closes what this one opens */
  closing(char) {
    const tag = this.tags.get(char);
    return tag?.kind === 'open' ? this.chars.get(`close ${tag.id}`) : undefined;
  }

  /** @param {string} edited @returns {string} without chips */
  bare(edited) {
    return [...edited].filter(char => !this.tags.has(char)).join('');
  }

  /** Whether a character stands for a tag of some other segment and came here by pasting. @param {string} char */
  foreign(char) {
    const code = char.charCodeAt(0);
    return code >= FIRST && code <= LAST && !this.tags.has(char) && !this.own.has(char);
  }
}

class ChipWidget extends WidgetType {
  /** @param {Tag} tag */
  constructor(tag) {
    super();
    this.tag = tag;
  }

  /** @param {ChipWidget} other */
  eq(other) {
    return nameOf(other.tag) === nameOf(this.tag) && other.tag.label === this.tag.label;
  }

  toDOM() {
    const chip = document.createElement('span');
    chip.className = 'tag';
    chip.dir = 'ltr';
    chip.textContent = chipLabel(this.tag);
    chip.title = {open: 'Opens ', close: 'Closes ', alone: ''}[this.tag.kind] + (this.tag.label || this.tag.id);
    return chip;
  }

  ignoreEvent() {
    return false;
  }
}

/** What was copied last, with its chips; the clipboard itself has the text alone. @type {{chips: Chips, bare: string, edited: string}|undefined} */
let copied;

/** @param {Chips} chips @returns {import('@codemirror/state').Extension} */
export function showChips(chips) {
  /** @param {EditorState} state */
  const decorate = state => {
    const text = state.doc.toString();
    const found = [];
    for (let i = 0; i < text.length; i++) {
      const tag = chips.tags.get(text[i]);
      if (tag) found.push(Decoration.replace({widget: new ChipWidget(tag)}).range(i, i + 1));
    }
    return Decoration.set(found);
  };
  const field = StateField.define({
    create: decorate,
    update: (shown, transaction) => transaction.docChanged ? decorate(transaction.state) : shown,
    provide: self => [
      EditorView.decorations.from(self),
      EditorView.atomicRanges.of(view => view.state.field(self)),
    ],
  });
  return [
    field,
    EditorState.transactionFilter.of(transaction => clean(chips, transaction)),
    EditorView.clipboardOutputFilter.of(edited => {
      copied = {chips, bare: chips.bare(edited), edited};
      return copied.bare;
    }),
    EditorView.clipboardInputFilter.of(text =>
      copied?.chips === chips && copied.bare === text ? copied.edited : text.normalize('NFC')),
  ];
}

/**
 * Keeps what cannot be out of the text: a tag twice, a tag of another segment, a line's end where the source has none.
 * @param {Chips} chips @param {import('@codemirror/state').Transaction} transaction
 * @returns {import('@codemirror/state').TransactionSpec | readonly import('@codemirror/state').TransactionSpec[]}
 */
function clean(chips, transaction) {
  if (!transaction.docChanged) return transaction;
  const text = transaction.newDoc.toString();
  /** @type {{from: number, to: number}[]} */
  const added = [];
  transaction.changes.iterChangedRanges((_a, _b, from, to) => added.push({from, to}));
  const isNew = (/** @type {number} */ at) => added.some(range => at >= range.from && at < range.to);
  const seen = new Set();
  for (let i = 0; i < text.length; i++) if (chips.tags.has(text[i]) && !isNew(i)) seen.add(text[i]);
  const changes = [];
  for (const {from, to} of added) {
    for (let i = from; i < to; i++) {
      if (text[i] === '\n' && !chips.breaks) changes.push({from: i, to: i + 1, insert: ' '});
      else if (chips.foreign(text[i]) || seen.has(text[i])) changes.push({from: i, to: i + 1});
      else if (chips.tags.has(text[i])) seen.add(text[i]);
    }
  }
  return changes.length ? [transaction, {changes, sequential: true}] : transaction;
}
