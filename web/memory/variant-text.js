// @ts-check
/** @file A variant as a line of text, its inline tags as ⟦b⟧ … ⟦/b⟧: to compare, and to show what was changed. */

import {chipLabel} from '../shared/tagged-text.js';

/** @typedef {import('../shared/types.js').TaggedText} TaggedText */

/** @param {TaggedText|undefined} text @returns {string} empty where there is none */
export function write(text) {
  if (!text) return '';
  let out = '';
  let at = 0;
  for (const tag of text.tags) {
    out += `${text.plain.slice(at, tag.at)}⟦${chipLabel(tag)}⟧`;
    at = tag.at;
  }
  return out + text.plain.slice(at);
}
