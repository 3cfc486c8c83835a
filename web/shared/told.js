// @ts-check
import {html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {Component} from './component.js';
import {keyOf} from './keys.js';

/**
 * @typedef {{label: string, run: () => void, action?: string}} Offer action: whose key does the same
 *
 * @typedef {object} Told
 * @property {string} text one sentence
 * @property {boolean} bad whether something went wrong; stays until it is closed
 * @property {Offer[]} offers as to undo what was done
 */

/** @type {Told[]} */
let all = [];
const changed = new EventTarget();

/** @param {Told} one */
function take(one) {
  all = all.filter(other => other !== one);
  changed.dispatchEvent(new Event('change'));
}

/**
 * Tells something that does not stop the work; it goes by itself.
 * @param {string} text @param {Offer|Offer[]} [offer]
 * @returns {() => void} takes it away before, once it holds no more
 */
export function tell(text, offer = []) {
  const one = {text, bad: false, offers: [offer].flat()};
  // Only the last is news; what can be undone stays beside it for a while.
  all = [...all.filter(other => other.bad || other.offers.length), one].slice(-2);
  changed.dispatchEvent(new Event('change'));
  setTimeout(() => take(one), one.offers.length ? 12000 : 5000);
  return () => take(one);
}

/**
 * Tells what went wrong; stays until it is closed.
 * @param {unknown} failure
 */
export function complain(failure) {
  if (failure instanceof DOMException && failure.name === 'AbortError') return;
  // That the session has ended is said by the dialog that asks who is there.
  if (/** @type {any} */ (failure)?.status === 401) return;
  const text = failure instanceof Error ? failure.message : String(failure);
  all = [...all.filter(other => other.text !== text), {text, bad: true, offers: []}].slice(-3);
  changed.dispatchEvent(new Event('change'));
}

/** Shows what was told, over everything; once on the page. */
class ToldLines extends Component {
  connectedCallback() {
    super.connectedCallback();
    this.classList.add('told');
    this.setAttribute('role', 'status');
    this.popover = 'manual';
    changed.addEventListener('change', () => {
      this.requestUpdate();
      // The top layer stacks by time of showing: shown again, the lines lie above a dialog that opened meanwhile.
      if (this.matches(':popover-open')) this.hidePopover();
      if (all.length) this.showPopover();
    });
  }

  render() {
    return repeat(all, one => one, one => html`<div class=${one.bad ? 'bad' : ''}>
      <span>${one.text}</span>
      ${one.offers.map(offer => html`<button @click=${() => { take(one); offer.run(); }}>${offer.label}${offer.action ? html` ${keyOf(offer.action)}` : nothing}</button>`)}
      ${one.bad ? html`<button aria-label="Close" @click=${() => take(one)}>×</button>` : nothing}
    </div>`);
  }
}
customElements.define('told-lines', ToldLines);
