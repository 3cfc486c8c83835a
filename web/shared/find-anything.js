// @ts-check
import {html, nothing} from 'lit';
import {get, query} from '../api.js';
import {available, spoken} from './keys.js';
import {openDialog} from './dialog.js';
import {complain} from './told.js';
import {go} from './go.js';

/**
 * @typedef {{kind: string, label: string, detail?: string, lang?: string, key?: string, run: () => void}} Found
 * @typedef {(words: string) => Found[]} Source what a screen has to offer for some words
 */

/** @type {Set<Source>} */
const sources = new Set();

/** @param {Source} source what the palette looks through beside actions and dispatches @returns {() => void} takes it away */
export function offerToFind(source) {
  sources.add(source);
  return () => sources.delete(source);
}

/** Folds case and marks for finding; never for storing. @param {string} text */
export function fold(text) {
  return text.toLocaleLowerCase('en').normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ı', 'i');
}

let open = false;

/** Opens the palette: actions, what the screen offers, dispatches. */
export async function findAnything() {
  if (open) return;
  open = true;
  let words = '';
  let chosen = 0;
  /** @type {Found[]} */
  let dispatches = [];
  let asked = 0;
  /** @type {Found[]} */
  let found = [];
  const look = () => {
    const folded = fold(words).trim();
    const mine = available()
      .filter(({action}) => action.id !== 'find' && fold(action.label).includes(folded))
      .map(({action, run}) => ({kind: 'Action', label: action.label, key: spoken(action.keys[0] ?? ''), run}));
    const theirs = folded ? [...sources].flatMap(source => source(folded)).slice(0, 20) : [];
    found = folded ? [...mine.slice(0, 8), ...theirs, ...dispatches] : [...mine, ...dispatches];
    chosen = Math.min(chosen, Math.max(found.length - 1, 0));
  };
  const picked = await openDialog('Find anything', (/** @type {(f?: Found) => void} */ close, again) => {
    look();
    const ask = async () => {
      const mine = ++asked;
      try {
        const page = await get(`/api/dispatches${query({search: words, limit: 8})}`);
        if (mine !== asked || !open) return;
        dispatches = page.items.map((/** @type {import('./types.js').Dispatch} */ one) => ({
          kind: 'Dispatch', label: one.title || one.slug, detail: [one.dated, one.agency].filter(Boolean).join(' · '), lang: one.source,
          run: () => go(`/dispatches/${one.id}/${one.targets[0]?.language ?? ''}`),
        }));
        again();
      } catch (failure) {
        complain(failure);
      }
    };
    if (asked === 0) ask();
    /** @param {KeyboardEvent} event */
    const key = event => {
      const step = {ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8}[event.key];
      if (step) {
        chosen = Math.max(0, Math.min(found.length - 1, chosen + step));
        event.preventDefault();
        again();
        document.getElementById(`found-${chosen}`)?.scrollIntoView({block: 'nearest'});
      } else if (event.key === 'Enter' && found[chosen]) {
        event.preventDefault();
        close(found[chosen]);
      }
    };
    return {body: html`
      <input class="palette" autofocus role="combobox" aria-expanded="true" aria-controls="found" aria-label="Find an action, a sentence, a dispatch"
        aria-activedescendant=${found.length ? `found-${chosen}` : nothing} autocomplete="off" spellcheck="false"
        placeholder="An action, words of a sentence, a dispatch" @keydown=${key}
        @input=${(/** @type {InputEvent} */ event) => { words = /** @type {HTMLInputElement} */ (event.target).value; chosen = 0; again(); ask(); }}>
      <ul id="found" class="found" role="listbox" aria-label="Found">
        ${found.map((one, i) => html`<li id="found-${i}" role="option" aria-selected=${i === chosen ? 'true' : 'false'}
          @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => close(one)}>
          <span class="quiet small">${one.kind}</span><span class="label" lang=${one.lang ?? nothing} dir="auto">${one.label}</span>
          <span class="quiet small">${one.detail ?? ''}</span>${one.key ? html`<kbd>${one.key}</kbd>` : html`<span></span>`}</li>`)}
        ${found.length ? nothing : html`<li class="quiet">Nothing is called that.</li>`}
      </ul>`};
  });
  open = false;
  picked?.run();
}
