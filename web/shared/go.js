// @ts-check
/** @file Moves between screens without loading the page again. */

/** @param {string} path @param {{replace?: boolean}} [options] */
export function go(path, {replace = false} = {}) {
  if (replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  dispatchEvent(new Event('dragoman:moved'));
}
