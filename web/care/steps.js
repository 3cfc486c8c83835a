// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from '../shared/component.js';
import {keyOf} from '../shared/keys.js';
import {counted} from '../shared/report.js';
import {moment} from '../shared/time.js';
import {atWork, done} from './kinds.js';

/** @typedef {import('./kinds.js').Step} Step */

/** What was done about the memory, the newest first, and the way back. Fires `undo` and `look` with a step. */
class StepList extends Component {
  static properties = {steps: {attribute: false}, may: {attribute: false}};

  static look = css`
    step-list { display: block; border-inline-start: 1px solid var(--line); background: var(--sheet); overflow: auto; padding: 16px 18px; min-height: 0; }
    step-list ol { list-style: none; margin: 8px 0 0; padding: 0; } step-list li { padding: 10px 0; border-top: 1px solid var(--line); font-size: 13.5px; } step-list li p { margin: 4px 0 0; } step-list progress { width: 100%; }
  `;

  constructor() {
    super();
    /** @type {Step[]} */
    this.steps = [];
    this.may = false;
  }

  render() {
    const first = this.steps.find(step => step.state === 'applied');
    return html`<h2>What was done</h2>
      ${this.steps.length ? nothing : html`<p class="quiet small">Every change of many units stands here as one step, and can be undone as one.</p>`}
      <ol>${this.steps.map(step => html`<li><b>${this.#told(step)}</b>
        <p class="quiet">${[step.appliedBy || step.plannedBy, moment(step.appliedAt ?? step.plannedAt)].filter(Boolean).join(' · ')}</p>
        ${step.skipped ? html`<p>${counted(step.skipped, 'unit')} left alone: somebody had changed ${step.skipped === 1 ? 'it' : 'them'} since. <button class="link" @click=${() => this.#send('look', step, 'skipped')}>Which?</button></p>` : nothing}
        ${step.state === 'undone' ? html`<p>Undone by ${step.undoneBy}, ${moment(step.undoneAt)}${step.kept ? html`; ${counted(step.kept, 'unit')} kept, changed by somebody since. <button class="link" @click=${() => this.#send('look', step, 'kept')}>Which?</button>` : '.'}</p>` : nothing}
        ${step.problem ? html`<p class="bad">${step.problem}</p>` : nothing}
        ${atWork(step) ? html`<progress aria-label="How far it is" max=${Math.max(step.planned, 1)} .value=${step.state === 'undoing' ? step.undone + step.kept : step.done + step.skipped}></progress>` : nothing}
        <p><button class="link" @click=${() => this.#send('look', step, '')}>Show its units</button>
        ${this.may && step.state === 'applied' ? html` <button @click=${() => this.#send('undo', step, '')}>Undo ${step === first ? keyOf('care.undo') : nothing}</button>` : nothing}</p></li>`)}</ol>`;
  }

  /** @param {Step} step */
  #told(step) {
    if (step.state === 'applying') return `${step.done.toLocaleString('en')} of ${counted(step.planned, 'unit')} …`;
    if (step.state === 'undoing') return `Undoing: ${step.undone.toLocaleString('en')} of ${counted(step.done, 'unit')} …`;
    return `${counted(step.done, 'unit')} ${done(step.action)}`;
  }

  /** @param {string} name @param {Step} step @param {string} state of its units */
  #send(name, step, state) {
    this.dispatchEvent(new CustomEvent(name, {detail: {step, state}}));
  }
}
customElements.define('step-list', StepList);
export {StepList};
