// @ts-check
import {get, post} from '../api.js';
import {counted} from '../shared/report.js';
import {complain, tell} from '../shared/told.js';

/** @file What a change of a concept does, apart from any screen: asked for, waited for, applied, undone. */

/** @typedef {import('../shared/types.js').Concept} Concept */
/** @typedef {import('../shared/types.js').TermImpact} TermImpact */

const under = ['looking', 'applying', 'undoing'];

/** @param {TermImpact} impact @returns {boolean} whether the server is still at work */
export const atWork = impact => under.includes(impact.state);

/** @param {TermImpact} impact @param {string} verdict @returns {number} how many translations */
export function count(impact, verdict) {
  const one = impact.counts.find(each => each.verdict === verdict);
  return one ? one.units + one.segments : 0;
}

/**
 * Looks what a change would do to what is translated.
 * @param {Concept} draft @returns {Promise<TermImpact|undefined>} nothing where it touches nothing, or where somebody else's change is to be met first
 */
export async function lookFirst(draft) {
  try {
    const impact = await post('/api/glossary/impacts', {concept: draft});
    return impact.state === 'looking' || impact.counts.length ? impact : undefined;
  } catch (failure) {
    // Saving then says what is wrong, and brings two people's changes together.
    console.info('What the change does is not known.', failure);
    return undefined;
  }
}

/**
 * Waits until the server is done with it.
 * @param {TermImpact} begun @param {(impact: TermImpact) => void} [seen] told how far it is @param {AbortSignal} [signal]
 * @returns {Promise<TermImpact>}
 */
export async function settled(begun, seen = () => {}, signal) {
  let impact = begun;
  while (atWork(impact)) {
    await new Promise(done => setTimeout(done, 400));
    impact = await get(`/api/glossary/impacts/${begun.id}`, signal);
    seen(impact);
  }
  return impact;
}

/** @param {TermImpact} impact that was applied @param {string} name the concept's @param {() => void} undo */
export function tellApplied({done, skipped}, name, undo) {
  const left = skipped ? `, ${skipped} left, as somebody changed them meanwhile` : '';
  tell(`“${name}” is saved; ${counted(done, 'translation')} mended${left}.`, {label: 'Undo', run: undo});
}

/** Takes a change back with what it mended. @param {number} id @returns {Promise<number|undefined>} its concept */
export async function takeBack(id) {
  try {
    const {undone, kept, problem, concept} = await settled(await post(`/api/glossary/impacts/${id}/undo`));
    tell(`${counted(undone, 'translation')} ${undone === 1 ? 'is' : 'are'} as before${kept ? `; ${kept} left, as somebody changed them since` : ''}. ${problem}`);
    return concept;
  } catch (failure) {
    complain(failure);
    return undefined;
  }
}
