// @ts-check
import {html, nothing} from 'lit';
import {keyOf, shortcut} from './keys.js';
import {findAnything} from './find-anything.js';
import {theme, useTheme} from './theme.js';
import {openDialog} from './dialog.js';
import {complain, tell} from './told.js';
import {put, remove} from '../api.js';
import './notices.js';

/** @typedef {import('./types.js').Session} Session */

const screens = [['dispatches', 'Dispatches'], ['memory', 'Memory'], ['glossary', 'Glossary'], ['alignment', 'Alignment'], ['splitting', 'Splitting'], ['accounts', 'Accounts']];

/**
 * The head of a screen of its own: our name, the screens, what this one offers.
 * @param {Session} session @param {string} current as `memory` @param {unknown} [offers] buttons, the primary one last
 */
export function screenHeader(session, current, offers = nothing) {
  return html`<header>
    <b>Dragoman</b>
    <nav class="tabs" aria-label="Screens">${screens.map(([path, name]) => html`
      <a href="/${path}" aria-current=${path === current ? 'page' : nothing}>${name}</a>`)}</nav>
    <span class="grow"></span>
    ${findButton()} <notices-button></notices-button> ${offers} ${avatar(session)}
  </header>`;
}

/** The button that finds anything. */
export function findButton() {
  return html`<button @click=${() => findAnything()} aria-keyshortcuts=${shortcut('find')}>Find anything ${keyOf('find')}</button>`;
}

/** The round mark of whoever is signed in; opens what concerns them. @param {Session} session */
export function avatar(session) {
  return html`<button class="avatar" title=${session.person.name} aria-label="${session.person.name}: theme, password, sign out"
    @click=${() => openPerson(session)}>${session.person.initials}</button>`;
}

/** Goes round light, dark, system. */
export function nextTheme() {
  const order = /** @type {const} */ (['system', 'light', 'dark']);
  const next = order[(order.indexOf(theme()) + 1) % order.length];
  useTheme(next);
  tell(next === 'system' ? 'As the system is, light or dark.' : `Theme: ${next}.`);
}

/** @param {Session} session */
function openPerson(session) {
  openDialog(session.person.name, (close, again) => ({
    body: html`
      <p class="quiet">${session.person.role}</p>
      <fieldset class="choice"><legend class="quiet small">Theme</legend>
        ${/** @type {const} */ (['system', 'light', 'dark']).map(name => html`<label><input type="radio" name="theme" .checked=${theme() === name}
          @change=${() => { useTheme(name); again(); }}> ${name === 'system' ? 'as the system' : name}</label> `)}</fieldset>
      <form @submit=${(/** @type {SubmitEvent} */ event) => { event.preventDefault(); setPassword(event); }}>
        <input hidden autocomplete="username" .value=${session.person.name}>
        ${session.hasPassword ? html`<div class="field"><label for="current-password">The password you have now</label><input id="current-password" type="password" autocomplete="current-password" required></div>` : ''}
        <div class="field"><label for="new-password">Password to sign in with from now on</label>
          <span><input id="new-password" type="password" autocomplete="new-password" minlength="8" required> <button>Set</button></span></div>
      </form>`,
    foot: html`<a class="button" href="/keys" @click=${() => close()}>All keys ${keyOf('keys')}</a><span class="grow"></span>
      <button @click=${async () => { close(); await signOut(); }}>Sign out</button>`,
  }));
}

/** @param {SubmitEvent} event */
async function setPassword(event) {
  const form = /** @type {HTMLFormElement} */ (event.target);
  const input = /** @type {HTMLInputElement} */ (form.querySelector('#new-password'));
  const current = /** @type {HTMLInputElement?} */ (form.querySelector('#current-password'));
  try {
    await put('/api/session/password', {password: input.value, current: current?.value});
    form.reset();
    tell('Your password is set.');
  } catch (failure) {
    complain(failure);
  }
}

async function signOut() {
  try {
    await remove('/api/session');
    location.assign('/');
  } catch (failure) {
    complain(failure);
  }
}
