// @ts-check
import {html, nothing, svg} from 'lit';
import {direction, languageName} from '../shared/languages.js';
import '../shared/cut-place.js';
import {stand, standing} from './confidence.js';

/**
 * @typedef {import('./types.js').Link} Link
 * @typedef {import('./types.js').Sentence} Sentence
 * @typedef {{link: number, side: number, sentence: number|undefined}} Cursor where the keyboard is; no sentence on an empty side
 * @typedef {{sentence: number, at: number}} Cut the place in a sentence that is being chosen
 */

/** @param {Cursor|{side: number, sentence: number|undefined, link: number}} cursor @returns {string} the id of the element that has the keyboard there */
export const elementOf = cursor => (cursor.sentence === undefined ? `open-${cursor.link}-${cursor.side}` : `sentence-${cursor.sentence}`);

/**
 * One link: its sentences side by side, the lines between them, how sure it is.
 * @param {Link} link
 * @param {{languages: string[], index: number, cursor?: Cursor, cut?: Cut, beside?: boolean, before?: Link}} how beside: shown beside another, not a row of the list; before: the row above it in the text
 */
export function linkRow(link, {languages, index, cursor, cut, beside = false, before}) {
  const {line} = standing(link);
  const active = cursor?.link === link.id;
  return html`<div role="row" id=${beside ? nothing : `link-${link.id}`} data-link=${beside ? nothing : link.id} class="link ${line} ${active ? 'active' : ''} ${beside ? 'beside' : ''} ${before && opens(link, before) ? 'opens' : ''}"
      aria-rowindex=${beside ? nothing : index + 2} aria-current=${active ? 'true' : nothing}>
    <span role="rowheader" class="n"><span class="flag" aria-hidden="true"></span>${link.number}</span>
    ${link.sides.map((side, k) => html`${k ? gap() : nothing}
      <div role="gridcell" class="side ${side.length ? '' : 'empty'}" id=${beside || side.length ? nothing : elementOf({link: link.id, side: k, sentence: undefined})}
        data-side=${k} tabindex=${side.length || beside ? nothing : active && cursor?.side === k ? 0 : -1}
        >${side.length ? side.map(one => sentence(one, languages[k], active && cursor?.side === k && cursor.sentence === one.id, beside, cut))
          : html`<span class="none ${through(link, k) ? 'through' : ''}">${through(link, k) ? html`<span class="hidden-visually">nothing in ${languageName(languages[k])}</span>` : html`nothing in ${languageName(languages[k])}`}</span>`}</div>`)}
    <div role="gridcell" class="stand">${stand(link)}</div>
  </div>`;
}

/** Whether a line goes through an empty side, between two that have something. @param {Link} link @param {number} k */
const through = (link, k) => link.sides.slice(0, k).some(one => one.length) && link.sides.slice(k + 1).some(one => one.length);

/** Whether a paragraph begins with a link, in some text at least. @param {Link} link @param {Link} before */
const opens = (link, before) => link.sides.some((side, k) => side.length > 0 && before.sides[k].length > 0 && side[0].paragraph !== before.sides[k].at(-1)?.paragraph);

const gap = () => html`<span class="gutter" aria-hidden="true"><svg width="100%" height="100%">${svg`<path fill="none"></path><path class="ring" fill="none"></path>`}</svg></span>`;

/** @param {Sentence} one @param {string} language @param {boolean} here @param {boolean} beside @param {Cut|undefined} cut */
function sentence(one, language, here, beside, cut) {
  if (!beside && cut?.sentence === one.id) {
    return html`<div class="sentence cutting"><cut-place .text=${{plain: one.text, tags: []}} .language=${language} .at=${cut.at} label="Where the sentence is cut"></cut-place></div>`;
  }
  return html`<p class="sentence ${here ? 'here' : ''}" id=${beside ? nothing : elementOf({link: 0, side: 0, sentence: one.id})} data-sentence=${one.id}
    lang=${language} dir=${direction(language)} tabindex=${beside ? nothing : here ? 0 : -1}>${one.text}</p>`;
}

/** The place of a row that has not come yet. @param {number} index */
export const waitingRow = index => html`<div role="row" class="link waiting" aria-rowindex=${index + 2}><span role="rowheader" class="n">${index + 1}</span><span role="gridcell" class="hidden-visually">not loaded yet</span></div>`;
