// @ts-check
/** @file A variant as it is written in a text field: its inline tags as ⟦1⟧ … ⟦/1⟧, one that stands alone as ⟦1/⟧. */

/** @typedef {import('../shared/types.js').TaggedText} TaggedText */
/** @typedef {import('../shared/types.js').Tag} Tag */

/** @param {Tag} tag */
const written = tag => (tag.kind === 'open' ? `⟦${tag.id}⟧` : tag.kind === 'close' ? `⟦/${tag.id}⟧` : `⟦${tag.id}/⟧`);

/** @param {TaggedText|undefined} text @returns {string} */
export function write(text) {
  if (!text) return '';
  let out = '';
  let at = 0;
  for (const tag of text.tags) {
    out += text.plain.slice(at, tag.at) + written(tag);
    at = tag.at;
  }
  return out + text.plain.slice(at);
}

/**
 * @param {string} text as written
 * @param {Tag[]} known the tags that may stand in it; what only looks like another one is text
 * @returns {TaggedText}
 */
export function read(text, known) {
  /** @type {Tag[]} */
  const tags = [];
  let plain = '';
  let at = 0;
  for (const found of text.matchAll(/⟦(\/?)(\d+)(\/?)⟧/g)) {
    const kind = found[1] ? 'close' : found[3] ? 'alone' : 'open';
    const tag = known.find(one => one.kind === kind && one.id === Number(found[2]));
    if (!tag || (found[1] && found[3])) continue;
    plain += text.slice(at, found.index);
    at = found.index + found[0].length;
    tags.push({...tag, at: plain.length});
  }
  return {plain: plain + text.slice(at), tags};
}
