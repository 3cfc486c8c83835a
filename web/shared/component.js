// @ts-check
import {LitElement} from 'lit';

/** @type {WeakSet<object>} */
const worn = new WeakSet();

/**
 * Base of our components. They render into the page itself, not into a shadow tree: one look for all, labels that reach
 * across components, selections that cross them. A component's own look is `static look = css\`…\``.
 */
export class Component extends LitElement {
  /** @type {import('lit').CSSResult|undefined} */
  static look;

  createRenderRoot() {
    const {look} = /** @type {typeof Component} */ (this.constructor);
    if (look && !worn.has(look)) {
      worn.add(look);
      document.adoptedStyleSheets.push(/** @type {CSSStyleSheet} */ (look.styleSheet));
    }
    return this;
  }
}
