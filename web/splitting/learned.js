// @ts-check
import {html, nothing} from 'lit';
import {get, post, put} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {languageName} from '../shared/languages.js';
import {counted} from '../shared/report.js';
import {moment} from '../shared/time.js';
import {complain, tell} from '../shared/told.js';

/**
 * @typedef {object} Model what came of a training
 * @property {number} id
 * @property {number} version
 * @property {string} language
 * @property {'offered'|'no_gain'|'too_alike'} outcome
 * @property {number} examples
 * @property {number} corrections
 * @property {number} places
 * @property {number} rules F1, 0 to 1
 * @property {number} secondOpinion
 * @property {number} alone
 * @property {boolean} enabled
 * @property {string} trainedAt
 * @property {string} changedAt
 * @property {string} changedBy
 * @typedef {{language: string, sentences: number, corrections: number, neededSentences: number, neededCorrections: number, training: boolean, newest: Model|null, inUse: Model|null}} Learning
 */

/** @param {number} f1 */
const percent = f1 => `${(100 * f1).toFixed(1)} %`;

/** @param {Learning[]} all @returns {number} how many offers nobody has taken */
export const offers = all => all.filter(one => one.newest?.outcome === 'offered' && !one.newest.enabled && !one.inUse).length;

/** Shows what was learned from the desk, and lets a maintainer switch it on. @param {boolean} may @param {() => void} changed */
export async function showLearned(may, changed) {
  /** @type {Learning[]} */
  let all = [];
  try {
    all = (await get('/api/splitting/models')).items;
  } catch (failure) {
    return complain(failure);
  }
  await openDialog('Learned from the desk', (_close, again) => {
    const act = async (/** @type {() => Promise<unknown>} */ does) => {
      try {
        await does();
      } catch (failure) {
        complain(failure);
      }
      all = (await get('/api/splitting/models')).items;
      again();
      changed();
    };
    const use = (/** @type {Model} */ model, /** @type {boolean} */ enabled) => act(async () => {
      const now = await put(`/api/splitting/models/${model.id}`, {version: model.version, enabled});
      tell(`The model for ${languageName(model.language)} is ${enabled ? 'in use' : 'switched off'}.`, {label: 'Undo', run: () => act(() => put(`/api/splitting/models/${model.id}`, {version: now.version, enabled: !enabled}))});
    });
    return {
      body: html`<p class="quiet">From the joins and splits of translators, and the sentences that they confirmed, a model learns where sentences end. It is tried against the rules on dispatches that it has not seen. Nothing of it is used before a maintainer switches it on; the desk’s own rules it never overrules.</p>
        ${all.length ? html`<table><thead><tr><th scope="col">Language<th scope="col">Learned from<th scope="col">On texts not seen before<th scope="col"><span class="hidden-visually">Use</span></tr></thead>
          <tbody>${all.map(one => html`<tr><td>${languageName(one.language)}</td>
            <td>${counted(one.sentences, 'sentence')}, ${counted(one.corrections, 'join or split', 'joins and splits')}
              ${one.sentences < one.neededSentences || one.corrections < one.neededCorrections ? html`<br><span class="quiet">a model is trained from ${one.neededSentences} and ${one.neededCorrections} on</span>` : nothing}</td>
            <td>${one.training ? html`<span role="status">being trained …</span>` : said(one)}</td>
            <td>${may ? buttons(one, use, language => act(() => post('/api/splitting/models', {language}))) : nothing}</td></tr>`)}</tbody></table>`
          : html`<p class="empty">No dispatch yet to learn from.</p>`}`,
    };
  }, {wide: true});
}

/** @param {Learning} one */
function said({newest, inUse}) {
  if (!newest) return html`<span class="quiet">nothing trained yet</span>`;
  const when = html`<br><span class="quiet">${counted(newest.places, 'place')}, ${counted(newest.examples, 'text')}, ${moment(newest.trainedAt)}${inUse ? `; in use since ${moment(inUse.changedAt)}, ${inUse.changedBy}` : ''}</span>`;
  if (newest.outcome === 'too_alike') return html`the texts are too much alike to learn from${when}`;
  const best = Math.max(newest.secondOpinion, newest.alone);
  const gain = 100 * (best - newest.rules);
  return html`rules ${percent(newest.rules)}, with the model ${percent(newest.secondOpinion)}, the model alone ${percent(newest.alone)} (F1):
    ${newest.outcome === 'offered' ? html`<b class="ok">+${gain.toFixed(1)}</b>` : html`<span class="quiet">no gain, nothing to use</span>`}${when}`;
}

/** @param {Learning} one @param {(model: Model, enabled: boolean) => void} use @param {(language: string) => void} train */
function buttons(one, use, train) {
  const {newest, inUse} = one;
  return html`${inUse ? html`<button @click=${() => use(inUse, false)}>Switch off</button>` : nothing}
    ${newest?.outcome === 'offered' && newest.id !== inUse?.id ? html`<button class="primary" @click=${() => use(newest, true)}>Switch on</button>` : nothing}
    ${!one.training && one.sentences >= one.neededSentences && one.corrections >= one.neededCorrections ? html`<button @click=${() => train(one.language)}>Train now</button>` : nothing}`;
}
