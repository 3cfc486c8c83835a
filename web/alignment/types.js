// @ts-check
/**
 * @file The shapes of alignments; the server's openapi.json says the same.
 *
 * @typedef {{language: string, name: string, format: string, segments: number}} Text one of the texts; no name where it was pasted
 * @typedef {object} Alignment two or more texts of which the sentences are linked
 * @property {number} id
 * @property {number} version
 * @property {string} name
 * @property {Text[]} texts
 * @property {number} links all rows, also those with one side
 * @property {number} linked
 * @property {number} accepted
 * @property {number} acceptedLinked of these, those that answer each other
 * @property {number} doubtful linked ones that wait for a person
 * @property {number} open one-sided ones
 * @property {'edit'|'split'|'join'|'accept'|null} undo what an undo would take back
 * @property {{memory: {id: number, name: string}, at: string, by: string, version: number}|null} saved
 * @property {string} createdAt
 * @property {string} createdBy
 * @property {string} changedAt
 * @property {string} changedBy
 *
 * @typedef {{id: number, number: number, paragraph: number, text: string}} Sentence
 * @typedef {object} Link what answers each other, by text; an empty side where a text has nothing
 * @property {number} id
 * @property {number} number its place, from 1
 * @property {'proposed'|'accepted'} state
 * @property {number|null} confidence of 0 to 1; nothing where a person made it
 * @property {boolean} doubtful
 * @property {boolean} contradicted whether the texts disagree about it, two by two
 * @property {string} by who accepted it
 * @property {Sentence[][]} sides
 *
 * @typedef {{alignment: Alignment, removed: number[], rows: Link[], reload: boolean}} Edited what an edit made of the links
 * @typedef {{links: number[], groups: number[][][]}} Edit neighbouring links and what stands in their place, sentences by text
 * @typedef {{kind: 'emptySide'|'sameText'|'swapped'|'wrongLanguage'|'unrelated'|'sameLanguage', detail: string, texts: number[], languages: string[]|null}} Trouble why texts are not aligned
 * @typedef {{name: string, format: string, language: string, candidates: string[], segments: number, words: number, notice: string|null, beginning: string}} Seen what the server sees in a text
 */
export {};
