// @ts-check
import {html, nothing} from 'lit';
import {get, post, query} from '../api.js';
import {showDifferences} from '../shared/differences.js';
import {openDialog} from '../shared/dialog.js';
import {bind, keyOf} from '../shared/keys.js';
import {direction} from '../shared/languages.js';
import {counted} from '../shared/report.js';
import {write} from '../memory/variant-text.js';
import {atWork, done} from './kinds.js';

/** @typedef {import('./kinds.js').Step} Step */
/** @typedef {import('./kinds.js').StepUnit} StepUnit */

const SHOWN = 20;
const EVERY = 350;
const titles = {mend: 'Mend', merge: 'Merge', delete: 'Delete'};
const keeps = [['glossary', 'the one that the glossary wants, else the newest'], ['newest', 'the newest'], ['oldest', 'the oldest']];

/**
 * Asks how far a step is until it stands still.
 * @param {Step} step @param {(now: Step) => void} tell @param {AbortSignal} [signal]
 * @returns {Promise<Step>}
 */
export async function follow(step, tell, signal) {
  let now = step;
  while (atWork(now)) {
    await new Promise(wait => setTimeout(wait, EVERY));
    signal?.throwIfAborted();
    now = await get(`/api/care/steps/${step.id}`, signal);
    tell(now);
  }
  return now;
}

/**
 * Shows what a step would change before it changes anything, and applies it where a person says so.
 * @param {number} memory @param {import('./kinds.js').Doing} action @param {object} selection as POST …/care/steps takes it
 * @returns {Promise<Step|undefined>} the step that was applied
 */
export async function runStep(memory, action, selection) {
  /** @type {Step|undefined} */
  let step;
  /** @type {StepUnit[]} */
  let units = [];
  let total = 0;
  let keep = 'glossary';
  let wrong = '';
  let begun = false;
  let leaving = new AbortController();
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const applied = await openDialog(`${titles[action]}: see first what changes`, (/** @type {(applied?: Step) => void} */ close, again) => {
    const attempt = async (/** @type {() => Promise<void>} */ work) => {
      try {
        wrong = '';
        await work();
      } catch (failure) {
        if (/** @type {Error} */ (failure).name === 'AbortError') return;
        wrong = /** @type {Error} */ (failure).message;
      }
      again();
    };
    const more = (/** @type {AbortSignal} */ signal) => attempt(async () => {
      const page = await get(`/api/care/steps/${step?.id}/units${query({offset: units.length, limit: SHOWN})}`, signal);
      units = [...units, ...page.items];
      total = page.total;
    });
    const plan = () => attempt(async () => {
      leaving.abort();
      leaving = new AbortController();
      const {signal} = leaving;
      step = undefined;
      units = [];
      again();
      step = /** @type {Step} */ (await post(`/api/memories/${memory}/care/steps`, {action, keep, ...selection}, {signal}));
      again();
      step = await follow(step, now => { step = now; again(); }, signal);
      await more(signal);
    });
    save = async () => {
      if (step?.state !== 'planned' || !step.planned) return;
      await attempt(async () => {
        step = /** @type {Step} */ (await post(`/api/care/steps/${step?.id}/apply`, {}));
        again();
        step = await follow(step, now => { step = now; again(); }, leaving.signal);
        if (step.state === 'applied') close(step);
        else wrong = step.problem;
      });
    };
    if (!begun) {
      begun = true;
      queueMicrotask(plan);
    }
    return {
      body: html`<div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        ${action === 'merge' ? html`<fieldset class="choice"><legend class="quiet small">Of several units stays</legend>${keeps.map(([value, label]) => html`<label><input type="radio" name="keep" .checked=${keep === value} ?disabled=${step?.state === 'applying'}
          @change=${() => { keep = value; plan(); }}> ${label}</label>`)}</fieldset>` : nothing}
        <div role="status" class="sees" tabindex="-1" autofocus>${step ? told(step) : 'Looking …'}</div>
        ${units.length ? html`<div class="step-units" tabindex="0" role="region" aria-label="What changes">
          <table><thead><tr><th scope="col" class="unit">Unit</th><th scope="col">What becomes of it</th></tr></thead><tbody>${units.map(showUnit)}</tbody></table>
          ${units.length < total && step?.state === 'planned' ? html`<p><button @click=${() => more(leaving.signal)}>More: ${counted(total - units.length, 'unit')} left</button></p>` : nothing}</div>` : nothing}`,
      foot: html`<button class="primary" ?disabled=${step?.state !== 'planned' || !step.planned} @click=${() => save()}>${titles[action]} ${step?.planned ? counted(step.planned, 'unit') : ''} ${keyOf('form.save')}</button>
        <button @click=${() => close()}>Leave it</button>${step && atWork(step) ? html`<progress aria-label="How far it is" max=${Math.max(step.state === 'planning' ? step.wanted : step.planned, 1)} .value=${step.state === 'planning' ? step.looked : step.done + step.skipped}></progress>` : nothing}`,
    };
  }, {wide: true});
  unbind();
  leaving.abort();
  // Left while it was at work: it goes on, and stands among the steps.
  return applied;
}

/** @param {Step} step */
function told(step) {
  if (step.state === 'planning') return `Looking at ${counted(step.wanted, 'finding')}: ${step.looked.toLocaleString('en')} so far …`;
  if (step.state === 'applying') return `${step.done.toLocaleString('en')} of ${counted(step.planned, 'unit')} …`;
  if (step.state === 'failed') return step.problem;
  const left = step.unplanned ? ` ${counted(step.unplanned, 'finding')} only a person can deal with: left alone.` : '';
  return step.planned ? html`<b>${counted(step.planned, 'unit')}</b> ${step.planned === 1 ? 'changes' : 'change'}.${left} It is one step, and can be undone as one.` : `Nothing here can be ${done(step.action)} for certain.${left}`;
}

/** @param {StepUnit} one */
export function showUnit(one) {
  const touched = one.deletes ? one.before : one.before.filter(old => write(one.after.find(now => now.language === old.language)?.text) !== write(old.text));
  const added = one.after.filter(now => !one.before.some(old => old.language === now.language));
  return html`<tr><td>${one.unit}</td><td>
    ${one.deletes ? html`<p>${one.into ? `becomes part of unit ${one.into}` : html`<span class="chip bad">deleted</span>`}</p>` : nothing}
    ${touched.map(old => {
      const now = one.deletes ? undefined : one.after.find(other => other.language === old.language);
      return html`<p><span class="quiet small">${old.language}</span> <span lang=${old.language} dir=${direction(old.language)}>${one.deletes ? write(old.text) : now ? showDifferences(write(old.text), write(now.text), old.language) : html`<del>${write(old.text)}</del>`}</span></p>`;
    })}
    ${added.map(now => html`<p><span class="quiet small">${now.language}</span> <ins lang=${now.language} dir=${direction(now.language)}>${write(now.text)}</ins></p>`)}</td></tr>`;
}
