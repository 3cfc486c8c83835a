// @ts-check
/** @file The desk's languages as the server names them; others by the browser's own names. */

/** @type {Map<string, import('./types.js').Language>} */
const known = new Map();

/** @param {import('./types.js').Language[]} languages */
export function knowLanguages(languages) {
  for (const language of languages) known.set(language.tag, language);
}

/** @returns {import('./types.js').Language[]} */
export const languages = () => [...known.values()];

/** @param {string} tag */
function base(tag) {
  return known.get(tag) ?? known.get(tag.split('-')[0]);
}

/** @param {string} tag @returns {string} its name in English: Azerbaijani */
export function languageName(tag) {
  return known.get(tag)?.name ?? new Intl.DisplayNames('en', {type: 'language'}).of(tag) ?? tag;
}

/** @param {string} tag @returns {string} its name in itself, as it stands alone: Azərbaycanca */
export function nativeName(tag) {
  const name = known.get(tag)?.nativeName ?? new Intl.DisplayNames(tag, {type: 'language'}).of(tag) ?? tag;
  const [first = ''] = name;
  return first.toLocaleUpperCase(tag) + name.slice(first.length);
}

/** @param {string} tag @returns {'ltr'|'rtl'} */
export function direction(tag) {
  const language = base(tag);
  if (language && !tag.includes('-')) return language.direction;
  return /^(ar|fa|he|ur|ckb|ps|dv|yi)\b|-(Arab|Hebr|Syrc|Thaa|Nkoo)\b/.test(tag) ? 'rtl' : 'ltr';
}
