// @ts-check
import {html, nothing} from 'lit';
import {isLinked} from './edits.js';

/** @typedef {import('./types.js').Link} Link */

/** Below this a link waits for a person. */
export const THRESHOLD = 0.9;

/** @param {number} confidence of 0 to 1 @returns {string} 61 %; never 100 for what is not certain */
export const percent = confidence => `${Math.min(99, Math.floor(confidence * 100 + 1e-9))} %`;

/** Whether a person has yet to look. @param {Link} link */
export const waits = link => link.state === 'proposed' && link.doubtful;

/**
 * How sure a link is, as mark, word and look: never by colour alone.
 * @param {Link} link @returns {{mark: string, word: string, look: 'ok'|'quiet'|'warn'|'bad', line: 'accepted'|'sure'|'doubtful'|'contradicted'}}
 */
export function standing(link) {
  const linked = isLinked(link);
  if (link.state === 'accepted') return {mark: '✓', word: linked ? 'accepted' : 'alone, accepted', look: 'ok', line: 'accepted'};
  if (link.contradicted) return {mark: '!', word: 'contradicted', look: 'bad', line: 'contradicted'};
  if (link.doubtful) return {mark: '?', word: linked ? 'doubtful' : 'alone?', look: 'warn', line: 'doubtful'};
  return {mark: linked ? '●' : '○', word: linked ? 'sure' : 'alone', look: 'quiet', line: 'sure'};
}

/** A link in one breath, for whoever listens. @param {Link} link @param {number} total */
export function said(link, total) {
  const {word} = standing(link);
  const shape = link.sides.map(side => side.length).join(' to ');
  return `Link ${link.number} of ${total}: ${shape}, ${word}${link.state === 'proposed' && link.confidence !== null ? `, ${percent(link.confidence)}` : ''}`;
}

/** What stands at the end of a row. @param {Link} link */
export function stand(link) {
  const {mark, word, look} = standing(link);
  const {confidence, state, by} = link;
  return html`<span class="how ${look}"><span aria-hidden="true">${mark}</span> ${word}</span>
    ${state === 'accepted' ? by ? html`<span class="by">${by}</span>` : nothing
      : confidence === null ? nothing : html`<span class="measure" title="Of the links at ${percent(confidence)}, so many of a hundred are right"><b class="number">${percent(confidence)}</b>
        <span class="bar ${look}" aria-hidden="true"><i .style=${`width: ${Math.round(confidence * 100)}%`}></i></span></span>`}`;
}
