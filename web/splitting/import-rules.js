// @ts-check
import {html, nothing} from 'lit';
import {post} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {size} from '../shared/file-drop.js';
import {languageName} from '../shared/languages.js';
import {counted, showReport} from '../shared/report.js';
import {complain} from '../shared/told.js';

/**
 * @typedef {{language: string|null, abbreviations: number, holds: number, breaks: number}} Count
 * @typedef {import('../shared/report.js').Report & {languages: Count[], general: number, rules: number[]}} Brought what a file would bring, or brought
 */

/** Shows what a file of rules would bring, and takes it in when that is wanted. @returns {Promise<number[]>} the rules that came in */
export async function importRules() {
  /** @type {File|undefined} */
  let file;
  /** @type {Brought|undefined} */
  let seen;
  let wrong = '';
  let busy = false;
  /** @param {boolean} preview @returns {Promise<Brought>} */
  const send = preview => {
    const form = new FormData();
    form.append('file', /** @type {File} */ (file));
    return post(`/api/splitting/import${preview ? '?preview=true' : ''}`, form);
  };
  return (await openDialog('Import rules', (/** @type {(ids?: number[]) => void} */ close, again) => {
    const look = async (/** @type {File} */ chosen) => {
      [file, seen, wrong] = [chosen, undefined, ''];
      again();
      try {
        const came = await send(true);
        if (file === chosen) seen = came;
      } catch (failure) {
        if (file === chosen) wrong = /** @type {Error} */ (failure).message;
      }
      again();
      /** @type {HTMLElement|null} */ (document.querySelector('dialog[open] .foot .primary'))?.focus();
    };
    const take = async () => {
      if (busy) return;
      busy = true;
      again();
      try {
        close((await send(false)).rules);
      } catch (failure) {
        busy = false;
        again();
        complain(failure);
      }
    };
    return {
      body: html`<p class="quiet">SRX 2.0. Each language gets the rules that the file maps to it, behind those that are there; what is there already is not doubled. Nothing is kept before you have seen it.</p>
        <file-drop accept=".srx,.xml" label="Drop a file here" @chosen=${(/** @type {CustomEvent<File>} */ event) => look(event.detail)}></file-drop>
        ${seen && file ? html`${showReport(file.name, seen, 'rule')}${effect(seen)}`
          : wrong ? html`<section class="report"><p><b>${file?.name}</b></p><p class="error" role="alert">${wrong}</p></section>`
            : file ? html`<section class="report" role="status"><p><b>${file.name}</b> <span class="quiet">${size(file.size)}, being read …</span></p></section>` : html`<p></p>`}`,
      foot: seen?.added ? html`<button class="primary" ?disabled=${busy} @click=${take}>Take ${counted(seen.added, 'rule')} in</button>` : undefined,
    };
  }, {wide: true})) ?? [];
}

/** @param {Brought} seen */
function effect({languages, general}) {
  return html`${general ? html`<p class="notice">${general === 1 ? 'A rule' : `${general} rules`} would break behind any word and override all that Dragoman knows to hold; ${general === 1 ? 'it is' : 'they are'} left out.</p>` : nothing}
    ${languages.length ? html`<table class="brought"><thead><tr><th scope="col">Language<th scope="col">Abbreviations<th scope="col">Hold<th scope="col">Break</tr></thead>
      <tbody>${languages.map(one => html`<tr><td>${one.language ? languageName(one.language) : 'every language'}</td><td>${one.abbreviations}</td><td>${one.holds}</td><td>${one.breaks}</td></tr>`)}</tbody></table>` : nothing}`;
}
