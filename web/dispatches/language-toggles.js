// @ts-check
import {html, nothing} from 'lit';
import {keyOf} from '../shared/keys.js';
import {languageName, languages, nativeName} from '../shared/languages.js';

/**
 * Target languages as switches, several at once.
 * @param {object} options
 * @param {string} options.source not offered
 * @param {string[]} options.chosen
 * @param {(chosen: string[]) => void} options.change
 * @param {boolean} [options.keys] whether Alt+1…9 are shown beside them
 */
export function languageToggles({source, chosen, change, keys = false}) {
  const base = source.split('-')[0];
  const offered = [...languages().map(one => one.tag), ...chosen].filter((tag, i, all) => tag !== source && tag !== base && all.indexOf(tag) === i);
  return html`<fieldset class="toggles"><legend>Into</legend>${offered.map((tag, i) => html`<label>
    <input type="checkbox" value=${tag} .checked=${chosen.includes(tag)}
      @change=${() => change(chosen.includes(tag) ? chosen.filter(one => one !== tag) : [...chosen, tag])}>
    <bdi lang=${tag} title=${languageName(tag)}>${nativeName(tag)}</bdi>${keys && i < 9 ? keyOf('intake.target', i + 1) : nothing}</label>`)}</fieldset>`;
}
