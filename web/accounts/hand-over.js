// @ts-check
import {html, nothing} from 'lit';
import {post} from '../api.js';
import {openDialog} from '../shared/dialog.js';
import {bind, keyOf} from '../shared/keys.js';
import {tell} from '../shared/told.js';

/**
 * Shows a secret that is never shown again, to be copied and handed over.
 * @param {string} name for whom or what @param {string} secret @param {'link'|'token'} [kind]
 */
export async function handOver(name, secret, kind = 'link') {
  /** @param {HTMLInputElement|null} field */
  const copy = async field => {
    field?.select();
    try {
      await navigator.clipboard.writeText(secret);
      tell('Copied.');
    } catch (refused) {
      tell('The browser does not let us copy; it is marked, press Ctrl C.');
    }
  };
  await openDialog(kind === 'link' ? `Sign-in link for ${name}` : `Token “${name}”`, close => ({
    body: html`<p class="quiet">${kind === 'link' ? 'It works once, and is shown only now. Whoever opens it is signed in: hand it over by a way you trust.' : 'It is shown only now. A program sends it as: Authorization: Bearer …'}</p>
      <div class="field"><label for="secret">${kind === 'link' ? 'Link' : 'Token'}</label>
        <input id="secret" readonly autofocus .value=${secret} @focus=${(/** @type {Event} */ event) => /** @type {HTMLInputElement} */ (event.target).select()}></div>`,
    foot: html`<button class="primary" @click=${() => copy(document.querySelector('#secret'))}>Copy</button><button @click=${() => close()}>Done</button>`,
  }));
}

/**
 * Asks for a new person's name and role, and makes the account.
 * @param {string[]} roles
 * @returns {Promise<{person: any, signInLink: string}|undefined>} nothing when it was left
 */
export async function addPerson(roles) {
  const given = {name: '', initials: '', role: roles[0]};
  let own = false;
  let wrong = '';
  /** @type {() => void} */
  let save = () => {};
  const unbind = bind({'form.save': () => save()});
  const added = await openDialog('Add a person', (/** @type {(added?: {person: any, signInLink: string}) => void} */ close, again) => {
    save = async () => {
      try {
        close(await post('/api/people', {...given, name: given.name.trim(), initials: given.initials.trim()}));
      } catch (failure) {
        wrong = /** @type {Error} */ (failure).message;
        again();
      }
    };
    return {
      body: html`<form id="person" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); save(); }}>
        <div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        <div class="fields"><div class="field"><label for="person-name">Name</label><input id="person-name" autofocus required autocomplete="off" maxlength="200" .value=${given.name} @input=${(/** @type {Event} */ event) => {
          given.name = /** @type {HTMLInputElement} */ (event.target).value;
          if (!own) given.initials = initialsOf(given.name);
          again();
        }}></div>
        <div class="field"><label for="person-initials">Initials</label><input id="person-initials" required autocomplete="off" maxlength="8" .value=${given.initials} @input=${(/** @type {Event} */ event) => {
          given.initials = /** @type {HTMLInputElement} */ (event.target).value;
          own = given.initials !== '';
        }}></div></div>
        <fieldset class="toggles"><legend>Role</legend>${roles.map(role => html`<label><input type="radio" name="role" .checked=${role === given.role} @change=${() => { given.role = role; again(); }}>${role}</label>`)}</fieldset>
        <button hidden></button></form>`,
      foot: html`<button class="primary" @click=${() => save()}>Add, and make a sign-in link ${keyOf('form.save')}</button>`,
    };
  });
  unbind();
  return added;
}

/** @param {string} name @returns {string} */
const initialsOf = name =>
  name.trim().split(/\s+/).filter(Boolean).map(word => [...word][0].toLocaleUpperCase()).join('').slice(0, 3);
