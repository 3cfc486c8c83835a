// @ts-check
import {html} from 'lit';
import {openDialog} from '../shared/dialog.js';
import {direction} from '../shared/languages.js';

/**
 * What was written in a sentence that meanwhile stands no more, since another joined it or brought in a newer version:
 * it can be put where the cursor is, or dropped. Closed without a choice, it is offered again.
 * @param {import('./outbox.js').Entry} entry @param {string} language
 * @returns {Promise<'insert'|'drop'|undefined>}
 */
export function offerOrphan(entry, language) {
  return openDialog('A sentence that you wrote in is no more', (/** @type {(choice?: 'insert'|'drop') => void} */ close) => ({
    body: html`<p>It was joined with another, or a newer version of the dispatch is without it. This is what you wrote and could not be saved there:</p>
      <p class="side" lang=${language} dir=${direction(language)}>${entry.target.plain}</p>`,
    foot: html`<button class="primary" autofocus @click=${() => close('insert')}>Put it where the cursor is</button>
      <button @click=${() => close('drop')}>Drop it</button>`,
  }));
}
