// @ts-check
/** @file Where a text can be cut in two: between words, and behind the end of a sentence though no space follows. */

const ender = /[.!?…։؟۔।。！？](?:\p{M}|[.!?…"'”’»)\]])*/gu;

/**
 * @param {string} plain @param {string} language
 * @returns {number[]} places before words, rising; both sides have text
 */
export function wordPlaces(plain, language) {
  const places = new Set();
  for (const run of plain.matchAll(/\s\S/gu)) places.add(run.index + 1);
  for (const end of sentenceEnds(plain)) places.add(end);
  // Scripts without spaces between words.
  if (places.size * 20 < plain.length) {
    for (const word of new Intl.Segmenter(language, {granularity: 'word'}).segment(plain)) if (word.isWordLike) places.add(word.index);
  }
  return [...places].filter(at => parts(plain, at)).sort((a, b) => a - b);
}

/** @param {string} plain @returns {number[]} places between any two characters that a person sees */
export function characterPlaces(plain) {
  return [...new Intl.Segmenter(undefined, {granularity: 'grapheme'}).segment(plain)].map(one => one.index).filter(at => parts(plain, at));
}

/** @param {string} plain @returns {number[]} where the next text begins behind what may end a sentence */
function sentenceEnds(plain) {
  return [...plain.matchAll(ender)].map(found => {
    const end = found.index + found[0].length;
    return end + (/^\s*/u.exec(plain.slice(end))?.[0].length ?? 0);
  });
}

/** @param {string} plain @param {number} at whether both sides have text */
const parts = (plain, at) => at > 0 && at < plain.length && plain.slice(0, at).trim() !== '' && plain.slice(at).trim() !== '';

/**
 * The likeliest place: behind what may end a sentence, else between words; the nearest to a share of the text.
 * @param {string} plain @param {string} language @param {number} [share] 0 to 1
 * @returns {number|undefined} nothing where there is no place
 */
export function likelyPlace(plain, language, share = 0.5) {
  const ends = sentenceEnds(plain).filter(at => parts(plain, at));
  const places = ends.length ? ends : wordPlaces(plain, language);
  const wanted = share * plain.length;
  return places.reduce((/** @type {number|undefined} */ best, at) => best === undefined || Math.abs(at - wanted) < Math.abs(best - wanted) ? at : best, undefined);
}
