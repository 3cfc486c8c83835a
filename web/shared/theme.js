// @ts-check
/** @file Light, dark, or as the system says; remembered in this browser. */

/** @typedef {'system'|'light'|'dark'} Theme */

const PLACE = 'dragoman.theme';

/** @returns {Theme} */
export function theme() {
  const kept = localStorage.getItem(PLACE);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** @param {Theme} chosen */
export function useTheme(chosen) {
  if (chosen === 'system') localStorage.removeItem(PLACE);
  else localStorage.setItem(PLACE, chosen);
  wear();
}

/** Shows the remembered theme; called once at the start and when another tab changes it. */
export function wear() {
  const chosen = theme();
  if (chosen === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = chosen;
}

addEventListener('storage', event => {
  if (event.key === PLACE) wear();
});
