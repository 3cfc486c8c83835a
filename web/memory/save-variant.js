// @ts-check
import {put} from '../api.js';
import {chooseSides} from '../shared/both-sides.js';
import {languageName} from '../shared/languages.js';
import {write} from './variant-text.js';

/** @typedef {import('../shared/types.js').Unit} Unit */
/** @typedef {import('../shared/types.js').TaggedText} TaggedText */

/** @param {Unit} unit @param {string} language @returns {TaggedText|undefined} */
export const textIn = (unit, language) => unit.variants.find(one => one.language === language)?.text;

/**
 * Saves one text of a unit; when somebody was faster, both are shown and a person decides.
 * @param {Unit} unit as it was read @param {string} language @param {TaggedText} text
 * @param {(theirs: Unit) => void} faster told what stands there now when somebody was
 * @returns {Promise<Unit|undefined>} what stands there in the end; nothing while it is undecided
 */
export async function saveVariant(unit, language, text, faster) {
  try {
    return await put(`/api/units/${unit.id}/variants/${language}`, {version: unit.version, text});
  } catch (failure) {
    const {status, current} = /** @type {import('../api.js').Problem} */ (failure);
    if (status !== 409 || !current) throw failure;
    const theirs = /** @type {Unit} */ (current);
    faster(theirs);
    const [mine, there] = [write(text), write(textIn(theirs, language))];
    if (there === mine) return theirs;
    // Where they changed another language, ours does not touch it.
    if (there !== write(textIn(unit, language))) {
      const parts = [{label: languageName(language), mine, theirs: there, language}];
      const sides = await chooseSides({what: 'this unit', who: theirs.changedBy, when: theirs.changedAt, parts});
      if (sides?.[0] !== 'mine') return sides && theirs;
    }
    return saveVariant(theirs, language, text, faster);
  }
}
