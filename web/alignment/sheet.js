// @ts-check
import {get, post, query} from '../api.js';
import {waits} from './confidence.js';

/**
 * @typedef {import('./types.js').Alignment} Alignment
 * @typedef {import('./types.js').Link} Link
 * @typedef {import('./types.js').Edited} Edited
 * @typedef {'text'|'doubtful'} View
 */

/** How many rows are fetched at once while somebody scrolls. */
const PAGE = 120;
/** The most that the server gives at once. */
const MOST = 500;

/**
 * The links of one alignment as far as they were fetched: all in order of the text, with holes where nobody has been, or those
 * that are doubtful, the least sure first, as they were when somebody asked for them. What was decided stays where it is
 * until it is asked for anew.
 */
export class Sheet {
  /** @type {View} */
  view = 'text';
  /** @type {(Link|undefined)[]} */
  rows = [];
  /** The number of the link that somebody is at: where rows are fetched first. */
  near = 1;
  /** Rises with every change of the rows. */
  revision = 0;
  /** @type {{around: number, before: Link|undefined, after: Link|undefined}|undefined} neighbours in the text of one link, where they are not rows */
  context = undefined;
  /** @type {Map<number, Promise<void>>} what is being fetched, by offset */
  #asked = new Map();

  /** @param {import('lit').ReactiveControllerHost} host rendered anew with every change @param {Alignment} alignment */
  constructor(host, alignment) {
    this.host = host;
    this.alignment = alignment;
  }

  /** @param {Partial<{show: string, order: string, offset: number, limit: number}>} wanted @returns {Promise<{items: Link[], total: number}>} */
  #ask(wanted) {
    return get(`/api/alignments/${this.alignment.id}/links${query(wanted)}`);
  }

  #changed() {
    this.revision++;
    this.host.requestUpdate();
  }

  /**
   * Shows the links anew; what is shown stays until its successor is there.
   * @param {View} view @param {number} [near] the number of a link that must be there in order of the text
   */
  async open(view, near = 1) {
    const rows = view === 'text' ? await this.#openText(near) : await this.#openDoubtful();
    this.view = view;
    this.rows = rows;
    this.context = undefined;
    this.#asked.clear();
    this.#changed();
  }

  /** @param {number} near */
  async #openText(near) {
    const offset = Math.max(0, near - PAGE / 2);
    const page = await this.#ask({offset, limit: PAGE});
    /** @type {(Link|undefined)[]} */
    const rows = new Array(page.total).fill(undefined);
    page.items.forEach((row, i) => { rows[offset + i] = row; });
    return rows;
  }

  async #openDoubtful() {
    /** @type {Link[]} */
    const rows = [];
    for (;;) {
      const page = await this.#ask({show: 'doubtful', order: 'doubtful', offset: rows.length, limit: MOST});
      rows.push(...page.items);
      if (!page.items.length || rows.length >= page.total) return rows;
    }
  }

  /** Fetches what is not there yet. @param {number} from @param {number} count */
  async ensure(from, count) {
    for (let at = Math.max(0, from); at < Math.min(from + count, this.rows.length); at++) {
      if (this.rows[at]) continue;
      const offset = at - (at % PAGE);
      let asking = this.#asked.get(offset);
      if (!asking) this.#asked.set(offset, (asking = this.#fetch(offset)));
      await asking;
      if (!this.rows[at]) return;
    }
  }

  /** @param {number} offset */
  async #fetch(offset) {
    const {revision, rows} = this;
    try {
      const page = await this.#ask({offset, limit: PAGE});
      // Rows that moved meanwhile are asked for again.
      if (rows !== this.rows) return;
      if (page.total !== rows.length) return this.revision === revision ? this.open('text', offset + 1) : undefined;
      page.items.forEach((row, i) => { rows[offset + i] ??= row; });
      this.#changed();
    } finally {
      this.#asked.delete(offset);
    }
  }

  /**
   * The next row that waits for a person, round the end; what lies where nobody has been the server knows.
   * @param {number} from @param {1|-1} by @returns {Promise<number>} its place, -1 where none waits but perhaps that one
   */
  async seek(from, by) {
    const {length} = this.rows;
    for (let i = 1; i < Math.max(length, 2); i++) {
      const at = (((from + by * i) % length) + length) % length;
      const row = this.rows[at];
      if (!row) return this.#seekFar(from, by);
      if (at !== from && waits(row)) return at;
    }
    return -1;
  }

  /** @param {number} from @param {1|-1} by @returns {Promise<number>} */
  async #seekFar(from, by) {
    /** @type {number[]} */
    const places = [];
    for (;;) {
      const page = await this.#ask({show: 'doubtful', offset: places.length, limit: MOST});
      places.push(...page.items.map(row => row.number - 1));
      if (!page.items.length || places.length >= page.total) break;
    }
    const other = places.filter(at => at !== from);
    const at = by > 0 ? other.find(place => place > from) ?? other[0] : other.findLast(place => place < from) ?? other.at(-1);
    if (at === undefined) return -1;
    await this.ensure(at, 1);
    return at;
  }

  /** @param {number} id @returns {number} where the link is among the rows, -1 where it is not */
  place(id) {
    return this.rows.findIndex(row => row?.id === id);
  }

  /** @param {number|undefined} id @returns {Link|undefined} */
  link(id) {
    return id === undefined ? undefined : this.rows.find(row => row?.id === id);
  }

  /** Which links stand before and behind one in the text. @param {Link} link @returns {Promise<{before: Link|undefined, after: Link|undefined}>} */
  async around(link) {
    if (this.view === 'text') {
      const at = this.place(link.id);
      await this.ensure(at - 1, 3);
      return {before: this.rows[at - 1], after: this.rows[at + 1]};
    }
    if (this.context?.around !== link.id) {
      const {revision} = this;
      const {items} = await this.#ask({offset: Math.max(0, link.number - 2), limit: link.number > 1 ? 3 : 2});
      const at = items.findIndex(one => one.id === link.id);
      if (at < 0) {
        if (revision === this.revision) await this.open(this.view);
        return {before: undefined, after: undefined};
      }
      this.context = {around: link.id, before: items[at - 1], after: items[at + 1]};
      this.#changed();
    }
    return this.context;
  }

  /**
   * Asks the server for a change and shows what came of it.
   * @param {string} path @param {object} [body] @returns {Promise<Edited>}
   */
  async change(path, body = {}) {
    const edited = /** @type {Edited} */ (await post(`/api/alignments/${this.alignment.id}/${path}`, {version: this.alignment.version, ...body}));
    this.alignment = edited.alignment;
    this.context = undefined;
    if (edited.reload || !this.#apply(edited)) await this.open(this.view, edited.rows[0]?.number ?? this.near);
    else this.#changed();
    return edited;
  }

  /** @param {Edited} edited @returns {boolean} whether all of it concerns rows that are here */
  #apply({removed, rows: given}) {
    const gone = new Set(removed);
    const news = new Map(given.map(row => [row.id, row]));
    const at = this.rows.findIndex(row => row && (gone.has(row.id) || news.has(row.id)));
    /** @type {(Link|undefined)[]} */
    const rows = this.rows.map(row => (row && news.get(row.id)) || row).filter(row => !row || !gone.has(row.id));
    const known = new Set(rows.map(row => row?.id));
    const fresh = given.filter(row => !known.has(row.id));
    if (this.view === 'text') {
      if (this.rows.length - rows.length !== gone.size) return false;
      for (const row of fresh) rows.splice(row.number - 1, 0, row);
      if (rows.length !== this.alignment.links) return false;
      this.rows = rows.map((row, i) => (row && row.number !== i + 1 ? {...row, number: i + 1} : row));
      return true;
    }
    // Neighbours in the text become rows only where they are new: the list stays the one that was asked for.
    const shift = fresh.length - gone.size;
    const first = fresh[0]?.number ?? Infinity;
    const renumbered = rows.map(row => (row && shift && !news.has(row.id) && row.number >= first ? {...row, number: row.number + shift} : row));
    if (at >= 0) renumbered.splice(Math.min(at, renumbered.length), 0, ...fresh);
    this.rows = renumbered;
    return at >= 0 || !fresh.length;
  }
}
