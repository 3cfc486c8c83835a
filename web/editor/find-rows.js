// @ts-check
import {fold} from '../shared/find-anything.js';

/** @typedef {import('../shared/types.js').TaggedText} TaggedText */

/** @type {WeakMap<TaggedText, string>} */
const foldings = new WeakMap();

/** @param {TaggedText|null} text */
function folded(text) {
  if (!text) return '';
  const known = foldings.get(text) ?? fold(text.plain);
  foldings.set(text, known);
  return known;
}

/**
 * Sentences of a sheet that have the words, or the number, for the palette.
 * @param {import('./sheet.js').Sheet} sheet @param {string} words folded @param {(segment: number) => void} open
 */
export function findRows(sheet, words, open) {
  const found = [];
  for (const row of sheet.rows) {
    const inTarget = folded(row.target).includes(words);
    if (!inTarget && !folded(row.source).includes(words) && String(row.number) !== words) continue;
    found.push({kind: `Sentence ${row.number}`, label: inTarget ? row.target?.plain ?? '' : row.source.plain, lang: inTarget ? sheet.language : sheet.dispatch.source, run: () => open(row.id)});
    if (found.length === 12) break;
  }
  return found;
}
