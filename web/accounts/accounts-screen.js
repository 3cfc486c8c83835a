// @ts-check
import {css, html, nothing} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import {get, patch, post, put, query, remove} from '../api.js';
import {Component} from '../shared/component.js';
import {screenHeader} from '../shared/header.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {below, Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {date, moment} from '../shared/time.js';
import {complain, tell} from '../shared/told.js';
import {addPerson, handOver} from './hand-over.js';

/** @typedef {{id: number, name: string, initials: string, role: string, active: boolean, version: number}} Member */
/** @typedef {{id: number, person: Member, label: string, createdAt: string, usedAt: string|null}} Token */
/** @typedef {{at: string, who: string, action: string, detail: string}} Entry */

const roles = /** @type {const} */ ({
  translator: 'works on dispatches', maintainer: 'also keeps glossary and memories', chief: 'also sees to dispatches and progress', administrator: 'also keeps people',
});

/** Who works here; one's own password and tokens. */
class AccountsScreen extends Component {
  static properties = {session: {attribute: false}, people: {state: true}, tokens: {state: true}, hasPassword: {state: true}, wrong: {state: true}, audit: {state: true}};

  static look = css`
    accounts-screen .body { display: grid; grid-template-columns: minmax(0, 1fr) 400px; overflow: hidden; }
    accounts-screen .people, accounts-screen aside { overflow: auto; padding: 18px 24px; min-height: 0; } accounts-screen aside { border-inline-start: 1px solid var(--line); background: var(--sheet); }
    accounts-screen h2 { margin: 0 0 10px; } accounts-screen section + section { margin-top: 28px; } accounts-screen section > .quiet { margin-top: -6px; }
    accounts-screen td { padding: 8px; vertical-align: middle; } accounts-screen td .avatar { cursor: default; } accounts-screen th:first-child { width: 40px; } accounts-screen tr.gone td { color: var(--quiet); }
    accounts-screen tr:focus-within { background: var(--accent-soft); } accounts-screen .does { text-align: end; white-space: nowrap; } accounts-screen .name { font-size: var(--read); }
    accounts-screen form .row { display: flex; gap: 8px; } accounts-screen form .row input { flex: 1; } accounts-screen .own { display: flex; gap: 12px; align-items: center; } accounts-screen .own .avatar { width: 40px; height: 40px; font-size: 15px; }
    accounts-screen .tokens { list-style: none; padding: 0; margin: 0 0 10px; } accounts-screen .tokens li { display: flex; gap: 8px; align-items: center; padding: 7px 0; border-top: 1px solid var(--line); } accounts-screen .tokens small { display: block; color: var(--quiet); }
    accounts-screen summary { cursor: pointer; font-weight: 600; margin-bottom: 8px; }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session & {hasPassword?: boolean}} */
    this.session = /** @type {any} */ (undefined);
    /** @type {Member[]|undefined} */
    this.people = undefined;
    /** @type {Token[]} */
    this.tokens = [];
    /** @type {boolean|undefined} */
    this.hasPassword = undefined;
    this.wrong = '';
    this.audit = false;
    /** @type {Paged<Entry>} */
    this.trail = new Paged(this, (offset, signal) => get(`/api/audit${query({offset, limit: 50})}`, signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => { this.#add(); },
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
    });
    this.hasPassword = this.session.hasPassword;
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
  }

  async #load() {
    try {
      const [people, tokens] = await Promise.all([get('/api/people?limit=200'), get('/api/tokens?limit=200')]);
      this.people = people.items;
      this.tokens = tokens.items;
    } catch (failure) {
      complain(failure);
    }
  }

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'administrator');
  }

  /** @param {number} by */
  #step(by) {
    if (document.activeElement?.matches('select, input')) return false;
    const rows = [...this.querySelectorAll('.people tbody tr')];
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const next = rows[at < 0 ? 0 : at + by];
    /** @type {HTMLElement|null|undefined} */ (next?.querySelector('button, select'))?.focus();
  }

  async #add() {
    if (!this.may) return tell('Administrators add people.');
    const added = await addPerson(Object.keys(roles));
    if (!added) return;
    this.people = [...(this.people ?? []), added.person];
    await handOver(added.person.name, added.signInLink);
  }

  /** @param {Member} person */
  async #link(person) {
    try {
      const {signInLink} = await post(`/api/people/${person.id}/link`);
      await handOver(person.name, signInLink);
    } catch (failure) {
      complain(failure);
    }
  }

  /**
   * @param {Member} person @param {Partial<Member>} change @param {string} said
   * @param {Partial<Member>} [back] what undoes it
   */
  async #change(person, change, said, back) {
    try {
      const changed = /** @type {Member} */ (await patch(`/api/people/${person.id}`, {version: person.version, ...change}));
      this.people = this.people?.map(one => (one.id === changed.id ? changed : one));
      tell(said, back && {label: 'Undo', run: () => { this.#change(changed, back, 'As it was.'); }});
    } catch (failure) {
      const {current} = /** @type {import('../api.js').Problem} */ (failure);
      // A fresh object each time: a refused choice goes back to what stands there.
      this.people = this.people?.map(one => (one.id === person.id ? {...(current ?? one)} : one));
      complain(failure);
    }
  }

  /** @param {SubmitEvent} event */
  async #setPassword(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const data = new FormData(form);
    if (data.get('password') !== data.get('again')) {
      this.wrong = 'The two passwords differ; write the same twice.';
      return;
    }
    this.wrong = '';
    try {
      await put('/api/session/password', {password: data.get('password'), current: data.get('current') ?? undefined});
      form.reset();
      this.hasPassword = true;
      tell('Your password is set. Whoever was signed in as you elsewhere is signed out.');
    } catch (failure) {
      this.wrong = /** @type {Error} */ (failure).message;
    }
  }

  /** @param {SubmitEvent} event */
  async #makeToken(event) {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const label = String(new FormData(form).get('label') ?? '').trim();
    if (!label) return;
    try {
      const made = await post('/api/tokens', {label});
      form.reset();
      this.tokens = (await get('/api/tokens?limit=200')).items;
      await handOver(label, made.token, 'token');
    } catch (failure) {
      complain(failure);
    }
  }

  /** @param {Token} token */
  async #revoke(token) {
    try {
      await remove(`/api/tokens/${token.id}`);
      this.tokens = this.tokens.filter(one => one.id !== token.id);
      tell(`“${token.label}” can no longer sign in.`);
    } catch (failure) {
      complain(failure);
    }
  }

  async #signOut() {
    try {
      await remove('/api/session');
      location.assign('/');
    } catch (failure) {
      complain(failure);
    }
  }

  render() {
    const {person} = this.session;
    const active = this.people?.filter(one => one.active).length ?? 0;
    return html`
      ${screenHeader(this.session, 'accounts', this.may ? html`<button class="primary" aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#add()}>Add a person ${keyOf('list.new')}</button>` : nothing)}
      <main class="body" tabindex="-1">
        <div class="people" tabindex="-1">
          <h1 class="hidden-visually">Accounts</h1>
          <section aria-label="People"><h2>People</h2>${this.people ? this.#table(this.people) : nothing}</section>
          ${this.may ? html`<section aria-label="Audit trail"><details @toggle=${(/** @type {Event} */ event) => {
            if (/** @type {HTMLDetailsElement} */ (event.target).open && this.trail.fresh) this.trail.restart();
          }}><summary>Audit trail</summary>${this.#trail()}</details></section>` : nothing}
        </div>
        <aside aria-label="You">
          <section class="own"><span class="avatar" aria-hidden="true">${person.initials}</span><div class="grow"><b class="name">${person.name}</b><br><span class="quiet">${person.role}</span></div>
            <button @click=${() => this.#signOut()}>Sign out</button></section>
          <section><h2>${this.hasPassword === false ? 'Set a password' : 'Change your password'}</h2>
            <form @submit=${(/** @type {SubmitEvent} */ event) => this.#setPassword(event)}>
              <div role="alert">${this.wrong ? html`<p class="error">${this.wrong}</p>` : nothing}</div>
              <input hidden name="username" autocomplete="username" .value=${person.name}>
              ${this.hasPassword ? html`<div class="field"><label for="own-current">The password you have now</label><input id="own-current" name="current" type="password" autocomplete="current-password" required></div>` : nothing}
              <div class="field"><label for="own-password">New password</label><input id="own-password" name="password" type="password" autocomplete="new-password" required></div>
              <div class="field"><label for="own-again">The same again</label><input id="own-again" name="again" type="password" autocomplete="new-password" required></div>
              <button>Set the password</button>
            </form></section>
          <section><h2>Tokens</h2><p class="quiet">A token lets a program work in your name, as a feed that brings dispatches in.</p>
            <ul class="tokens">${this.tokens.map(token => html`<li><span class="grow">${token.label}<small>${token.person.id === person.id ? '' : `${token.person.name} · `}made ${date(token.createdAt)}${token.usedAt ? `, last used ${moment(token.usedAt)}` : ', never used'}</small></span>
              <button aria-label="Revoke ${token.label}" @click=${() => this.#revoke(token)}>Revoke</button></li>`)}</ul>
            <form @submit=${(/** @type {SubmitEvent} */ event) => this.#makeToken(event)}><div class="field"><label for="token-label">What for</label>
              <div class="row"><input id="token-label" name="label" maxlength="200" required autocomplete="off"><button>Make a token</button></div></div></form></section>
        </aside>
      </main>
      <footer><span role="status">${this.people ? `${counted(active, 'person', 'people')}${active < this.people.length ? `, ${this.people.length - active} no longer here` : ''}` : ''}</span><span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  /** @param {Member[]} people */
  #table(people) {
    const me = this.session.person.id;
    return html`<table><thead><tr><th scope="col"><span class="hidden-visually">Initials</span><th scope="col">Name<th scope="col">Role<th scope="col"><span class="hidden-visually">Actions</span></tr></thead>
      <tbody>${repeat(people, one => one.id, one => html`<tr class=${one.active ? '' : 'gone'}>
        <td><span class="avatar">${one.initials}</span></td>
        <td><span class="name">${one.name}</span>${one.id === me ? html` <span class="quiet">you</span>` : nothing}${one.active ? nothing : html` <span class="chip quiet">no longer here</span>`}</td>
        <td>${this.may && one.active && one.id !== me
          ? html`<select aria-label="Role of ${one.name}" @change=${(/** @type {Event} */ event) => {
              const role = /** @type {HTMLSelectElement} */ (event.target).value;
              this.#change(one, {role}, `${one.name} is ${role} now.`, {role: one.role});
            }}>${Object.entries(roles).map(([role, means]) => html`<option value=${role} title=${means} .selected=${role === one.role}>${role}</option>`)}</select>`
          : html`<span title=${/** @type {any} */ (roles)[one.role] ?? ''}>${one.role}</span>`}</td>
        <td class="does">${this.may ? html`
          ${one.active ? html`<button @click=${() => this.#link(one)}>New sign-in link</button>` : nothing}
          ${one.id === me ? nothing : one.active
            ? html`<button @click=${() => this.#change(one, {active: false}, `${one.name} can no longer sign in.`, {active: true})}>Deactivate</button>`
            : html`<button @click=${() => this.#change(one, {active: true}, `${one.name} can sign in again.`, {active: false})}>Activate</button>`}` : nothing}</td></tr>`)}</tbody></table>`;
  }

  #trail() {
    return html`<table><thead><tr><th scope="col">When<th scope="col">Who<th scope="col">What</tr></thead>
      <tbody>${this.trail.items.map(one => html`<tr><td class="quiet" title=${new Date(one.at).toLocaleString('en-GB')}>${moment(one.at)}</td><td>${one.who}</td><td>${[one.action, one.detail].filter(Boolean).join(' · ')}</td></tr>`)}</tbody></table>
      ${this.trail.fresh ? nothing : below(this.trail)}`;
  }
}
customElements.define('accounts-screen', AccountsScreen);
