// @ts-check
import {languages} from '../shared/languages.js';

/** @file The desk's rules apart from any screen: what they are called, what a new one is, what was made of one. */

/**
 * @typedef {'abbreviation'|'hold'|'break'} Kind
 * @typedef {object} Rule
 * @property {number} id 0 for a new one
 * @property {number} version
 * @property {string|null} language nothing for every language
 * @property {Kind} kind
 * @property {string} text the abbreviation with its stop
 * @property {string} before an expression for what stands before the place
 * @property {string} after
 * @property {string} comment
 * @property {boolean} enabled
 * @property {string|null} changedAt
 * @property {string} changedBy
 * @typedef {{breaks: boolean, rule: Rule|null, name: string, comment: string, described: string}} Cause what decided a place
 * @typedef {{at: number, before: Cause|null, after: Cause|null}} Place
 * @typedef {{start: number, end: number}} Sentence
 * @typedef {{text: string, before: Sentence[], after: Sentence[], places: Place[]}} Cut a paragraph before and after a change
 */

/** @type {Record<Kind, string>} */
export const kinds = {abbreviation: 'abbreviation', hold: 'holds', break: 'breaks'};

/** Has rules of Dragoman's own beside the desk's languages. */
const RULED = ['es', 'it', 'he', 'hi', 'zh', 'ja'];

/** @param {(string|null|undefined)[]} more tags in use @returns {string[]} the languages to choose from, the desk's first */
export const ruleLanguages = more => [...new Set([...languages().map(one => one.tag), ...RULED, ...more.filter(tag => !!tag).map(String)])];

/** @param {string|null} language @returns {Rule} */
export const emptyRule = language => ({
  id: 0, version: 0, language, kind: 'abbreviation', text: '', before: '', after: '', comment: '', enabled: true, changedAt: null, changedBy: '',
});

/** @param {Rule} rule @returns {string} what a list and a sentence call it */
export const nameOf = rule => (rule.kind === 'abbreviation' ? rule.text : `${rule.before || '…'} ¦ ${rule.after || '…'}`);

/**
 * The rules that a form means: of an abbreviation's field each line is one.
 * @param {Rule} draft @returns {Rule[]} none while nothing is written
 */
export function meant(draft) {
  if (draft.kind !== 'abbreviation') return draft.before || draft.after ? [draft] : [];
  const texts = draft.text.split(/[\n;,]/).map(text => text.trim()).filter(Boolean);
  const distinct = [...new Set(texts)];
  return (draft.id ? distinct.slice(0, 1) : distinct).map(text => ({...draft, text}));
}

/** @param {Rule} rule @returns {string} what decided is called where no list stands beside it */
export const deskName = rule => (rule.kind === 'abbreviation' ? `the desk's abbreviation “${rule.text}”` : `the desk's rule “${nameOf(rule)}”`);

/** @param {Cause|null} cause @returns {string} what decided, in words */
export function because(cause) {
  if (!cause) return 'no rule looks here';
  const does = cause.breaks ? 'breaks' : 'holds';
  if (cause.described.startsWith('the model')) return `${does}: ${cause.described}`;
  if (cause.rule) return `${does}: ${deskName(cause.rule)}${cause.comment ? `, ${cause.comment}` : ''}`;
  return `${does}: ${cause.comment || 'a rule'} (${cause.name})`;
}

/**
 * Sentences of both sides in rows: each row ends where both sides end a sentence.
 * @param {Cut} cut @returns {{before: Sentence[], after: Sentence[], same: boolean}[]}
 */
export function rows(cut) {
  const rows = [];
  let i = 0;
  let j = 0;
  while (i < cut.before.length || j < cut.after.length) {
    const [firstBefore, firstAfter] = [i, j];
    do {
      const [left, right] = [cut.before[i]?.end ?? Infinity, cut.after[j]?.end ?? Infinity];
      if (left <= right) i++;
      if (right <= left) j++;
    } while ((i < cut.before.length || j < cut.after.length) && (cut.before[i - 1]?.end ?? -1) !== (cut.after[j - 1]?.end ?? -1));
    const row = {before: cut.before.slice(firstBefore, i), after: cut.after.slice(firstAfter, j)};
    rows.push({...row, same: JSON.stringify(row.before) === JSON.stringify(row.after)});
  }
  return rows;
}
