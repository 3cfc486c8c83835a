// @ts-check
import {html, nothing} from 'lit';
import {get, query} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {fold} from '../shared/find-anything.js';
import {direction, languageName} from '../shared/languages.js';
import {tagged} from '../shared/tagged-text.js';
import {moment} from '../shared/time.js';
import {complain} from '../shared/told.js';

/**
 * Where the memory says some words, and what it says for them.
 * @param {{words: string, side: 'source'|'target', source: string, target: string}} asked side: in which language the words are
 * @returns {Promise<string|undefined>} what is to be written at the cursor
 */
export function openConcordance({words, side, source, target}) {
  /** @type {any[]|undefined} */
  let items;
  let chosen = side;
  let search = words;
  let turn = 0;
  return openDialog('Concordance', (/** @type {(text?: string) => void} */ close, again) => {
    const language = chosen === 'source' ? source : target;
    const to = chosen === 'source' ? target : source;
    const ask = async () => {
      const mine = ++turn;
      if (!search.trim()) {
        items = undefined;
        return again();
      }
      try {
        const page = await get(`/api/concordance${query({search, language, to, limit: 50})}`);
        if (mine !== turn) return;
        items = page.items;
        again();
      } catch (failure) {
        complain(failure);
      }
    };
    if (turn === 0) ask();
    return {body: html`
      <p><input autofocus aria-label="Words" class="palette" lang=${language} .value=${search} placeholder="Words, in ${languageName(language)}"
        @input=${(/** @type {InputEvent} */ event) => { search = /** @type {HTMLInputElement} */ (event.target).value; ask(); }}></p>
      <fieldset class="choice"><legend class="hidden-visually">In which language</legend>
        ${/** @type {const} */ (['source', 'target']).map(one => html`<label><input type="radio" name="side" .checked=${chosen === one}
          @change=${() => { chosen = one; ask(); again(); }}> ${languageName(one === 'source' ? source : target)}</label>`)}</fieldset>
      <div class="concord" aria-live="polite"><table><tbody>${(items ?? []).map(item => html`<tr>
        <td lang=${language} dir=${direction(language)}>${tagged(item.source, spans(item.source.plain, search))}
          ${item.otherForm ? html`<div class="quiet small" lang="en" dir="ltr">other form</div>` : nothing}</td>
        <td lang=${to} dir=${direction(to)}>${tagged(item.target)}
          <div class="quiet small" lang="en" dir="ltr">${[item.memory?.name, item.who, moment(item.when)].filter(Boolean).join(' · ')}</div></td>
        <td>${chosen === 'source' ? html`<button @click=${() => close(item.target.plain)}>Insert</button>` : nothing}</td></tr>`)}</tbody></table>
        ${items && !items.length ? html`<p class="empty">The memory says this nowhere.</p>` : nothing}</div>`};
  }, {wide: true});
}

/** @param {string} plain @param {string} search */
function spans(plain, search) {
  const wanted = fold(search).trim();
  const folded = [...plain].map(fold);
  const found = [];
  if (!wanted) return [];
  const whole = folded.join('');
  for (let at = whole.indexOf(wanted); at >= 0; at = whole.indexOf(wanted, at + wanted.length)) {
    found.push({start: unfold(plain, folded, at), end: unfold(plain, folded, at + wanted.length), look: 'term'});
  }
  return found;
}

/** @param {string} plain @param {string[]} folded @param {number} place in the folded text @returns {number} in the plain one */
function unfold(plain, folded, place) {
  let at = 0;
  let seen = 0;
  const chars = [...plain];
  for (let i = 0; i < chars.length && seen < place; i++) {
    seen += folded[i].length;
    at += chars[i].length;
  }
  return at;
}
