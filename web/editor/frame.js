// @ts-check
import {html, nothing} from 'lit';
import {connection} from '../api.js';
import {avatar, findButton} from '../shared/header.js';
import {keyOf, shortcut} from '../shared/keys.js';
import {languageName, nativeName} from '../shared/languages.js';

/** @file Head and foot of the editor: what is translated, how far it is, who else is there, whether all is saved. */

/** @typedef {import('./sheet.js').Sheet} Sheet */

/** @param {{sheet: Sheet|undefined, language: string, session: import('../shared/types.js').Session, exports: () => void}} given */
export function head({sheet, language, session, exports}) {
  const dispatch = sheet?.dispatch;
  return html`<header>
    <a class="crumb" href="/dispatches">Dispatches ›</a><h1 title=${dispatch?.title ?? ''}>${dispatch?.title || dispatch?.slug || ''}</h1>
    <span class="quiet shrink">${[dispatch?.dated, dispatch?.agency].filter(Boolean).join(' · ')}</span>
    <nav class="tabs" aria-label="Languages">${dispatch?.targets.map(target => html`
      <a class="with-bar" href="/dispatches/${dispatch.id}/${target.language}" lang=${target.language} aria-current=${target.language === language ? 'page' : nothing}
        title="${languageName(target.language)}: ${target.confirmed} of ${target.segments} confirmed">${nativeName(target.language)}
        <span class="bar"><i .style=${`width: ${target.segments ? 100 * target.confirmed / target.segments : 0}%`}></i></span></a>`)}</nav>
    <span class="grow"></span>
    ${sheet?.others.slice(0, 3).map(one => html`<span class="chip" title=${one.person}>${one.initials} is on ${sheet.row(one.segment)?.number ?? '…'}${one.language === language ? '' : `, ${nativeName(one.language)}`}</span>`)}
    ${findButton()} <notices-button quiet></notices-button>
    <button class="primary" aria-keyshortcuts=${shortcut('editor.export')} @click=${exports} ?disabled=${!sheet}>Export ${keyOf('editor.export')}</button>
    ${avatar(session)}</header>`;
}

/** @param {{sheet: Sheet|undefined, decide: () => void}} given decide: has the writer choose where two wrote one sentence */
export function foot({sheet, decide}) {
  const progress = sheet?.progress;
  const words = progress ? progress.words - progress.wordsLeft : 0;
  return html`<footer>${sheet && progress ? html`<span>${sheet.rows.length === sheet.total ? sheet.confirmed : progress.confirmed} of ${progress.segments} confirmed</span>
      <span>${progress.words ? Math.floor(100 * words / progress.words) : 0} % · ${progress.wordsLeft} words left</span>
      <span>${sheet.findingCount} ${sheet.findingCount === 1 ? 'finding' : 'findings'}</span>` : nothing}
    <span class="grow"></span><span role="status">${sheet ? saved(sheet, decide) : nothing}</span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
}

/** Whether everything is saved, and if not, loudly. @param {Sheet} sheet @param {() => void} decide */
function saved(sheet, decide) {
  const {waiting, failed, conflicts} = sheet.outbox.counts;
  if (conflicts) return html`<button class="link bad" @click=${decide}>▲ ${conflicts} written twice: choose</button>`;
  if (failed) return html`<button class="link bad" @click=${() => { sheet.outbox.flush(); decide(); }}>▲ ${failed} not saved: try again</button>`;
  if (waiting && !connection.online) return html`<span class="bad">▲ ${waiting} not saved yet</span>`;
  return waiting ? html`<span>saving…</span>` : html`<span class="ok">● Everything saved</span>`;
}
