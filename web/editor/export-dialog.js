// @ts-check
import {html, nothing} from 'lit';
import {download, get, query} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {languageName, nativeName} from '../shared/languages.js';
import {complain} from '../shared/told.js';

/** @type {Record<string, string>} */
const formats = {txt: 'text', html: 'web page (HTML)', docx: 'Word (DOCX)'};

/**
 * Gives the dispatch out, in any of its languages, in its own format or as TMX; says first what is not confirmed and what was found.
 * @param {import('../shared/types.js').Dispatch} dispatch @param {string} current the language that is open
 */
export async function openExport(dispatch, current) {
  /** @type {Map<string, number>} */
  const findings = new Map();
  let asked = false;
  await openDialog('Export', (close, again) => {
    if (!asked) {
      asked = true;
      for (const {language} of dispatch.targets) {
        get(`/api/dispatches/${dispatch.id}/findings${query({language})}`).then(all => {
          findings.set(language, all.items.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.findings.filter((/** @type {import('../shared/types.js').Finding} */ each) => !each.accepted).length, 0));
          again();
        }, failure => console.warn(failure.message));
      }
    }
    /** @param {string} language @param {string} format */
    const give = async (language, format) => {
      try {
        await download(`/api/dispatches/${dispatch.id}/export${query({language, format})}`);
      } catch (failure) {
        complain(failure);
      }
    };
    const own = formats[dispatch.format] ?? dispatch.format;
    const targets = [...dispatch.targets].sort((a, b) => Number(b.language === current) - Number(a.language === current));
    return {body: html`<div class="exports">${targets.map(target => {
      const open = target.segments - target.confirmed;
      const found = findings.get(target.language) ?? 0;
      return html`<span><b lang=${target.language}>${nativeName(target.language)}</b> <span class="quiet small">${languageName(target.language)}</span></span>
        <span class="small">${open ? html`<span class="warn">▲ ${open} of ${target.segments} not confirmed</span>` : html`<span class="ok">✓ all confirmed</span>`}
          ${found ? html`<br><span class="bad">▲ ${found} ${found === 1 ? 'finding' : 'findings'}</span>` : nothing}</span>
        <button class=${target.language === current ? 'primary' : ''} ?autofocus=${target.language === current} @click=${() => give(target.language, 'original')}>As ${own}</button>
        <button @click=${() => give(target.language, 'tmx')}>As TMX</button>`;
    })}</div>`, foot: html`<span class="quiet small">${dispatch.fileName ? html`${dispatch.fileName} · ` : nothing}${targets.some(one => one.confirmed < one.segments)
      ? 'What is not confirmed goes out as it stands; what is empty, in the source language.' : nothing}</span>`};
  }, {wide: true});
}
