// @ts-check
import {html} from 'lit';

/** @file Differences of two texts, word by word, to stand side by side. */

/** @typedef {import('./types.js').Piece} Piece */

const LONGEST = 2000;

/** @param {string} text @param {string} language @returns {string[]} words, and what stands between them */
function words(text, language) {
  return [...new Intl.Segmenter(language, {granularity: 'word'}).segment(text)].map(part => part.segment);
}

/**
 * @param {string} before @param {string} after @param {string} language
 * @returns {Piece[]} removed is in `before` alone, added in `after` alone
 */
export function differences(before, after, language) {
  const a = words(before, language);
  const b = words(after, language);
  if (a.length > LONGEST || b.length > LONGEST) return [{kind: 'removed', text: before}, {kind: 'added', text: after}];
  // Longest common subsequence, from the end, so that it is read from the start.
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] = a[i] === b[j] ? common[(i + 1) * width + j + 1] + 1
        : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
    }
  }
  /** @type {Piece[]} */
  const pieces = [];
  /** @param {Piece['kind']} kind @param {string} text */
  const add = (kind, text) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({kind, text});
  };
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      add('same', a[i++]);
      j++;
    } else if (j >= b.length || (i < a.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) add('removed', a[i++]);
    else add('added', b[j++]);
  }
  return pieces;
}

/** @param {string} before @param {string} after @param {string} language what was taken out and put in, in one line */
export const showDifferences = (before, after, language) =>
  differences(before, after, language).map(({kind, text}) => (kind === 'added' ? html`<ins>${text}</ins>` : kind === 'removed' ? html`<del>${text}</del>` : text));
