// @ts-check
import {html, nothing} from 'lit';
import {post} from '../api.js';
import {openDialog} from './dialog.js';
import {size} from './file-drop.js';
import {showReport} from './report.js';

/**
 * Takes files in, one after the other, and says of each what became of it.
 * @param {object} options
 * @param {string} options.title
 * @param {string} options.path where the files go
 * @param {string} options.accept endings
 * @param {string} options.hint which files, and what happens to what is already there
 * @param {string} options.what is counted: unit, concept
 * @returns {Promise<boolean>} whether anything came in
 */
export async function importFiles({title, path, accept, hint, what}) {
  /** @type {{file: File, report?: import('./report.js').Report, wrong?: string}[]} */
  const files = [];
  let busy = false;
  let open = true;
  let changed = false;
  await openDialog(title, (_close, again) => {
    const run = async () => {
      if (busy) return;
      busy = true;
      for (let next; (next = files.find(one => !one.report && !one.wrong)); ) {
        const form = new FormData();
        form.append('file', next.file);
        try {
          next.report = /** @type {import('./report.js').Report} */ (await post(path, form));
          changed ||= next.report.added + next.report.merged > 0;
        } catch (failure) {
          next.wrong = /** @type {Error} */ (failure).message;
        }
        if (open) again();
      }
      busy = false;
    };
    return {
      body: html`<p class="quiet">${hint}</p>
        <file-drop multiple accept=${accept} label="Drop files here" @chosen=${(/** @type {CustomEvent<File>} */ event) => {
          files.unshift({file: event.detail});
          again();
          run();
        }}></file-drop>
        ${files.map(({file, report, wrong}) => report
          ? showReport(file.name, report, what)
          : wrong
            ? html`<section class="report"><p><b>${file.name}</b></p><p class="error" role="alert">${wrong}</p></section>`
            : html`<section class="report" role="status"><p><b>${file.name}</b> <span class="quiet">${size(file.size)}, being read …</span></p></section>`)}
        ${files.length ? nothing : html`<p></p>`}`,
    };
  }, {wide: true});
  open = false;
  return changed;
}
