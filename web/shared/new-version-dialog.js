// @ts-check
import {html, nothing} from 'lit';
import {post} from '../api.js';
import {openDialog} from './dialog.js';
import {size} from './file-drop.js';
import {bind, keyOf, shortcut} from './keys.js';
import {direction} from './languages.js';
import {counted} from './report.js';

/**
 * @typedef {import('./types.js').Dispatch} Dispatch
 * @typedef {import('./types.js').Correction} Correction
 */

/**
 * Brings a newer version of its document into a dispatch: says what will change before anything does.
 * @param {Dispatch} dispatch
 * @returns {Promise<Correction|undefined>} what changed; nothing when it was left
 */
export async function bringInVersion(dispatch) {
  let text = '';
  /** @type {File|undefined} */
  let file;
  /** @type {Correction|undefined} */
  let seen;
  let wrong = '';
  let busy = false;
  /** Whether a person has said that it is meant, whatever is doubtful. */
  let meant = false;
  let version = dispatch.version;
  /** @type {AbortController|undefined} */
  let looking;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  let timer;
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const result = await openDialog(`New version of “${dispatch.title || dispatch.slug}”`, (/** @type {(made?: Correction) => void} */ close, again) => {
    /** @param {Record<string, string>} fields */
    const form = fields => {
      const form = new FormData();
      if (file) form.append('file', file);
      else form.append('text', text);
      for (const [name, value] of Object.entries(fields)) form.append(name, value);
      return form;
    };
    const look = async () => {
      looking?.abort();
      seen = undefined;
      meant = false;
      wrong = '';
      again();
      if (!file && !text.trim()) return;
      const mine = (looking = new AbortController());
      try {
        const made = await post(`/api/dispatches/${dispatch.id}/update`, form({preview: 'true'}), {signal: mine.signal});
        if (mine.signal.aborted) return;
        seen = /** @type {Correction} */ (made);
        version = seen.dispatch.version;
      } catch (failure) {
        if (mine.signal.aborted) return;
        wrong = /** @type {Error} */ (failure).message;
      }
      again();
    };
    save = async () => {
      if (busy) return;
      if (!file && !text.trim()) {
        wrong = 'There is no text yet; paste the new version, or choose its file.';
        return again();
      }
      if (seen?.held && !meant) {
        wrong = 'Nothing was brought in yet. If it is meant all the same, say so below.';
        again();
        return document.getElementById('new-version-meant')?.focus();
      }
      busy = true;
      again();
      clearTimeout(timer);
      looking?.abort();
      try {
        close(/** @type {Correction} */ (await post(`/api/dispatches/${dispatch.id}/update`, form({version: String(version), ...(meant ? {confirm: 'true'} : {})}))));
      } catch (failure) {
        const problem = /** @type {import('../api.js').Problem} */ (failure);
        wrong = problem.message;
        if (problem.current) version = problem.current.version;
        // Whoever was quicker than the look sees what is doubtful, and can say that it is meant.
        if (!seen && !problem.current) {
          const refused = problem.message;
          busy = false;
          await look();
          if (!seen) wrong = refused;
        }
      }
      busy = false;
      again();
    };
    return {
      body: html`<p class="quiet">Sentences that did not change keep their translations; joins and splits hold where the same words stand. Nothing happens before you say so.</p>
        <div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        ${file
          ? html`<p><b>${file.name}</b> <span class="quiet">${size(file.size)}</span> <button @click=${() => { file = undefined; look(); }}>Another text</button></p>`
          : html`<textarea autofocus rows="9" class="new-version" aria-label="Text of the new version" placeholder="Paste the new version here" spellcheck="false" lang=${dispatch.source} dir=${direction(dispatch.source)}
              .value=${text} @input=${(/** @type {Event} */ event) => {
                text = /** @type {HTMLTextAreaElement} */ (event.target).value;
                clearTimeout(timer);
                timer = setTimeout(look, 300);
              }}></textarea>`}
        <file-drop accept=".txt,.text,.html,.htm,.xhtml,.docx" label="or drop its file here" @chosen=${(/** @type {CustomEvent<File>} */ event) => { file = event.detail; look(); }}></file-drop>
        ${seen?.doubts.length ? html`<div class="notice" role="alert">${seen.doubts.map(doubt => html`<p>${doubt}</p>`)}
          ${seen.held ? html`<label><input type="checkbox" id="new-version-meant" .checked=${meant} @change=${(/** @type {Event} */ event) => {
            meant = /** @type {HTMLInputElement} */ (event.target).checked;
            wrong = '';
            again();
          }}> It is meant: bring it in all the same</label>` : nothing}</div>` : nothing}
        <p class="sees" role="status">${seen ? changes(seen) : file || text.trim() ? wrong ? '' : 'Comparing …' : ''}</p>`,
      foot: html`<button class="primary" ?disabled=${busy} aria-keyshortcuts=${shortcut('form.save')} @click=${() => save()}>Bring it in ${keyOf('form.save')}</button>`,
    };
  }, {wide: true});
  unbind();
  clearTimeout(timer);
  looking?.abort();
  return result;
}

/** What a newer version changes, in a sentence. @param {Correction} correction */
export function changes({kept, changed, restored, added, removed, choices, translations, drafts}) {
  const parts = [`${counted(kept, 'sentence')} as before`, `${changed} changed`, `${added} new`, `${removed} removed`];
  if (restored) parts.push(`${restored} back from an earlier version`);
  if (choices) parts.push(`${counted(choices, 'join or split', 'joins and splits')} held to`);
  const going = [translations ? counted(translations, 'translation') : '', drafts ? counted(drafts, 'draft') : ''].filter(Boolean);
  return parts.join(' · ') + (going.length ? ` · ${going.join(' and ')} go with what is removed, and come back with it` : '');
}
