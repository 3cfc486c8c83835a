// @ts-check
import {html, nothing} from 'lit';
import {patch} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {bind, keyOf} from '../shared/keys.js';
import {languageToggles} from './language-toggles.js';

/** @typedef {import('../shared/types.js').Dispatch} Dispatch */

/**
 * Lets a person change what is said of a dispatch.
 * @param {Dispatch} dispatch
 * @returns {Promise<Dispatch|undefined>} the changed one; nothing when it was left as it is
 */
export async function editDispatch(dispatch) {
  let base = dispatch;
  let mine = fieldsOf(dispatch);
  let wrong = '';
  /** @type {Dispatch|undefined} */
  let theirs;
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const result = await openDialog('Dispatch', (/** @type {(changed?: Dispatch) => void} */ close, again) => {
    save = async () => {
      /** @type {Record<string, unknown>} */
      const changes = {};
      const before = fieldsOf(base);
      for (const [name, value] of Object.entries(mine)) {
        if (String(value) !== String(/** @type {any} */ (before)[name])) changes[name] = name === 'dated' && value === '' ? null : value;
      }
      if (!Object.keys(changes).length) return close();
      try {
        close(await patch(`/api/dispatches/${dispatch.id}`, {version: base.version, ...changes}));
      } catch (failure) {
        const problem = /** @type {import('../api.js').Problem} */ (failure);
        wrong = problem.message;
        if (problem.status === 409 && problem.current) {
          theirs = problem.current;
          base = problem.current;
        }
        again();
      }
    };
    /** @param {'slug'|'title'|'agency'|'byLine'|'dated'} name @param {string} label @param {string} [type] */
    const field = (name, label, type = 'text') => html`<div class="field"><label for="dispatch-${name}">${label}</label>
      <input id="dispatch-${name}" type=${type} .value=${mine[name]} ?autofocus=${name === 'title'} maxlength="500"
        @input=${(/** @type {Event} */ event) => { mine = {...mine, [name]: /** @type {HTMLInputElement} */ (event.target).value}; }}>
      ${theirs && (theirs[name] ?? '') !== mine[name] ? html`<small class="notice">Now: ${theirs[name] || 'nothing'}
        <button class="link" @click=${() => { mine = {...mine, [name]: theirs?.[name] ?? ''}; again(); }}>take it</button></small>` : nothing}</div>`;
    return {
      body: html`<div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        ${field('title', 'Headline')}
        <div class="fields">${field('slug', 'Slug')}${field('dated', 'Date', 'date')}${field('agency', 'Agency')}${field('byLine', 'By-line')}</div>
        ${languageToggles({source: base.source, chosen: mine.targets, change: targets => { mine = {...mine, targets}; again(); }})}
        <fieldset class="toggles"><legend>State</legend>${['open', 'done'].map(state => html`<label><input type="radio" name="dispatch-state" .checked=${mine.state === state}
          @change=${() => { mine = {...mine, state}; again(); }}>${state}</label>`)}</fieldset>`,
      foot: html`<button class="primary" @click=${save}>Save ${keyOf('form.save')}</button><button @click=${() => close()}>Leave</button>`,
    };
  });
  unbind();
  return result;
}

/** @param {Dispatch} dispatch */
function fieldsOf(dispatch) {
  return {
    title: dispatch.title, slug: dispatch.slug, agency: dispatch.agency, byLine: dispatch.byLine, dated: dispatch.dated ?? '',
    targets: dispatch.targets.map(target => target.language), state: dispatch.state,
  };
}
