// @ts-check
/** @file Where the words of a search stand in a text. */

/** @param {string} character @returns {string} without case and marks, dotless ı as i */
const plainOf = character => character.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace('ı', 'i');

/**
 * A text folded for finding, with the place in the original of each of its units.
 * @param {string} text @returns {{folded: string, places: number[]}}
 */
function fold(text) {
  let folded = '';
  const places = [];
  let at = 0;
  for (const character of text) {
    const plain = plainOf(character);
    for (let i = 0; i < plain.length; i++) places.push(at);
    folded += plain;
    at += character.length;
  }
  places.push(at);
  return {folded, places};
}

/**
 * @param {string} text @param {string} search
 * @param {boolean} [words] whether each word is looked for by itself, instead of the whole
 * @returns {import('./tagged-text.js').Span[]} where they stand, in order, none overlapping
 */
export function found(text, search, words = false) {
  const trimmed = search.trim().replace(/\s+/g, ' ');
  const wanted = (words ? trimmed.split(' ') : [trimmed]).map(word => fold(word).folded).filter(word => word !== '');
  if (!wanted.length) return [];
  const {folded, places} = fold(text);
  /** @type {[number, number][]} */
  const hits = [];
  for (const word of wanted) {
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      let end = at + word.length;
      while (end < places.length - 1 && places[end] === places[end - 1]) end++;
      hits.push([places[at], places[end]]);
    }
  }
  hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  /** @type {import('./tagged-text.js').Span[]} */
  const spans = [];
  for (const [start, end] of hits) {
    const last = spans.at(-1);
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({start, end, look: 'sought'});
  }
  return spans;
}
