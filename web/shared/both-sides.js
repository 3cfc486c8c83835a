// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from './component.js';
import {openDialog} from './dialog.js';
import {showDifferences} from './differences.js';
import {bind, keyOf} from './keys.js';
import {direction} from './languages.js';
import {moment} from './time.js';

/**
 * @typedef {object} Side one part that two people wrote in different ways
 * @property {string} label
 * @property {string} mine
 * @property {string} theirs
 * @property {string} [language] of the text
 */

/** The two columns, with the look that belongs to them. */
class BothSides extends Component {
  static properties = {parts: {attribute: false}, chosen: {attribute: false}, theirName: {attribute: false}};
  static look = css`
    both-sides { display: grid; grid-template-columns: 110px 1fr 1fr; gap: 8px 12px; margin-bottom: 12px; }
    both-sides .name { color: var(--quiet); padding-top: 9px; font-size: 13px; } both-sides h3 { padding: 0 2px; }
    both-sides label { display: flex; gap: 10px; align-items: baseline; padding: 8px 10px; border: 1px solid var(--line); border-radius: var(--round); font-size: var(--read); cursor: pointer; overflow-wrap: anywhere; white-space: pre-line; }
    both-sides label:has(:checked) { border-color: var(--accent); background: var(--accent-soft); }
  `;

  constructor() {
    super();
    /** @type {Side[]} */
    this.parts = [];
    /** @type {('mine'|'theirs')[]} */
    this.chosen = [];
    this.theirName = '';
  }

  render() {
    return html`<span></span><h3>Yours</h3><h3>${this.theirName}</h3>
      ${this.parts.map((part, i) => html`<span class="name">${part.label}</span>
        ${/** @type {const} */ (['mine', 'theirs']).map(side => html`<label lang=${part.language || nothing} dir=${part.language ? direction(part.language) : nothing}>
          <input type="radio" name="side-${i}" aria-label="${part.label}: ${side === 'mine' ? 'yours' : this.theirName}" .checked=${this.chosen[i] === side} @change=${() => { this.chosen[i] = side; }}>
          <span>${side === 'mine' ? part.mine || html`<span class="quiet">nothing</span>` : part.theirs ? showDifferences(part.mine, part.theirs, part.language ?? 'en') : html`<span class="quiet">nothing</span>`}</span></label>`)}`)}`;
  }
}
customElements.define('both-sides', BothSides);

/**
 * Somebody else saved first: shows both, part by part, and lets a person choose. Nothing is lost before that.
 * @param {object} options
 * @param {string} options.what as “this unit”
 * @param {string} options.who saved it
 * @param {string|null} options.when
 * @param {Side[]} options.parts those that differ
 * @returns {Promise<('mine'|'theirs')[]|undefined>} a choice for each part; nothing when left undecided
 */
export async function chooseSides({what, who, when, parts}) {
  /** @type {('mine'|'theirs')[]} */
  const chosen = parts.map(() => 'mine');
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const answer = await openDialog(`${who || 'Somebody'} changed ${what} meanwhile`, (/** @type {(answer?: ('mine'|'theirs')[]) => void} */ close, again) => {
    save = () => close([...chosen]);
    /** @param {'mine'|'theirs'} side */
    const all = side => {
      chosen.fill(side);
      close([...chosen]);
    };
    return {
      body: html`<p class="quiet">Nothing is overwritten yet. Choose for each what shall stand.</p>
        <both-sides .parts=${parts} .chosen=${chosen} .theirName=${[who, moment(when)].filter(Boolean).join(', ')}></both-sides>`,
      foot: html`<button class="primary" autofocus @click=${save}>Save what is chosen ${keyOf('form.save')}</button>
        <button @click=${() => all('mine')}>All of mine</button><button @click=${() => all('theirs')}>All of theirs</button>`,
    };
  }, {wide: true});
  unbind();
  return answer;
}
