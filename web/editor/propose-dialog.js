// @ts-check
import {html, nothing} from 'lit';
import {post} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {direction, languageName} from '../shared/languages.js';

/**
 * Proposes how a name is written, filled in with what is selected.
 * @param {{source: string, target: string, from: string, to: string}} given
 * @returns {Promise<import('../shared/types.js').Concept|undefined>} what was proposed
 */
export async function openProposal({source, target, from, to}) {
  const draft = {source, target, why: ''};
  let wrong = '';
  let busy = false;
  let unbind = () => {};
  const answer = await openDialog('Propose a term', (/** @type {(concept?: any) => void} */ close, again) => {
    const send = async () => {
      if (busy) return;
      if (!draft.source.trim() || !draft.target.trim()) {
        wrong = 'Write the name in both languages.';
        return again();
      }
      busy = true;
      try {
        close(await post('/api/glossary/proposals', {sourceLanguage: from, source: draft.source.trim(), language: to, target: draft.target.trim(), why: draft.why}));
      } catch (failure) {
        wrong = /** @type {Error} */ (failure).message;
        busy = false;
        again();
      }
    };
    unbind();
    unbind = bind({'form.save': () => { send(); }});
    const field = (/** @type {'source'|'target'|'why'} */ name, /** @type {string} */ label, /** @type {string} */ language, focus = false) => html`<div class="field"><label for="propose-${name}">${label}</label>
      <input id="propose-${name}" lang=${language || nothing} dir=${language ? direction(language) : nothing} ?autofocus=${focus} autocomplete="off" maxlength="1000" .value=${draft[name]} @input=${(/** @type {InputEvent} */ event) => { draft[name] = /** @type {HTMLInputElement} */ (event.target).value; }}></div>`;
    return {
      body: html`<div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        ${field('source', languageName(from), from, !draft.source)} ${field('target', languageName(to), to, !!draft.source && !draft.target)} ${field('why', 'Why (the maintainers read it)', '', !!draft.source && !!draft.target)}`,
      foot: html`<button class="primary" aria-keyshortcuts=${shortcut('form.save')} @click=${send}>Propose ${keyOf('form.save')}</button>`,
    };
  });
  unbind();
  return answer;
}
