// @ts-check
/**
 * @file What can be wrong in a memory, in the words of the screen.
 *
 * @typedef {'duplicate'|'contradiction'|'empty'|'untranslated'|'language'|'tags'|'numbers'} Kind
 * @typedef {{id: number, kind: Kind, unit: import('../shared/types.js').Unit, from: string, to: string|null, bundle: number, wanted: boolean, told: string}} Finding
 *   bundle: the same for what was found together; 0 where it stands alone
 * @typedef {{state: 'none'|'running'|'done'|'stopped'|'failed', read: number, total: number, startedAt: string|null, startedBy: string, endedAt: string|null, problem: string, kinds: {kind: Kind, count: number}[], pairs: {from: string, to: string|null, count: number}[]}} Survey
 * @typedef {'mend'|'merge'|'delete'} Doing
 * @typedef {object} Step
 * @property {number} id
 * @property {number} memory
 * @property {Doing} action
 * @property {string} why
 * @property {'planning'|'planned'|'applying'|'applied'|'undoing'|'undone'|'failed'} state
 * @property {number} wanted findings that were chosen
 * @property {number} looked of them, planned so far
 * @property {number} planned units that it changes
 * @property {number} unplanned findings that only a person can deal with
 * @property {number} done
 * @property {number} skipped
 * @property {number} undone
 * @property {number} kept
 * @property {string} plannedAt
 * @property {string} plannedBy
 * @property {string|null} appliedAt
 * @property {string} appliedBy
 * @property {string|null} undoneAt
 * @property {string} undoneBy
 * @property {string} problem
 * @typedef {{unit: number, state: string, deletes: boolean, into: number|null, before: import('../shared/types.js').Variant[], after: import('../shared/types.js').Variant[], changedAt: string, changedBy: string}} StepUnit
 */

/** @type {Record<Kind, [one: string, all: string]>} */
const names = {
  duplicate: ['Duplicate', 'Duplicates'],
  contradiction: ['Contradiction', 'Contradictions'],
  empty: ['No translation', 'No translation'],
  untranslated: ['Untranslated', 'Untranslated'],
  language: ['Other language', 'Other language'],
  tags: ['Tags', 'Tags'],
  numbers: ['Numbers', 'Numbers'],
};

export const kinds = /** @type {Kind[]} */ (Object.keys(names));

/** @param {Kind} kind */
export const kindName = kind => names[kind][0];

/** @param {Kind} kind */
export const kindsName = kind => names[kind][1];

/** @param {Doing} action @returns {string} what was done, as it follows “12 units” */
export const done = action => ({mend: 'mended', merge: 'merged', delete: 'deleted'})[action];

/** @param {Step} step whether it will change by itself */
export const atWork = step => ['planning', 'applying', 'undoing'].includes(step.state);
