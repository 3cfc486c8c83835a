// @ts-check
import {html, nothing} from 'lit';
import {live} from 'lit/directives/live.js';
import {keyOf} from '../shared/keys.js';
import {languageName, languages, nativeName} from '../shared/languages.js';

/**
 * Target languages as switches, several at once.
 * @param {object} options
 * @param {string} options.source cannot be chosen
 * @param {string[]} options.chosen
 * @param {(chosen: string[]) => void} options.change
 * @param {boolean} [options.keys] whether the keys are shown beside them; the source then keeps its place, so that a key always means one language
 * @param {string} [options.hint] said beside the heading
 */
export function languageToggles({source, chosen, change, keys = false, hint = ''}) {
  const base = source.split('-')[0];
  const spoken = (/** @type {string} */ tag) => tag === source || tag === base;
  const offered = [...languages().map(one => one.tag), ...chosen].filter((tag, i, all) => all.indexOf(tag) === i && (keys || !spoken(tag)));
  const pick = (/** @type {Event} */ event) => {
    // All boxes as they stand: several may be switched before this is drawn again.
    const boxes = [.../** @type {Element} */ (event.target).closest('fieldset')?.querySelectorAll('input:enabled') ?? []].map(one => /** @type {HTMLInputElement} */ (one));
    const ticked = boxes.filter(one => one.checked).map(one => one.value);
    const hidden = new Set(boxes.map(one => one.value));
    change([...chosen.filter(tag => !hidden.has(tag) || ticked.includes(tag)), ...ticked.filter(tag => !chosen.includes(tag))]);
  };
  const key = (/** @type {number} */ i) => i < 9 ? keyOf('intake.target', i + 1) : i < 18 ? keyOf('intake.moreTargets', i - 8) : nothing;
  return html`<fieldset class="toggles"><legend>Into${hint ? html` <span class="quiet small">${hint}</span>` : nothing}</legend>${offered.map((tag, i) => html`<label>
    <input type="checkbox" value=${tag} ?disabled=${spoken(tag)} .checked=${live(chosen.includes(tag) && !spoken(tag))} @change=${pick}>
    <bdi lang=${tag} title=${spoken(tag) ? `${languageName(tag)}: the language of the text` : languageName(tag)}>${nativeName(tag)}</bdi>${keys ? key(i) : nothing}</label>`)}</fieldset>`;
}
