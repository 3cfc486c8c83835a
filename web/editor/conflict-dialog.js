// @ts-check
import {html} from 'lit';
import {openDialog} from '../shared/dialog.js';
import {direction} from '../shared/languages.js';
import {moment} from '../shared/time.js';
import {differences} from './differences.js';

/**
 * Two wrote one sentence: both stand side by side, what differs is marked, one is chosen. Closed without a choice, it
 * stays undecided and unsaved.
 * @param {{mine: import('./outbox.js').Entry, theirs: import('../shared/types.js').Row}} conflict
 * @param {string} language
 * @returns {Promise<'mine'|'theirs'|undefined>}
 */
export function chooseSide({mine, theirs}, language) {
  const pieces = differences(theirs.target?.plain ?? '', mine.target.plain, language);
  /** @param {'added'|'removed'} own what stands in this one alone */
  const said = own => html`<div class="said" lang=${language} dir=${direction(language)}>${pieces.map(piece =>
    piece.kind === 'same' ? piece.text : piece.kind !== own ? '' : own === 'added' ? html`<ins>${piece.text}</ins>` : html`<del>${piece.text}</del>`)}
    ${own === 'removed' && !theirs.target?.plain ? html`<span class="quiet" lang="en">(empty)</span>` : ''}${own === 'added' && !mine.target.plain ? html`<span class="quiet" lang="en">(empty)</span>` : ''}</div>`;
  return openDialog(`Sentence ${theirs.number} was written twice`, (/** @type {(side?: 'mine'|'theirs') => void} */ close) => ({
    body: html`<p class="quiet">While you wrote, ${theirs.changedBy || 'another tab'} saved it too. Nothing is overwritten until you choose; both stay in its history once saved.</p>
      <div class="sides">
        <div class="side"><div><h3>Yours, not saved · ${moment(new Date(mine.at).toISOString())}</h3>${said('added')}</div>
          <div><button class="primary" autofocus @click=${() => close('mine')}>Keep mine</button></div></div>
        <div class="side"><div><h3>${theirs.changedBy || 'The other'}, saved · ${moment(theirs.changedAt)}</h3>${said('removed')}</div>
          <div><button @click=${() => close('theirs')}>Take theirs</button></div></div>
      </div>`,
    foot: html`<span class="quiet small">Esc leaves it undecided: it stays unsaved and marked.</span>`,
  }), {wide: true});
}
