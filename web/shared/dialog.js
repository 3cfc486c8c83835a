// @ts-check
import {html, render} from 'lit';

/**
 * Opens a dialog over the page. The keyboard stays inside it, Escape closes it, and the focus goes back to where it was.
 * @template T
 * @param {string} title
 * @param {(close: (answer?: T) => void, again: () => void) => {body: unknown, foot?: unknown}} content rendered at opening and by `again`
 * @param {{wide?: boolean}} [options]
 * @returns {Promise<T|undefined>} what it was closed with; nothing by Escape
 */
export function openDialog(title, content, {wide = false} = {}) {
  const before = deepFocus();
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-label', title);
  if (wide) dialog.style.width = 'min(1080px, calc(100vw - 32px))';
  document.body.append(dialog);
  return new Promise(done => {
    /** @type {T|undefined} */
    let answer;
    const close = (/** @type {T} */ given) => {
      answer = given;
      dialog.close();
    };
    const again = () => {
      const {body, foot} = content(/** @type {any} */ (close), again);
      render(html`<div class="head"><h2>${title}</h2><span class="grow"></span>
          <button class="plain" aria-label="Close" @click=${() => dialog.close()}><kbd>Esc</kbd></button></div>
        <div class="body">${body}</div>${foot ? html`<div class="foot">${foot}</div>` : ''}`, dialog);
    };
    dialog.addEventListener('close', () => {
      render(html``, dialog);
      dialog.remove();
      // What had the focus may be gone, or was nothing: then the screen has it, never the empty page.
      if (before?.isConnected && before !== document.body) before.focus();
      if (document.activeElement === document.body) document.querySelector('main')?.focus({preventScroll: true});
      done(answer);
    });
    again();
    dialog.showModal();
    /** @type {HTMLElement|null} */ (dialog.querySelector('[autofocus]'))?.focus();
  });
}

/** @returns {HTMLElement|null} what has the focus, also inside a shadow tree */
export function deepFocus() {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return /** @type {HTMLElement|null} */ (active);
}
