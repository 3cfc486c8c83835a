// @ts-check
import {post} from '../api.js';
import {askReason} from '../shared/reason-dialog.js';
import {complain, tell} from '../shared/told.js';
import {nameOf} from './concepts.js';

/** @typedef {import('../shared/types.js').Concept} Concept */

/** @param {Concept} concept @returns {boolean} whether nothing of it is proposed */
export const decided = concept => concept.state === 'approved' && concept.terms.every(term => term.state === 'approved');

/**
 * Declines what is proposed of a concept; whoever proposed it is told why.
 * @param {Concept} concept @returns {Promise<{done: boolean, current?: Concept}>} current: what stands there where somebody was faster
 */
export async function decline(concept) {
  const why = await askReason({title: 'Decline', what: `What is proposed of “${nameOf(concept)}” is taken away.`, label: 'Why (whoever proposed it reads it)', does: 'Decline'});
  if (why === undefined) return {done: false};
  try {
    await post(`/api/concepts/${concept.id}/decline`, {version: concept.version, why});
    tell('Declined; whoever proposed it is told.');
    return {done: true};
  } catch (failure) {
    complain(failure);
    return {done: false, current: /** @type {any} */ (failure).current};
  }
}
