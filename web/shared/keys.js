// @ts-check
import {html, nothing} from 'lit';
import {action} from './actions.js';

/**
 * @file Which keys do what just now. A screen binds the actions it can do and unbinds them when it goes; the last one
 * bound wins. One listener, on the window and in the capturing phase, so that it comes before the text editor.
 *
 * @typedef {(digit: number, event: KeyboardEvent) => boolean|void} Handler false leaves the key to the browser
 */

/** @type {{id: string, handler: Handler}[]} */
const bound = [];

/**
 * @param {Record<string, Handler>} handlers by the action's id
 * @returns {() => void} unbinds them
 */
export function bind(handlers) {
  const mine = Object.entries(handlers).map(([id, handler]) => ({id: action(id).id, handler}));
  bound.unshift(...mine);
  return () => {
    for (const one of mine) bound.splice(bound.indexOf(one), 1);
  };
}

/** @returns {{action: import('./actions.js').Action, run: () => void}[]} what can be done now, for the palette */
export function available() {
  /** @type {Map<string, {action: import('./actions.js').Action, run: () => void}>} */
  const found = new Map();
  for (const {id, handler} of bound) {
    const one = action(id);
    if (one.palette !== false && !found.has(id)) {
      found.set(id, {action: one, run: () => handler(0, new KeyboardEvent('keydown'))});
    }
  }
  return [...found.values()];
}

/** The keys as they stand on the keyboard: `Ctrl ↓`. @param {string} key */
export function spoken(key) {
  return key.replaceAll('+', ' ').replace('ArrowDown', '↓').replace('ArrowUp', '↑').replace('ArrowLeft', '←')
    .replace('ArrowRight', '→').replace('PageDown', 'PgDn').replace('PageUp', 'PgUp').replace('Insert', 'Ins').replace('Delete', 'Del').replace('Escape', 'Esc');
}

/**
 * The key that stands beside a thing.
 * @param {string} id the action's @param {number} [digit] for actions that take one
 */
export function keyOf(id, digit) {
  const [key] = action(id).keys;
  if (!key) return nothing;
  return html`<kbd>${spoken(digit === undefined ? key : key.replace('1…9', String(digit)))}</kbd>`;
}

/** The same for `aria-keyshortcuts`. @param {string} id @param {number} [digit] */
export function shortcut(id, digit) {
  const [key] = action(id).keys;
  return (digit === undefined ? key : key.replace('1…9', String(digit))).replace('Ctrl', 'Control');
}

/**
 * @param {KeyboardEvent} event @param {string} key as `Ctrl+Shift+Enter`
 * @returns {number} -1 when it is another; the digit where the key has one; else 0
 */
function pressed(event, key) {
  const parts = key.split('+');
  const last = parts.pop();
  if (event.getModifierState('AltGraph')) return -1;
  if (event.ctrlKey !== parts.includes('Ctrl') || event.altKey !== parts.includes('Alt') || event.metaKey) return -1;
  if (last === '1…9') {
    // By place: with Alt, or on a French keyboard, the digit's own character is another one.
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    return digit && event.shiftKey === parts.includes('Shift') ? Number(digit[1]) : -1;
  }
  if (last === 'Space') return event.key === ' ' && !event.shiftKey ? 0 : -1;
  if (last === '/') return event.key === '/' ? 0 : -1;
  if (event.shiftKey !== parts.includes('Shift')) return -1;
  if (/^[A-Z]$/.test(last ?? '')) {
    // By character on Latin keyboards, by place on others: Ctrl+K is where K is while the keyboard writes Cyrillic.
    const latin = /^[a-zA-Z]$/.test(event.key);
    return (latin ? event.key.toUpperCase() === last : event.code === `Key${last}`) ? 0 : -1;
  }
  return event.key === last ? 0 : -1;
}

/** @param {EventTarget|undefined} target */
function writing(target) {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

addEventListener('keydown', event => {
  // Whoever is not signed in does nothing by keys, whatever lies below the question.
  if (document.querySelector('sign-in')) return;
  // A dialog has its keys to itself, but for those that dialogs bind.
  const inDialog = document.querySelector('dialog[open]') !== null;
  for (const {id, handler} of bound) {
    if (inDialog && !id.startsWith('form.')) continue;
    for (const key of action(id).keys) {
      const digit = pressed(event, key);
      if (digit < 0) continue;
      const bare = !/^(Ctrl|Alt)\+|^F\d|^Escape$/.test(key);
      if (bare && writing(event.composedPath()[0])) continue;
      if (event.isComposing) continue;
      if (handler(digit, event) === false) continue;
      event.preventDefault();
      event.stopPropagation();
      return;
    }
  }
}, {capture: true});
