// @ts-check
import {html, nothing} from 'lit';
import {openDialog} from './dialog.js';
import {bind, keyOf, shortcut} from './keys.js';

/**
 * Asks for a reason.
 * @param {{title: string, what: unknown, label: string, does: string, required?: boolean}} asked
 * @returns {Promise<string|undefined>} nothing where it is left
 */
export async function askReason({title, what, label, does, required = false}) {
  let reason = '';
  let wrong = '';
  let unbind = () => {};
  const answer = await openDialog(title, (/** @type {(text?: string) => void} */ close, again) => {
    const done = () => {
      if (required && !reason.trim()) {
        wrong = 'Write a reason, so that nobody has to ask.';
        return again();
      }
      close(reason.trim());
    };
    unbind();
    unbind = bind({'form.save': done});
    return {
      body: html`<p>${what}</p><div role="alert">${wrong ? html`<p class="error">${wrong}</p>` : nothing}</div>
        <div class="field"><label for="reason">${label}</label><input id="reason" autofocus autocomplete="off" maxlength="2000" .value=${reason}
          @keydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === 'Enter' && !event.ctrlKey && !event.isComposing) { event.preventDefault(); done(); } }}
          @input=${(/** @type {InputEvent} */ event) => { reason = /** @type {HTMLInputElement} */ (event.target).value; }}></div>`,
      foot: html`<button class="primary" aria-keyshortcuts=${shortcut('form.save')} @click=${done}>${does} ${keyOf('form.save')}</button>`,
    };
  });
  unbind();
  return answer;
}
