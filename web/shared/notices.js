// @ts-check
import {css, html, nothing} from 'lit';
import {get, post, query} from '../api.js';
import {Component} from './component.js';
import {openDialog} from './dialog.js';
import {bind, keyOf, shortcut} from './keys.js';
import {moment} from './time.js';
import {complain} from './told.js';

/** @typedef {import('./types.js').Notice} Notice */

/** Opens what others did that concerns whoever is signed in; what is shown counts as seen. */
export async function openNotices() {
  try {
    const page = await get(`/api/notices${query({limit: 50})}`);
    /** @type {Notice[]} */
    const items = page.items;
    if (page.unread) {
      await post(`/api/notices/read${query({last: items[0].id})}`);
      dispatchEvent(new Event('dragoman:notices'));
    }
    await openDialog('Notices', close => ({
      body: items.length ? html`<ul class="notices">${items.map(one => html`<li class=${one.read ? '' : 'new'}>${one.read ? nothing : html`<span class="chip">new</span> `}<a href=${one.link} @click=${() => close()}>${one.text}</a>
          <small class="quiet">${moment(one.at)}</small></li>`)}</ul>` : html`<p class="empty">Nobody did anything yet that concerns you.</p>`,
    }));
  } catch (failure) {
    complain(failure);
  }
}

/** The button that opens the notices, with how many were not seen. */
class NoticesButton extends Component {
  static properties = {unread: {state: true}, quiet: {type: Boolean}};

  static look = css`
    notices-button { display: contents; } @media (max-width: 1500px) { notices-button kbd { display: none; } }
    .notices { list-style: none; margin: 0; padding: 0; max-height: 60vh; overflow: auto; }
    .notices li { padding: 8px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } .notices li small { display: block; } .notices .new a { font-weight: 600; }
  `;

  constructor() {
    super();
    this.unread = 0;
    /** Whether it is shown only where there is something new. */
    this.quiet = false;
    this.again = () => { this.#count(); };
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({notices: () => { openNotices(); }});
    addEventListener('dragoman:notices', this.again);
    this.#count();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    removeEventListener('dragoman:notices', this.again);
  }

  async #count() {
    try {
      this.unread = (await get(`/api/notices${query({limit: 1})}`)).unread;
    } catch (failure) {
      console.warn('The notices could not be counted.', failure);
    }
  }

  render() {
    const {unread, quiet} = this;
    if (quiet && !unread) return nothing;
    return html`<button aria-label=${unread ? `Notices, ${unread} new` : 'Notices'} title="What others did that concerns you" aria-keyshortcuts=${shortcut('notices')} @click=${() => openNotices()}>Notices${unread ? html` <span class="chip">${unread}</span>` : ''} ${keyOf('notices')}</button>`;
  }
}
customElements.define('notices-button', NoticesButton);
