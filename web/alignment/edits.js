// @ts-check
/**
 * @file What join, split, move and unlink make of links: each is an exchange of neighbouring links for others that hold the
 * same sentences in the same order.
 *
 * @typedef {import('./types.js').Link} Link
 * @typedef {import('./types.js').Edit} Edit
 * @typedef {import('./types.js').Sentence} Sentence
 */

/** @param {Sentence[][]} sides */
const ids = sides => sides.map(side => side.map(one => one.id));

/** @param {Link[]} links @param {Sentence[][][]} groups by link and text; what holds nothing is left out @returns {Edit} */
const exchange = (links, groups) => ({
  links: links.map(one => one.id),
  groups: groups.filter(sides => sides.some(side => side.length)).map(ids),
});

/** Two neighbours become one. @param {Link} first @param {Link} second @returns {Edit} */
export function join(first, second) {
  return exchange([first, second], [first.sides.map((side, k) => [...side, ...second.sides[k]])]);
}

/**
 * One becomes two: cut before the sentence, or behind it where it is the first; the other sides where their lengths say.
 * @param {Link} link @param {number} side @param {number} at the sentence's place in its side
 * @returns {Edit|undefined} nothing where no side has two sentences
 */
export function split(link, side, at) {
  const chosen = link.sides[side].length > 1 ? side : link.sides.findIndex(one => one.length > 1);
  if (chosen < 0) return undefined;
  const cut = chosen === side ? Math.max(at, 1) : 1;
  const share = length(link.sides[chosen].slice(0, cut)) / length(link.sides[chosen]);
  const cuts = link.sides.map((sentences, k) => (k === chosen ? cut : place(sentences, share)));
  return exchange([link], [link.sides.map((one, k) => one.slice(0, cuts[k])), link.sides.map((one, k) => one.slice(cuts[k]))]);
}

/** @param {Sentence[]} sentences */
const length = sentences => sentences.reduce((sum, one) => sum + one.text.length, 0);

/** How many sentences lie before a share of a side, each half keeping one where there are two. @param {Sentence[]} sentences @param {number} share */
function place(sentences, share) {
  const least = sentences.length > 1 ? 1 : 0;
  const most = sentences.length - least;
  const whole = length(sentences);
  let best = least;
  for (let cut = least; cut <= most; cut++) {
    if (Math.abs(length(sentences.slice(0, cut)) - share * whole) < Math.abs(length(sentences.slice(0, best)) - share * whole)) best = cut;
  }
  return best;
}

/**
 * Sentences go to the link before: the chosen one, with those of its side that stand before it.
 * @param {Link} link @param {number} side @param {number} at @param {Link} before @returns {Edit}
 */
export function moveUp(link, side, at, before) {
  const [moved, left] = [link.sides[side].slice(0, at + 1), link.sides[side].slice(at + 1)];
  return exchange([before, link], [before.sides.map((one, k) => (k === side ? [...one, ...moved] : one)), link.sides.map((one, k) => (k === side ? left : one))]);
}

/**
 * Sentences go to the next link: the chosen one, with those of its side that stand behind it.
 * @param {Link} link @param {number} side @param {number} at @param {Link} after @returns {Edit}
 */
export function moveDown(link, side, at, after) {
  const [left, moved] = [link.sides[side].slice(0, at), link.sides[side].slice(at)];
  return exchange([link, after], [link.sides.map((one, k) => (k === side ? left : one)), after.sides.map((one, k) => (k === side ? [...moved, ...one] : one))]);
}

/**
 * A side is taken out of a link, each of its sentences alone then, as is what is left where it is one side.
 * @param {Link} link @param {number} side @returns {Edit|undefined} nothing where nothing is linked
 */
export function unlink(link, side) {
  if (!isLinked(link) || !link.sides[side].length) return undefined;
  const alone = lone(link, side);
  const left = link.sides.map((one, k) => (k === side ? [] : one));
  const filled = left.findIndex(one => one.length);
  const rest = left.filter(one => one.length).length === 1 ? lone(link, filled) : [left];
  return exchange([link], side === 0 ? [...alone, ...rest] : [...rest, ...alone]);
}

/** @param {Link} link @param {number} side @returns {Sentence[][][]} */
const lone = (link, side) => link.sides[side].map(sentence => link.sides.map((_, k) => (k === side ? [sentence] : [])));

/** Whether two sides at least have something. @param {Link} link */
export const isLinked = link => link.sides.filter(side => side.length).length > 1;
