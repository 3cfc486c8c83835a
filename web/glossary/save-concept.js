// @ts-check
import {post, put} from '../api.js';
import {chooseSides} from '../shared/both-sides.js';
import {tell} from '../shared/told.js';
import {merge, nameOf} from './concepts.js';

/** @typedef {import('../shared/types.js').Concept} Concept */

/**
 * Keeps a concept; when somebody was faster, both changes are brought together, and a person decides where they
 * contradict each other.
 * @param {Concept} base what the draft was made from @param {Concept} draft
 * @returns {Promise<Concept|undefined>} what stands there in the end; nothing while it is undecided
 */
export async function saveConcept(base, draft) {
  try {
    return draft.id ? await put(`/api/concepts/${draft.id}`, draft) : await post('/api/concepts', draft);
  } catch (failure) {
    const {status, current} = /** @type {import('../api.js').Problem} */ (failure);
    if (status !== 409 || !current) throw failure;
    const theirs = /** @type {Concept} */ (current);
    const {merged, contested} = merge(base, draft, theirs);
    if (!contested.length) {
      tell(`${theirs.changedBy} changed ${nameOf(theirs)} meanwhile; both changes stand.`);
      return saveConcept(theirs, {...merged, version: theirs.version});
    }
    const sides = await chooseSides({what: nameOf(theirs), who: theirs.changedBy, when: theirs.changedAt, parts: contested});
    if (!sides) return undefined;
    const ours = contested.filter((_, i) => sides[i] === 'mine').map(one => one.key);
    return saveConcept(theirs, {...merge(base, draft, theirs, ours).merged, version: theirs.version});
  }
}
