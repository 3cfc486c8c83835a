// @ts-check
import {html, nothing} from 'lit';
import {download, patch, post, query} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {bind, keyOf} from '../shared/keys.js';
import {nativeName} from '../shared/languages.js';
import {complain} from '../shared/told.js';

/** @typedef {import('../shared/types.js').Memory} Memory */

/**
 * Makes a memory, or changes what is said of one.
 * @param {Memory} [memory] nothing for a new one
 * @returns {Promise<Memory|undefined>} nothing when it was left
 */
export async function editMemory(memory) {
  let base = memory;
  const mine = {name: memory?.name ?? '', desk: memory?.desk ?? '', priority: memory?.priority ?? 10, penalty: memory?.penalty ?? 0, readOnly: memory?.readOnly ?? false, updating: memory?.updating ?? 'keep_both'};
  let wrong = '';
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const kept = await openDialog(memory ? `Memory ${memory.name}` : 'New memory', (/** @type {(kept?: Memory) => void} */ close, again) => {
    save = async () => {
      try {
        close(base ? await patch(`/api/memories/${base.id}`, {version: base.version, ...mine}) : await post('/api/memories', {name: mine.name, desk: mine.desk}));
      } catch (failure) {
        wrong = /** @type {Error} */ (failure).message;
        base = /** @type {import('../api.js').Problem} */ (failure).current ?? base;
        again();
      }
    };
    /** @param {'name'|'desk'} name @param {string} label */
    const text = (name, label) => html`<div class="field"><label for="memory-${name}">${label}</label><input id="memory-${name}" ?autofocus=${name === 'name'} ?required=${name === 'name'} maxlength="200"
      .value=${mine[name]} @input=${(/** @type {Event} */ event) => { mine[name] = /** @type {HTMLInputElement} */ (event.target).value; }}></div>`;
    /** @param {'priority'|'penalty'} name @param {string} label @param {number} most */
    const number = (name, label, most) => html`<div class="field"><label for="memory-${name}">${label}</label><input id="memory-${name}" type="number" min="0" max=${most}
      .value=${String(mine[name])} @input=${(/** @type {Event} */ event) => { mine[name] = Number(/** @type {HTMLInputElement} */ (event.target).value); }}></div>`;
    return {
      body: html`<form @submit=${(/** @type {Event} */ event) => { event.preventDefault(); save(); }}>
        <div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        <div class="fields">${text('name', 'Name')}${text('desk', 'Desk')}</div>
        ${memory ? html`<div class="fields">${number('priority', 'Priority: the lower comes first among equals', 1000)}${number('penalty', 'Penalty: points off each match', 100)}</div>
          <div class="field"><label for="memory-updating">A source confirmed with another target</label><select id="memory-updating" @change=${(/** @type {Event} */ event) => { mine.updating = /** @type {Memory['updating']} */ (/** @type {HTMLSelectElement} */ (event.target).value); }}>
            <option value="keep_both" ?selected=${mine.updating === 'keep_both'}>keeps both: matches offer either</option><option value="replace" ?selected=${mine.updating === 'replace'}>replaces: the old one stays in the history</option></select></div>
          <p><label><input type="checkbox" .checked=${mine.readOnly} @change=${() => { mine.readOnly = !mine.readOnly; }}> read-only: looked up, never changed</label></p>` : nothing}
        <button hidden></button></form>`,
      foot: html`<button class="primary" @click=${() => save()}>${memory ? 'Save' : 'Make it'} ${keyOf('form.save')}</button>`,
    };
  });
  unbind();
  return kept;
}

/**
 * Gives a memory out: in the languages that a person chooses, and if they like by date, dispatch and person.
 * @param {Memory} memory @param {string[]} tongues its languages
 */
export function exportMemory(memory, tongues) {
  let chosen = tongues;
  const only = {since: '', until: '', dispatch: '', person: ''};
  /** @param {keyof only} name @param {string} label @param {string} [type] */
  const field = (name, label, type = 'text') => html`<div class="field"><label for="export-${name}">${label}</label><input id="export-${name}" type=${type} maxlength="200" autocomplete="off"
    .value=${only[name]} @input=${(/** @type {Event} */ event) => { only[name] = /** @type {HTMLInputElement} */ (event.target).value; }}></div>`;
  return openDialog(`Export ${memory.name}`, (close, again) => {
    const save = async () => {
      close();
      try {
        await download(`/api/memories/${memory.id}/export${query({languages: chosen.length === tongues.length ? '' : chosen.join(','), ...only})}`);
      } catch (failure) {
        complain(failure);
      }
    };
    return {
      body: html`<fieldset class="toggles"><legend>Languages in the TMX file</legend>${tongues.map((tag, i) => html`<label><input type="checkbox" ?autofocus=${i === 0} .checked=${chosen.includes(tag)}
        @change=${() => { chosen = chosen.includes(tag) ? chosen.filter(one => one !== tag) : [...chosen, tag]; again(); }}><bdi lang=${tag}>${nativeName(tag)}</bdi></label>`)}</fieldset>
        <p class="quiet">Left empty, these ask for nothing.</p>
        <div class="fields">${field('since', 'Changed on or after', 'date')}${field('until', 'Changed on or before', 'date')}</div>
        <div class="fields">${field('dispatch', 'From the dispatch (its slug)')}${field('person', 'Made or changed by')}</div>`,
      foot: html`<button class="primary" ?disabled=${!chosen.length} @click=${save}>Export TMX</button>`,
    };
  });
}
