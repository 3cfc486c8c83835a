// @ts-check
import {html} from 'lit';
import {download} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {importFiles} from '../shared/import-dialog.js';
import {complain} from '../shared/told.js';

/** @returns {Promise<boolean|undefined>} whether something came in */
export const importGlossary = () => importFiles({
  title: 'Import into the glossary', path: '/api/glossary/import', accept: '.csv,.tsv,.tbx,.xml,.xlsx', what: 'concept',
  hint: 'TBX, XLSX, CSV or TSV (first line: language tags). What is already in the glossary is not doubled.',
});

/** Has the browser save the glossary in a format that is chosen. */
export function exportGlossary() {
  openDialog('Export the glossary', close => {
    const save = async (/** @type {string} */ format) => {
      close();
      try {
        await download(`/api/glossary/export?format=${format}`);
      } catch (failure) {
        complain(failure);
      }
    };
    return {
      body: html`<p class="quiet">Every concept with everything that is said of it as TBX; the terms alone, a language a column, as CSV.</p>`,
      foot: html`<button class="primary" autofocus @click=${() => save('tbx')}>TBX</button><button @click=${() => save('csv')}>CSV</button>`,
    };
  });
}
