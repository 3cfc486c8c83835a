// @ts-check
import {get, listen, post, query} from '../api.js';
import {Outbox} from './outbox.js';

/**
 * @typedef {import('../shared/types.js').Row} Row
 * @typedef {import('../shared/types.js').Finding} Finding
 * @typedef {import('../shared/types.js').Help} Help
 * @typedef {{person: string, initials: string, segment: number, language: string, seen: number}} Presence
 */

const PAGE = 400;
const done = new Set(['translated', 'reviewed', 'final']);

/** @param {Row} row @returns {boolean} */
export const isDone = row => done.has(row.state);

/**
 * A dispatch in one language: its rows, what stands written, what others do. Fires `change` for what the whole shows, `help`
 * when offers may have become others, and with a segment as detail: `row` when it changed, `conflict` when two wrote it,
 * `refused` when the server did not take it. `rearranged` says that the rows are others (detail: which are new or have another
 * source, and where each was before); `orphan` that something is written in a row that stands no more.
 */
export class Sheet extends EventTarget {
  /** @type {Row[]} */
  rows = [];
  total = 0;
  loaded = false;
  /** @type {Map<number, number>} */
  #places = new Map();
  /** @type {Map<number, Finding[]>} */
  findings = new Map();
  /** @type {WeakMap<Finding[], Finding[]>} */
  #open = new WeakMap();
  /** @type {Map<number, Promise<Help>>} */
  #help = new Map();
  /** @type {Map<string, Presence>} */
  presences = new Map();
  #stop = new AbortController();
  /** @type {Promise<void>} */
  #rereading = Promise.resolve();
  #unlisten = () => {};
  /** @type {ReturnType<typeof setTimeout>|undefined} */
  #asking;

  /**
   * @param {import('../shared/types.js').Dispatch} dispatch @param {string} language
   * @param {import('../shared/types.js').Person} person
   */
  constructor(dispatch, language, person) {
    super();
    this.dispatch = dispatch;
    this.language = language;
    this.person = person;
    this.outbox = new Outbox({
      person: person.id, dispatch: dispatch.id, language, row: segment => this.row(segment),
      acknowledged: (row, latest) => this.#acknowledge(row, latest),
    });
    this.outbox.addEventListener('change', event => {
      const segment = /** @type {CustomEvent} */ (event).detail;
      this.#fire('row', segment);
      const status = this.outbox.status(segment);
      if (status === 'conflict') this.#fire('conflict', segment);
      if (status === 'failed') this.#fire('refused', segment);
    });
  }

  /** Reads all rows, page by page; the first page is shown while the next ones come. */
  async load() {
    await this.#read();
    this.loaded = true;
    this.#unlisten = listen(`/api/events${query({dispatch: this.dispatch.id})}`, {
      segment: data => this.#hear(data),
      segments: () => this.reread().catch(failure => this.#missed(failure)),
      presence: data => this.#meet(data),
      glossary: () => this.forget(),
      memory: () => this.forget(),
    }, () => this.refresh().catch(failure => this.#missed(failure)));
    const recovered = await this.outbox.recover();
    for (const row of this.rows) {
      const entry = this.outbox.entry(row.id);
      if (entry) this.#put({...row, target: entry.target, state: entry.state});
    }
    this.#fire('change');
    if (this.outbox.orphans.length) this.#fire('orphan');
    this.#readFindings();
    return recovered;
  }

  close() {
    this.outbox.close();
    this.#stop.abort();
    this.#unlisten();
    clearTimeout(this.#asking);
  }

  /** @param {number} segment @returns {Row|undefined} */
  row(segment) {
    const place = this.#places.get(segment);
    return place === undefined ? undefined : this.rows[place];
  }

  /** @param {number} segment @returns {number} its place, -1 when it is not here */
  place(segment) {
    return this.#places.get(segment) ?? -1;
  }

  /** @returns {import('../shared/types.js').Progress|undefined} as the server counts */
  get progress() {
    return this.dispatch.targets.find(target => target.language === this.language);
  }

  /** @returns {number} confirmed rows, of those read: what the server does not have yet is not among them */
  get confirmed() {
    return this.rows.reduce((sum, row) => sum + (isDone(row) && !this.outbox.entry(row.id) ? 1 : 0), 0);
  }

  /** @param {number} segment @returns {Finding[]|undefined} what is found and not accepted; the same list while it is the same */
  open(segment) {
    const all = this.findings.get(segment);
    if (!all?.some(one => one.accepted)) return all;
    let open = this.#open.get(all);
    if (!open) this.#open.set(all, (open = all.filter(one => !one.accepted)));
    return open;
  }

  /** @returns {number} findings known of */
  get findingCount() {
    let sum = 0;
    for (const found of this.findings.values()) sum += found.filter(one => !one.accepted).length;
    return sum;
  }

  /**
   * Writes a target: shown at once, saved by the outbox.
   * @param {number} segment @param {import('../shared/types.js').TaggedText} target @param {import('../shared/types.js').SegmentState} state
   * @param {{origin?: import('../shared/types.js').Origin|null, now?: boolean}} [options]
   */
  write(segment, target, state, options) {
    const row = this.row(segment);
    if (!row || row.locked) return;
    this.outbox.write(segment, target, state, options);
    this.#put({...row, target, state, ...(options?.origin === undefined ? {} : {score: options.origin?.score ?? null, matchKind: options.origin?.kind ?? null})});
    this.#fire('row', segment);
  }

  /** @param {number} segment @returns {Promise<Help>} matches, terms, findings, siblings; asked for once */
  help(segment) {
    let help = this.#help.get(segment);
    if (!help) {
      help = get(`/api/dispatches/${this.dispatch.id}/segments/${segment}/help${query({language: this.language})}`, this.#stop.signal);
      this.#help.set(segment, help);
      help.catch(() => this.#help.delete(segment));
    }
    return help;
  }

  /** Offers may have become others: they are asked for again when they are shown. */
  forget() {
    this.#help.clear();
    this.#fire('help');
  }

  /** @param {number} segment @param {import('../shared/types.js').TaggedText} target @param {AbortSignal} signal @returns {Promise<Finding[]>} */
  async check(segment, target, signal) {
    const body = {language: this.language, target: {plain: target.plain, tags: target.tags.map(({at, kind, id}) => ({at, kind, id}))}};
    const {findings} = await post(`/api/dispatches/${this.dispatch.id}/segments/${segment}/check`, body, {signal});
    this.findings.set(segment, findings);
    this.#fire('change');
    return findings;
  }

  /** Says where this person works. @param {number} segment */
  stand(segment) {
    post(`/api/dispatches/${this.dispatch.id}/presence`, {segment, language: this.language}).catch(failure => console.warn(failure.message));
  }

  /** @returns {Presence[]} where the others are, of the last minute */
  get others() {
    const since = Date.now() - 60000;
    return [...this.presences.values()].filter(one => one.seen > since);
  }

  /** @param {number} segment @returns {Presence[]} who else is on it */
  othersOn(segment) {
    return this.presences.size ? this.others.filter(one => one.segment === segment && one.language === this.language) : [];
  }

  /** Reads again what may have been missed. */
  async refresh() {
    await this.reread();
    this.forget();
  }

  /** Reads all rows again, since sentences were joined, split, or are those of a newer version. @returns {Promise<void>} */
  reread() {
    this.#rereading = this.#rereading.then(() => this.#readAll(), () => this.#readAll());
    return this.#rereading;
  }

  async #readAll() {
    /** @type {Row[]} */
    const rows = [];
    for (let total = 1; rows.length < total; ) {
      const page = await get(`/api/dispatches/${this.dispatch.id}/segments${query({language: this.language, offset: rows.length, limit: PAGE})}`, this.#stop.signal);
      total = page.total;
      rows.push(...page.items);
      if (!page.items.length) break;
    }
    const before = this.#places;
    const known = new Map(this.rows.map(row => [row.id, row]));
    const changed = rows.filter(row => known.get(row.id)?.sourceVersion !== row.sourceVersion).map(row => row.id);
    const moved = rows.length !== this.rows.length || changed.length > 0 || rows.some((row, i) => row.id !== this.rows[i].id);
    const others = rows.filter(row => known.has(row.id) && known.get(row.id)?.version !== row.version && !this.outbox.entry(row.id));
    this.#places = new Map(rows.map((row, i) => [row.id, i]));
    this.rows = rows.map(row => {
      const entry = this.outbox.entry(row.id);
      // A save that was acknowledged while this was read is newer than it.
      const shown = known.get(row.id);
      if (shown && shown.version > row.version && shown.sourceVersion === row.sourceVersion) return {...shown, number: row.number, paragraph: row.paragraph};
      return entry ? {...row, target: entry.target, state: entry.state} : row;
    });
    this.total = rows.length;
    for (const segment of [...this.findings.keys()]) if (!this.#places.has(segment) || changed.includes(segment)) this.findings.delete(segment);
    for (const row of others) this.findings.delete(row.id);
    if (moved) {
      this.#help.clear();
      this.#fire('rearranged', {changed: new Set(changed), before});
      this.#readFindings();
      if (this.outbox.orphans.length) this.#fire('orphan');
    }
    for (const row of others) this.#fire('row', row.id);
    this.#count();
    this.#fire('change');
  }

  async #read() {
    for (let offset = 0; offset === 0 || offset < this.total; offset += PAGE) {
      const page = await get(`/api/dispatches/${this.dispatch.id}/segments${query({language: this.language, offset, limit: PAGE})}`, this.#stop.signal);
      this.total = page.total;
      const added = [];
      for (const row of /** @type {Row[]} */ (page.items)) {
        if (!this.#places.has(row.id)) {
          this.#places.set(row.id, this.rows.length + added.length);
          added.push(row);
        } else if (!this.outbox.entry(row.id) && this.row(row.id)?.version !== row.version) {
          this.#put(row);
          this.#fire('row', row.id);
        }
      }
      if (added.length) this.rows = [...this.rows, ...added];
      this.#fire('change');
      if (!page.items.length) break;
    }
  }

  /** The findings of the whole, for the count, for the next one, and before an export. */
  async #readFindings() {
    try {
      const all = await get(`/api/dispatches/${this.dispatch.id}/findings${query({language: this.language})}`, this.#stop.signal);
      for (const {segment, findings} of all.items) {
        if (this.outbox.entry(segment)) continue;
        this.findings.set(segment, findings);
        this.#fire('row', segment);
      }
      this.#fire('change');
    } catch (failure) {
      this.#missed(failure);
    }
  }

  /** @param {Row} row */
  #put(row) {
    const place = this.#places.get(row.id);
    if (place !== undefined) this.rows[place] = row;
  }

  /** @param {Row} row @param {boolean} latest */
  #acknowledge(row, latest) {
    const shown = this.row(row.id);
    if (row.findings && latest) this.findings.set(row.id, row.findings);
    this.#put(latest || !shown ? row : {...row, target: shown.target, state: shown.state});
    if (isDone(row)) this.#help.clear();
    this.#fire('row', row.id);
    this.#count();
  }

  /** @param {Row & {language: string, by: string}} data */
  #hear(data) {
    this.#count();
    if (data.language !== this.language) {
      this.#help.delete(data.id);
      this.#fire('help');
      return;
    }
    const row = this.row(data.id);
    // What is being written here stays; saving it finds the newer version and has its writer choose.
    if (!row || data.version <= row.version || this.outbox.entry(data.id)) return;
    this.findings.delete(data.id);
    this.#help.delete(data.id);
    this.#put(data);
    this.#fire('row', data.id);
  }

  /** @param {{person: string, initials: string, segment: number, language: string}} data */
  #meet(data) {
    if (data.person === this.person.name) return;
    const before = this.presences.get(data.person);
    this.presences.set(data.person, {...data, seen: Date.now()});
    if (before) this.#fire('row', before.segment);
    this.#fire('row', data.segment);
    this.#fire('change');
  }

  /** Asks for the counts of all languages, once for many changes. */
  #count() {
    clearTimeout(this.#asking);
    this.#asking = setTimeout(async () => {
      try {
        this.dispatch = await get(`/api/dispatches/${this.dispatch.id}`, this.#stop.signal);
        this.#fire('change');
      } catch (failure) {
        this.#missed(failure);
      }
    }, 400);
  }

  /** What was only to bring the screen up to date failed; the next change asks again. @param {unknown} failure */
  #missed(failure) {
    if (!this.#stop.signal.aborted) console.warn(/** @type {Error} */ (failure).message);
  }

  /** @param {string} type @param {any} [detail] */
  #fire(type, detail) {
    this.dispatchEvent(new CustomEvent(type, {detail}));
  }
}
