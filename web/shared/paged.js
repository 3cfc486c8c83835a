// @ts-check
import {html, nothing} from 'lit';
import {Component} from './component.js';

/**
 * A list that comes page by page from the server. What is shown stays until its successor is there, so that nothing
 * jumps while somebody types; an answer that was overtaken by a newer question is thrown away.
 * @template T
 */
export class Paged {
  /** @type {T[]} */
  items = [];
  /** @type {number} how many there are in all */
  total = 0;
  /** @type {boolean} whether counting stopped at the total, so that there may be more */
  atLeast = false;
  /** @type {boolean} whether the first answer is still awaited */
  fresh = true;
  /** @type {unknown} what went wrong at the last question */
  failure = undefined;
  #ended = false;
  /** @type {AbortController|undefined} */
  #asking;
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #timer;

  /**
   * @param {import('lit').ReactiveControllerHost} host rendered anew with every answer
   * @param {(offset: number, signal: AbortSignal) => Promise<{items: T[], total: number, more?: boolean}>} ask
   */
  constructor(host, ask) {
    this.host = host;
    this.ask = ask;
  }

  /** Asks for the first page anew. @param {number} [wait] milliseconds in which a newer call replaces this one */
  async restart(wait = 0) {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    const asking = (this.#asking = new AbortController());
    if (wait) await new Promise(done => (this.#timer = setTimeout(done, wait)));
    await this.#take(asking, 0);
  }

  /** Asks for the next page, if there is one and none is on its way. */
  async more() {
    if (this.#asking || this.#ended || this.failure) return;
    this.#asking = new AbortController();
    await this.#take(this.#asking, this.items.length);
  }

  /** Whether something lies below what is shown. */
  get open() {
    return !this.#ended && !this.fresh && !this.failure;
  }

  /** @param {(item: T) => boolean} which @param {T} item put in its place */
  replace(which, item) {
    this.items = this.items.map(old => (which(old) ? item : old));
    this.host.requestUpdate();
  }

  /** @param {(item: T) => boolean} which */
  drop(which) {
    const left = this.items.filter(item => !which(item));
    this.total -= this.items.length - left.length;
    this.items = left;
    this.host.requestUpdate();
  }

  /** @param {T} item @param {number} at */
  insert(item, at = 0) {
    this.items = [...this.items.slice(0, at), item, ...this.items.slice(at)];
    this.total++;
    this.host.requestUpdate();
  }

  /** @param {AbortController} asking @param {number} offset */
  async #take(asking, offset) {
    try {
      if (asking.signal.aborted) return;
      const page = await this.ask(offset, asking.signal);
      if (asking.signal.aborted) return;
      this.items = offset ? [...this.items, ...page.items] : page.items;
      this.total = page.total;
      this.atLeast = page.more ?? false;
      this.#ended = !page.items.length || this.items.length >= page.total;
      this.failure = undefined;
    } catch (failure) {
      if (asking.signal.aborted) return;
      this.failure = failure;
    }
    this.#asking = undefined;
    this.fresh = false;
    this.host.requestUpdate();
  }
}

/** Stands below a list and fires `reached` when it comes into view. */
class MoreBelow extends Component {
  connectedCallback() {
    super.connectedCallback();
    this.watch = new IntersectionObserver(
      seen => seen.some(one => one.isIntersecting) && this.dispatchEvent(new Event('reached')),
      {rootMargin: '600px'},
    );
    this.watch.observe(this);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.watch?.disconnect();
  }

  render() {
    return html`<button class="plain" @click=${() => this.dispatchEvent(new Event('reached'))}>More</button>`;
  }
}
customElements.define('more-below', MoreBelow);

/**
 * What stands below a list: a sentence when it failed, else whatever fetches more.
 * @param {Paged<any>} list
 */
export function below(list) {
  if (list.failure) {
    return html`<p class="error" role="alert">${/** @type {Error} */ (list.failure).message}
      <button @click=${() => list.restart()}>Try again</button></p>`;
  }
  // A new element for each length: it looks anew whether it is in view.
  return list.open ? html`<more-below data-after=${list.items.length} @reached=${() => list.more()}></more-below>` : nothing;
}
