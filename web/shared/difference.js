// @ts-check
import {html} from 'lit';

/** @typedef {import('./types.js').Piece} Piece */

/** @param {string} text @returns {string[]} words, the spaces and signs between them each by itself */
const pieces = text => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? [];

/**
 * What was taken out and put in between two versions of a text, by words.
 * @param {string} before @param {string} after @returns {Piece[]}
 */
export function difference(before, after) {
  const a = pieces(before);
  const b = pieces(after);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const old = a.slice(start, a.length - end);
  const now = b.slice(start, b.length - end);
  /** @type {Piece[]} */
  const out = [];
  /** @param {Piece['kind']} kind @param {string} text */
  const put = (kind, text) => {
    const last = out.at(-1);
    if (last?.kind === kind) last.text += text;
    else if (text) out.push({kind, text});
  };
  put('same', a.slice(0, start).join(''));
  if (old.length * now.length > 250000) {
    put('removed', old.join(''));
    put('added', now.join(''));
  } else {
    // Longest common subsequence; a sentence has some dozens of words.
    const width = now.length + 1;
    const common = new Uint32Array((old.length + 1) * width);
    for (let i = old.length - 1; i >= 0; i--) {
      for (let j = now.length - 1; j >= 0; j--) {
        common[i * width + j] = old[i] === now[j] ? common[(i + 1) * width + j + 1] + 1 : Math.max(common[(i + 1) * width + j], common[i * width + j + 1]);
      }
    }
    let i = 0;
    let j = 0;
    while (i < old.length || j < now.length) {
      if (i < old.length && j < now.length && old[i] === now[j]) put('same', old[i++]), j++;
      else if (j >= now.length || (i < old.length && common[(i + 1) * width + j] >= common[i * width + j + 1])) put('removed', old[i++]);
      else put('added', now[j++]);
    }
  }
  put('same', end ? b.slice(b.length - end).join('') : '');
  return out;
}

/** @param {Piece[]} pieces */
export const showDifference = pieces =>
  pieces.map(({kind, text}) => (kind === 'added' ? html`<ins>${text}</ins>` : kind === 'removed' ? html`<del>${text}</del>` : text));
