// @ts-check
/** @file What this browser remembers of a person's choices. */

/**
 * @template T
 * @param {string} name @param {T} otherwise
 * @returns {T} what was kept under the name
 */
export function kept(name, otherwise) {
  const text = localStorage.getItem('dragoman.' + name);
  if (text === null) return otherwise;
  try {
    return JSON.parse(text);
  } catch (broken) {
    localStorage.removeItem('dragoman.' + name);
    return otherwise;
  }
}

/** @param {string} name @param {unknown} value */
export function keep(name, value) {
  localStorage.setItem('dragoman.' + name, JSON.stringify(value));
}
