// @ts-check
import {html, nothing} from 'lit';
import {get, post, query} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {go} from '../shared/go.js';
import {bind, keyOf} from '../shared/keys.js';
import {keep, kept} from '../shared/kept.js';
import {counted} from '../shared/report.js';
import {complain, tell} from '../shared/told.js';
import {percent, THRESHOLD} from './confidence.js';

/**
 * @typedef {import('./types.js').Alignment} Alignment
 * @typedef {import('../shared/types.js').Memory} Memory
 * @typedef {'accepted'|'sure'|'all'} Which
 * @typedef {{alignment: Alignment, path?: string}} Saved
 */

/** @type {Record<Which, number|undefined>} from which confidence on a link goes along that nobody accepted */
const thresholds = {accepted: undefined, sure: THRESHOLD, all: 0};

/**
 * Asks which links become units and where, then does it; or gives the path of the TMX file.
 * @param {Alignment} alignment @param {'memory'|'file'} to
 * @returns {Promise<Saved|undefined>} nothing when it was left
 */
export async function saveAlignment(alignment, to) {
  /** @type {Memory[]} */
  let memories = [];
  if (to === 'memory') {
    try {
      memories = (await get('/api/memories?limit=500')).items.filter((/** @type {Memory} */ one) => !one.readOnly);
    } catch (failure) {
      complain(failure);
      return undefined;
    }
  }
  let chosen = memories.find(one => one.id === kept('alignment.memory', 0))?.id ?? memories[0]?.id ?? 0;
  let name = '';
  /** @type {Which} */
  let which = alignment.linked > alignment.doubtful ? 'sure' : 'accepted';
  let wrong = '';
  let busy = false;
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const answer = await openDialog(to === 'memory' ? `Save “${alignment.name}” into a memory` : `“${alignment.name}” as TMX`, (/** @type {(saved?: Saved) => void} */ close, again) => {
    save = async () => {
      if (busy) return;
      if (to === 'file') return close({alignment, path: `/api/alignments/${alignment.id}/export${query({threshold: thresholds[which], format: 'tmx'})}`});
      busy = true;
      again();
      try {
        if (!chosen) chosen = (await post('/api/memories', {name: name.trim()})).id;
        const made = await post(`/api/alignments/${alignment.id}/save`, {version: alignment.version, memory: chosen, threshold: thresholds[which] ?? null});
        keep('alignment.memory', chosen);
        close(made);
        report(made);
      } catch (failure) {
        const {message, current} = /** @type {import('../api.js').Problem} */ (failure);
        wrong = current ? `${current.changedBy || 'Somebody'} changed the alignment meanwhile. Leave this, look at it, and save then: nothing is saved yet.` : message;
        busy = false;
        again();
      }
    };
    /** @param {Which} one @param {string} label @param {string} hint @param {boolean} focus */
    const choice = (one, label, hint, focus) => html`<label class="which"><input type="radio" name="which" ?autofocus=${focus} .checked=${which === one} @change=${() => { which = one; again(); }}><span>${label}<br><span class="quiet small">${hint}</span></span></label>`;
    const {doubtful, linked, acceptedLinked: accepted, open} = alignment;
    return {
      body: html`<div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        ${to === 'memory' ? html`<div class="fields"><div class="field"><label for="save-memory">Memory</label><select id="save-memory" @change=${(/** @type {Event} */ event) => { chosen = Number(/** @type {HTMLSelectElement} */ (event.target).value); again(); }}>
            ${memories.map(one => html`<option value=${one.id} ?selected=${one.id === chosen}>${one.name}</option>`)}<option value="0" ?selected=${!chosen}>a new one …</option></select></div>
          ${chosen ? nothing : html`<div class="field"><label for="save-name">Its name</label><input id="save-name" maxlength="200" .value=${name} @input=${(/** @type {Event} */ event) => { name = /** @type {HTMLInputElement} */ (event.target).value; }}></div>`}</div>` : nothing}
        <fieldset class="whiches"><legend class="quiet small">Which links</legend>
          ${choice('sure', `Those accepted, and those at ${percent(THRESHOLD)} and above`, `${counted(linked - doubtful, 'link')}; ${doubtful ? `${counted(doubtful, 'doubtful one')} left out` : 'none is doubtful'}`, which === 'sure')}
          ${choice('accepted', 'Only those accepted', accepted ? `${counted(accepted, 'link')} accepted so far` : 'none is accepted yet', which === 'accepted')}
          ${choice('all', 'All that are linked, the doubtful too', `${counted(linked, 'link')}, the ${counted(doubtful, 'doubtful one')} among them`, which === 'all')}</fieldset>
        <p class="quiet small">${open ? `${counted(open, 'sentence or run', 'sentences or runs')} without an answer stay out. ` : ''}${to === 'memory' ? 'Saved twice, nothing is doubled; each unit knows where it came from.' : ''}</p>`,
      foot: html`<button class="primary" ?disabled=${busy} @click=${() => save()}>${to === 'memory' ? (busy ? 'Saving …' : 'Save') : 'Export TMX'} ${keyOf('form.save')}</button>`,
    };
  });
  unbind();
  return answer;
}

/** @param {{memory: {id: number, name: string}, links: number, added: number, merged: number, unchanged: number}} made */
function report({memory, links, added, merged, unchanged}) {
  const parts = [`${counted(added, 'unit')} added`, merged ? `${merged.toLocaleString('en')} merged with what was there` : '', unchanged ? `${unchanged.toLocaleString('en')} there already` : ''].filter(Boolean);
  tell(`${counted(links, 'link')} saved in ${memory.name}: ${parts.join(', ')}.`, {label: 'Show the memory', run: () => go(`/memory?memory=${memory.id}`)});
}
