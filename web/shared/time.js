// @ts-check
/** @file Days and times as a desk writes them: 15:04, 18 Nov, 2026-03-02. */

const clock = new Intl.DateTimeFormat('en-GB', {hour: '2-digit', minute: '2-digit'});
const day = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short'});

/** @param {string|number|Date} when @returns {string} 15:04 */
export const time = when => clock.format(new Date(when));

/** @param {string|null|undefined} when @returns {string} 2026-03-02 in the reader's own time zone; empty where nothing is known */
export function date(when) {
  if (!when) return '';
  if (/^\d{4}-\d{2}-\d{2}$/.test(when)) return when;
  const at = new Date(when);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** @param {string|null|undefined} when @returns {string} 15:04 for today, 18 Nov within this year, else the date */
export function moment(when) {
  if (!when) return '';
  const at = new Date(when);
  const now = new Date();
  if (at.toDateString() === now.toDateString()) return clock.format(at);
  return at.getFullYear() === now.getFullYear() ? day.format(at) : date(when);
}
