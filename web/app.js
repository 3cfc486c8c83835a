// @ts-check
import {html, nothing} from 'lit';
import {Component} from './shared/component.js';
import {connection, get, useToken} from './api.js';
import {bind} from './shared/keys.js';
import {go} from './shared/go.js';
import {knowLanguages} from './shared/languages.js';
import {openKeys} from './shared/keys-screen.js';
import {findAnything} from './shared/find-anything.js';
import {nextTheme} from './shared/header.js';
import {wear} from './shared/theme.js';
import {complain, tell} from './shared/told.js';
import './shared/sign-in.js';

/**
 * @typedef {object} Route
 * @property {RegExp} path
 * @property {string} title
 * @property {() => Promise<unknown>} load
 * @property {(session: import('./shared/types.js').Session, parts: Record<string, string>) => unknown} show
 */

/** @type {Route[]} */
const routes = [
  {path: /^\/dispatches\/(?<id>\d+)\/(?<language>[A-Za-z0-9-]+)$/, title: 'Editor', load: () => import('./editor/editor-screen.js'),
    show: (session, parts) => html`<editor-screen .session=${session} .dispatchId=${Number(parts.id)} .language=${parts.language}></editor-screen>`},
  {path: /^\/dispatches(\/(?<id>\d+))?$/, title: 'Dispatches', load: () => import('./dispatches/dispatches-screen.js'),
    show: session => html`<dispatches-screen .session=${session}></dispatches-screen>`},
  {path: /^\/memory\/(?<id>\d+)\/care$/, title: 'Care', load: () => import('./care/care-screen.js'),
    show: (session, parts) => html`<care-screen .session=${session} .memoryId=${Number(parts.id)}></care-screen>`},
  {path: /^\/memory\/(?<id>\d+)\/figures$/, title: 'Figures', load: () => import('./figures/figures-screen.js'),
    show: (session, parts) => html`<figures-screen .session=${session} .memoryId=${Number(parts.id)}></figures-screen>`},
  {path: /^\/memory$/, title: 'Memory', load: () => import('./memory/memory-screen.js'),
    show: session => html`<memory-screen .session=${session}></memory-screen>`},
  {path: /^\/glossary$/, title: 'Glossary', load: () => import('./glossary/glossary-screen.js'),
    show: session => html`<glossary-screen .session=${session}></glossary-screen>`},
  {path: /^\/alignment\/(?<id>\d+)$/, title: 'Alignment', load: () => import('./alignment/alignment-screen.js'),
    show: (session, parts) => html`<alignment-screen .session=${session} .alignmentId=${Number(parts.id)}></alignment-screen>`},
  {path: /^\/alignment$/, title: 'Alignments', load: () => import('./alignment/alignments-screen.js'),
    show: session => html`<alignments-screen .session=${session}></alignments-screen>`},
  {path: /^\/splitting$/, title: 'Splitting', load: () => import('./splitting/splitting-screen.js'),
    show: session => html`<splitting-screen .session=${session}></splitting-screen>`},
  {path: /^\/accounts$/, title: 'Accounts', load: () => import('./accounts/accounts-screen.js'),
    show: session => html`<accounts-screen .session=${session}></accounts-screen>`},
  {path: /^\/keys$/, title: 'Keys', load: () => import('./shared/keys-screen.js'),
    show: session => html`<keys-screen .session=${session}></keys-screen>`},
];

/** The whole: who is signed in, which screen is shown, whether the server can be reached. */
class DragomanApp extends Component {
  static properties = {session: {state: true}, route: {state: true}, parts: {state: true}, lost: {state: true}, stranger: {state: true}};

  constructor() {
    super();
    /** @type {import('./shared/types.js').Session|undefined} */
    this.session = undefined;
    /** @type {Route|undefined} */
    this.route = undefined;
    /** @type {Record<string, string>} */
    this.parts = {};
    this.lost = false;
    this.stranger = false;
  }

  connectedCallback() {
    super.connectedCallback();
    wear();
    connection.addEventListener('lost', () => { this.lost = true; });
    connection.addEventListener('back', () => { this.lost = false; tell('The server can be reached again.'); });
    connection.addEventListener('stranger', () => { this.stranger = true; });
    addEventListener('popstate', () => this.follow());
    addEventListener('dragoman:moved', () => this.follow());
    addEventListener('unhandledrejection', event => complain(event.reason));
    document.addEventListener('click', event => this.followLink(event));
    bind({
      find: () => { findAnything(); },
      keys: () => { openKeys(); },
      'go.dispatches': () => go('/dispatches'),
      'go.memory': () => go('/memory'),
      'go.glossary': () => go('/glossary'),
      'go.alignment': () => go('/alignment'),
      'go.splitting': () => go('/splitting'),
      'go.accounts': () => go('/accounts'),
      theme: () => nextTheme(),
    });
    this.enter();
  }

  /** Asks who is signed in. */
  async enter() {
    try {
      const session = await get('/api/session');
      if (!session?.person) throw Object.assign(new Error('Nobody is signed in.'), {status: 401});
      // Somebody else signed in meanwhile: what the first one wrote stays in this browser under their name.
      if (this.session && this.session.person.id !== session.person.id) return location.reload();
      useToken(session.csrf);
      knowLanguages(session.languages);
      this.session = session;
      if (this.stranger) connection.dispatchEvent(new Event('known'));
      this.stranger = false;
      this.follow();
    } catch (failure) {
      if (/** @type {any} */ (failure).status === 401) this.stranger = true;
      else complain(failure);
    }
  }

  /** Shows the screen that the address names. */
  async follow() {
    const path = location.pathname.replace(/(.)\/$/, '$1');
    if (path === '/' || path === '/sign-in-page') return go('/dispatches', {replace: true});
    const route = routes.find(one => one.path.test(path));
    if (!route) {
      complain(`There is no page ${path}; here are the dispatches.`);
      return go('/dispatches', {replace: true});
    }
    try {
      await route.load();
    } catch (failure) {
      // A module that did not arrive: the connection, or a server that was replaced by a newer one meanwhile.
      console.error(failure);
      return complain(`The page ${route.title} could not be loaded; load it again.`);
    }
    this.parts = {...route.path.exec(path)?.groups};
    this.route = route;
    document.title = `${route.title} · Dragoman`;
    await this.updateComplete;
    // Whoever reads by ear or goes by Tab begins in the screen, unless it has put the focus somewhere itself.
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) this.querySelector('main')?.focus({preventScroll: true});
    });
  }

  /** Follows our own links without loading the page again. @param {MouseEvent} event */
  followLink(event) {
    if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = /** @type {HTMLAnchorElement|undefined} */ (event.composedPath().find(node => node instanceof HTMLAnchorElement));
    if (!link || link.origin !== location.origin || link.target || link.hasAttribute('download')) return;
    if (!routes.some(route => route.path.test(link.pathname))) return;
    event.preventDefault();
    if (link.pathname === '/keys') openKeys();
    else go(link.pathname + link.search);
  }

  render() {
    return html`
      <div role="alert">${this.lost ? html`<div class="loud">The server cannot be reached. What you write is kept in this browser and goes out as soon as it answers.</div>` : nothing}</div>
      <div class="screen">
        ${this.session && this.route ? this.route.show(this.session, this.parts) : nothing}
      </div>
      ${this.stranger ? html`<sign-in .again=${this.session !== undefined} @signed-in=${() => this.enter()}></sign-in>` : nothing}
      <told-lines></told-lines>`;
  }
}
customElements.define('dragoman-app', DragomanApp);
