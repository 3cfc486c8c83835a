// @ts-check
/** @file What a screen keeps in the address, so that it can be bookmarked, sent to a colleague, and gone back to. */

/** Reads and writes the query of the address; tells its host when somebody else moved it. */
export class Address {
  /**
   * @param {import('lit').ReactiveControllerHost} host
   * @param {() => void} moved called when the address changed by a link, by Back, or by another part of the program
   */
  constructor(host, moved) {
    this.path = location.pathname;
    this.moved = () => {
      // Whoever leaves for another screen is about to be taken away and has nothing to show.
      if (location.pathname.split('/')[1] === this.path.split('/')[1]) moved();
    };
    host.addController(this);
  }

  hostConnected() {
    addEventListener('popstate', this.moved);
    addEventListener('dragoman:moved', this.moved);
  }

  hostDisconnected() {
    removeEventListener('popstate', this.moved);
    removeEventListener('dragoman:moved', this.moved);
  }

  /** @param {string} name @returns {string} empty where the address says nothing */
  get(name) {
    return new URLSearchParams(location.search).get(name) ?? '';
  }

  /** Writes without a step in the history. @param {Record<string, string|number>} values what is empty is taken out */
  set(values) {
    const search = new URLSearchParams(location.search);
    for (const [name, value] of Object.entries(values)) {
      if (value === '') search.delete(name);
      else search.set(name, String(value));
    }
    const text = search.toString();
    history.replaceState(history.state, '', location.pathname + (text ? '?' + text : ''));
  }
}
