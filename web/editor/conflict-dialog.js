// @ts-check
import {html} from 'lit';
import {openDialog} from '../shared/dialog.js';
import {direction} from '../shared/languages.js';
import {moment} from '../shared/time.js';
import {differences} from '../shared/differences.js';

/**
 * Two wrote one sentence: both stand side by side, what differs is marked, one is chosen. Closed without a choice, it
 * stays undecided and unsaved.
 * @param {{mine: import('./outbox.js').Entry, theirs: import('../shared/types.js').Row}} conflict
 * @param {string} language @param {string} me who is asked
 * @returns {Promise<'mine'|'theirs'|undefined>}
 */
export function chooseSide({mine, theirs}, language, me) {
  const other = theirs.changedBy === me ? 'you, in another tab,' : theirs.changedBy || 'another tab';
  const pieces = differences(theirs.target?.plain ?? '', mine.target.plain, language);
  /** @param {'added'|'removed'} own what stands in this one alone */
  const said = own => html`<div class="said" lang=${language} dir=${direction(language)}>${pieces.map(piece =>
    piece.kind === 'same' ? piece.text : piece.kind !== own ? '' : html`<mark>${piece.text}</mark>`)}
    ${own === 'removed' && !theirs.target?.plain ? html`<span class="quiet" lang="en">(empty)</span>` : ''}${own === 'added' && !mine.target.plain ? html`<span class="quiet" lang="en">(empty)</span>` : ''}</div>`;
  return openDialog(`Sentence ${theirs.number} was written twice`, (/** @type {(side?: 'mine'|'theirs') => void} */ close) => ({
    // Nobody chooses by the letter that they were just typing: the focus is on no button, and the keys take Ctrl.
    body: html`<div tabindex="-1" autofocus @keydown=${(/** @type {KeyboardEvent} */ event) => {
        const side = event.ctrlKey && !event.altKey && {Digit1: /** @type {const} */ ('mine'), Digit2: /** @type {const} */ ('theirs')}[event.code];
        if (side) {
          event.preventDefault();
          close(side);
        }
      }}>
      <p class="quiet">While you wrote here, ${other} saved it too. Nothing is overwritten until you choose; both stay in its history once saved.</p>
      <div class="sides">
        <div class="side"><div><h3>Yours, not saved · ${moment(new Date(mine.at).toISOString())}</h3>${said('added')}</div>
          <div><button @click=${() => close('mine')} aria-keyshortcuts="Control+1">Keep mine <kbd>Ctrl 1</kbd></button></div></div>
        <div class="side"><div><h3>${theirs.changedBy === me ? 'Your other tab' : theirs.changedBy || 'The other'}, saved · ${moment(theirs.changedAt)}</h3>${said('removed')}</div>
          <div><button @click=${() => close('theirs')} aria-keyshortcuts="Control+2">Take theirs <kbd>Ctrl 2</kbd></button></div></div>
      </div></div>`,
    foot: html`<span class="quiet small">Esc leaves it undecided: it stays unsaved and marked.</span>`,
  }), {wide: true});
}
