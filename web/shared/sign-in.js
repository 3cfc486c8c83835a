// @ts-check
import {css, html, nothing} from 'lit';
import {Component} from './component.js';
import {connection, post} from '../api.js';
import {deepFocus} from './dialog.js';

/** Milliseconds between looks whether somebody signed in elsewhere. */
const LOOK = 2000;

/**
 * Asks a stranger who they are; also when a session ended, over the screen and whatever dialog is open on it, so that
 * nothing written is lost: the keys stay here until somebody is signed in. Fires `signed-in`; also when another tab did it.
 */
class SignIn extends Component {
  static properties = {again: {type: Boolean}, wrong: {state: true}, busy: {state: true}};

  static look = css`
    sign-in { position: fixed; inset: 0; display: grid; place-items: center; background: var(--paper); z-index: 10; }
    sign-in[again] { background: var(--veil); }
    sign-in dialog { width: 340px; } sign-in form { padding: 24px; }
    sign-in h1 { margin-bottom: 4px; } sign-in input { width: 100%; } sign-in .field { margin: 14px 0; }
    sign-in .primary { width: 100%; justify-content: center; padding: 7px; }
    sign-in details { margin-top: 16px; font-size: 13px; color: var(--quiet); } sign-in summary { cursor: pointer; }
  `;

  constructor() {
    super();
    this.again = false;
    // The server sends here whoever came by a link that no longer works.
    this.wrong = new URLSearchParams(location.search).has('used') ? 'This link was used already, or is too old; ask for a new one.' : '';
    this.busy = false;
  }

  updated() {
    this.toggleAttribute('again', this.again);
  }

  connectedCallback() {
    super.connectedCallback();
    this.before = deepFocus();
    // A link that is followed in another tab signs this one in too.
    this.timer = setInterval(() => { this.ask(); }, LOOK);
    addEventListener('focus', this.ask);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.timer);
    removeEventListener('focus', this.ask);
    this.before?.focus();
  }

  firstUpdated() {
    this.querySelector('dialog')?.showModal();
    this.querySelector('input')?.focus();
  }

  ask = async () => {
    if (this.busy || document.hidden || !connection.online) return;
    try {
      if ((await fetch('/api/session', {cache: 'no-store', headers: {Accept: 'application/json'}})).ok) this.dispatchEvent(new Event('signed-in'));
    } catch (gone) {
      // Without a connection nobody signs in; whoever calls the server next says that it is lost.
      console.warn('The session could not be asked for.', gone);
    }
  };

  /** @param {SubmitEvent} event */
  async send(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    this.busy = true;
    this.wrong = '';
    try {
      await post('/api/session', {name: form.get('name'), password: form.get('password')});
      this.dispatchEvent(new Event('signed-in'));
    } catch (failure) {
      this.wrong = /** @type {Error} */ (failure).message;
    } finally {
      this.busy = false;
    }
  }

  render() {
    return html`<dialog aria-label="Sign in" @cancel=${(/** @type {Event} */ event) => event.preventDefault()}
      @close=${() => { if (this.isConnected) this.querySelector('dialog')?.showModal(); }}><form @submit=${this.send} aria-label="Sign in">
      <h1>Dragoman</h1>
      <p class="quiet">${this.again ? 'Your session has ended. What you wrote is kept; sign in to go on.' : 'Translation memory and glossary of the desk.'}</p>
      <div role="alert">${this.wrong ? html`<p class="error">${this.wrong}</p>` : nothing}</div>
      <div class="field"><label for="name">Name</label><input id="name" name="name" autocomplete="username" required></div>
      <div class="field"><label for="password">Password</label><input id="password" name="password" type="password" autocomplete="current-password" required></div>
      <button class="primary" ?disabled=${this.busy}>Sign in</button>
      <details><summary>No password, or forgotten?</summary>
        <p>Ask for a link: your desk's administrator makes one on the Accounts page, and whoever runs the server gets one with
        <code>java -jar dragoman.jar user link NAME</code>. The link signs you in once; then set a password behind your initials.</p></details>
    </form></dialog>`;
  }
}
customElements.define('sign-in', SignIn);
