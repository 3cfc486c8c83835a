// @ts-check
/** @file Concepts apart from any screen: what they are called, what changed in them, how two people's changes meet. */

/** @typedef {import('../shared/types.js').Concept} Concept */
/** @typedef {import('../shared/types.js').Term} Term */
/** @typedef {import('../shared/types.js').TermStatus} TermStatus */

/** @type {TermStatus[]} */
export const statuses = ['preferred', 'admitted', 'deprecated', 'forbidden'];

/** @type {Record<Term['type'], string>} */
export const types = {full_form: 'full form', abbreviation: 'abbreviation', other: 'other'};

/** The look of a rule; never alone, its word stands in it. @type {Record<TermStatus, string>} */
export const looks = {preferred: '', admitted: 'chip quiet', deprecated: 'chip warn', forbidden: 'chip bad'};

/** @param {string} language @param {Term['state']} state @returns {Term} */
export const emptyTerm = (language, state) => ({
  id: 0, language, text: '', status: 'preferred', type: 'full_form', partOfSpeech: '', gender: '', note: '',
  caseSensitive: false, exact: false, untranslated: false, state,
});

/** @param {string[]} languages @param {Term['state']} state @returns {Concept} */
export const emptyConcept = (languages, state) => ({
  id: 0, version: 0, key: '', subjectField: '', definition: '', note: '', source: '', state,
  terms: languages.map(language => emptyTerm(language, state)), changedAt: null, changedBy: '',
});

/** @param {Concept} concept @param {string} language @returns {Term|undefined} what is to be written, if anything is */
export const best = (concept, language) =>
  ['preferred', 'admitted'].map(status => concept.terms.find(term => term.language.split('-')[0] === language && term.status === status)).find(Boolean);

/** @param {Concept} concept @returns {string} what a list and a sentence call it: in English where there is any */
export const nameOf = concept => (best(concept, 'en') ?? concept.terms.find(term => term.status === 'preferred') ?? concept.terms[0])?.text ?? '';

/** @param {Concept} concept @returns {Term[]} what is written for it in each language but that of its name */
export function others(concept) {
  const name = nameOf(concept);
  const languages = [...new Set(concept.terms.map(term => term.language.split('-')[0]))];
  const terms = languages.map(language => best(concept, language)).filter(term => term !== undefined);
  return terms.filter((term, i) => term.text !== name && terms.findIndex(one => one.text === term.text) === i);
}

/** @param {string} name as TBX has it: properNoun @returns {string} proper noun */
const words = name => name.replace(/(\p{Ll})(\p{Lu})/gu, (_, a, b) => `${a} ${b.toLowerCase()}`);

/** @param {Term} term @returns {string} everything that is said of it beside its text */
export function saidOf(term) {
  return [
    term.status, term.type === 'abbreviation' && types.abbreviation, words(term.partOfSpeech), words(term.gender),
    term.caseSensitive && 'capitals matter', term.exact && 'this form only', term.untranslated && 'left as it is', term.state === 'proposed' && 'proposed', term.note,
  ].filter(Boolean).join(', ');
}

/** @typedef {Map<string, {label: string, text: string, language?: string}>} Parts a concept taken apart, to compare */

const fields = /** @type {const} */ ({definition: 'Definition', subjectField: 'Subject field', note: 'Note', source: 'Source', state: 'State'});

/** @param {Term} term */
const keyOf = term => `term ${term.language} ${term.text}`;

/** @param {Concept|null|undefined} concept @returns {Parts} */
export function parts(concept) {
  /** @type {Parts} */
  const out = new Map();
  if (!concept) return out;
  for (const term of concept.terms) out.set(keyOf(term), {label: term.language, text: `${term.text} (${saidOf(term)})`, language: term.language});
  for (const [name, label] of Object.entries(fields)) {
    const text = /** @type {any} */ (concept)[name];
    if (text) out.set(name, {label, text});
  }
  return out;
}

/**
 * What differs between two versions.
 * @param {Concept|null|undefined} before @param {Concept|null|undefined} after
 * @returns {{label: string, before: string, after: string, language?: string}[]}
 */
export function changes(before, after) {
  const a = parts(before);
  const b = parts(after);
  return [...new Set([...a.keys(), ...b.keys()])]
    .filter(key => a.get(key)?.text !== b.get(key)?.text)
    .map(key => ({label: (a.get(key) ?? b.get(key))?.label ?? '', language: (a.get(key) ?? b.get(key))?.language, before: a.get(key)?.text ?? '', after: b.get(key)?.text ?? ''}));
}

/**
 * Brings together what two people made of the same concept.
 * @param {Concept} base what both began with @param {Concept} mine @param {Concept} theirs
 * @param {string[]} ours keys of contested parts in which mine shall stand
 * @returns {{merged: Concept, contested: {key: string, label: string, mine: string, theirs: string, language?: string}[]}} contested: changed by both,
 *     in different ways; in `merged` theirs stands there unless the key is among `ours`
 */
export function merge(base, mine, theirs, ours = []) {
  const [was, my, their] = [base, mine, theirs].map(parts);
  const text = (/** @type {Parts} */ of, /** @type {string} */ key) => of.get(key)?.text ?? '';
  const keys = [...new Set([...my.keys(), ...their.keys(), ...was.keys()])];
  const contested = keys
    .filter(key => text(my, key) !== text(was, key) && text(their, key) !== text(was, key) && text(my, key) !== text(their, key))
    .map(key => ({key, label: (my.get(key) ?? their.get(key))?.label ?? '', language: (my.get(key) ?? their.get(key))?.language, mine: text(my, key), theirs: text(their, key)}));
  const mineStands = (/** @type {string} */ key) =>
    contested.some(one => one.key === key) ? ours.includes(key) : text(my, key) !== text(was, key);
  /** @type {any} */
  const merged = {...theirs};
  for (const name of Object.keys(fields)) if (mineStands(name)) merged[name] = /** @type {any} */ (mine)[name];
  merged.terms = keys.filter(key => key.startsWith('term ')).flatMap(key =>
    (mineStands(key) ? mine : theirs).terms.filter(term => keyOf(term) === key).slice(0, 1));
  return {merged, contested};
}
