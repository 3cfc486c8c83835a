// @ts-check
import {connection, Offline, Problem, put} from '../api.js';
import {isEmpty, sameText} from '../shared/tagged-text.js';

/**
 * @file What was written and not yet acknowledged. It lies in this browser from the first letter until the server has
 * it, so that a lost connection, a closed page or a crash costs nothing; and it never overwrites what another wrote.
 *
 * @typedef {import('../shared/types.js').Row} Row
 * @typedef {import('../shared/types.js').TaggedText} TaggedText
 *
 * @typedef {object} Entry
 * @property {number} segment
 * @property {number} base the version that it was written over
 * @property {TaggedText} target
 * @property {import('../shared/types.js').SegmentState} state
 * @property {import('../shared/types.js').Origin|null} [origin] the match it was made from; null: from none; not there: as it was
 * @property {number} at when it was written, milliseconds
 * @property {string} tab which tab wrote it
 *
 * @typedef {'saved'|'writing'|'waiting'|'failed'|'conflict'} Status
 */

const PAUSE = 600;
const PREFIX = 'dragoman.outbox';
const done = new Set(['translated', 'reviewed', 'final']);

/**
 * This tab's own name. It is kept over a reload; a copied tab, which copies that too, takes another.
 * @returns {Promise<string>}
 */
async function nameTab() {
  const kept = sessionStorage.getItem('dragoman.tab');
  for (const name of [kept, null]) {
    const mine = name ?? Math.random().toString(36).slice(2, 10);
    if (await hold(`dragoman.tab.${mine}`)) {
      sessionStorage.setItem('dragoman.tab', mine);
      return mine;
    }
  }
  return Math.random().toString(36).slice(2, 10);
}

/** @param {string} name @returns {Promise<boolean>} whether the lock is now this tab's, until it closes */
function hold(name) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise(answer => {
    navigator.locks.request(name, {ifAvailable: true}, lock => {
      answer(lock !== null);
      return lock ? new Promise(() => {}) : undefined;
    });
  });
}

const tabName = nameTab();

/** Fires `change` (detail: the segment) whenever the standing of a segment changes. */
export class Outbox extends EventTarget {
  /** @type {Map<number, Entry & {sending: boolean, timer?: ReturnType<typeof setTimeout>, revision: number, failed?: string}>} */
  #entries = new Map();
  /** @type {Map<number, Row>} */
  #conflicts = new Map();
  /** @type {Map<number, number>} */
  #savedAt = new Map();
  #tab = '';

  /**
   * @param {{person: number, dispatch: number, language: string, row: (segment: number) => Row|undefined, acknowledged: (row: Row, latest: boolean) => void}} sheet
   *     `latest` is false while something newer of the same segment is still on its way
   */
  constructor(sheet) {
    super();
    this.sheet = sheet;
    this.closed = false;
    this.onBack = () => this.flush();
    this.onHide = () => this.#leave();
    connection.addEventListener('back', this.onBack);
    connection.addEventListener('known', this.onBack);
    addEventListener('pagehide', this.onHide);
  }

  /** Sends what is left and lets go. */
  close() {
    this.flush();
    connection.removeEventListener('back', this.onBack);
    connection.removeEventListener('known', this.onBack);
    removeEventListener('pagehide', this.onHide);
    this.closed = true;
  }

  /**
   * Takes what was written; it goes out after a pause, or at once.
   * @param {number} segment @param {TaggedText} target @param {import('../shared/types.js').SegmentState} state
   * @param {{origin?: import('../shared/types.js').Origin|null, now?: boolean}} [options]
   */
  write(segment, target, state, {origin, now = false} = {}) {
    const before = this.#entries.get(segment);
    const base = before?.base ?? this.sheet.row(segment)?.version ?? 0;
    const entry = {segment, base, target, state: isEmpty(target) && !done.has(state) ? 'new' : state, origin: origin === undefined ? before?.origin : origin, at: Date.now(), tab: this.#tab,
      sending: before?.sending ?? false, revision: (before?.revision ?? 0) + 1};
    clearTimeout(before?.timer);
    this.#entries.set(segment, /** @type {any} */ (entry));
    this.#keep(segment);
    if (this.#conflicts.has(segment)) return;
    if (now) this.#send(segment);
    else /** @type {any} */ (entry).timer = setTimeout(() => this.#send(segment), PAUSE);
    this.#tell(segment);
  }

  /** Sends now what waits: of one segment, or all. @param {number} [segment] */
  flush(segment) {
    for (const each of segment === undefined ? [...this.#entries.keys()] : [segment]) {
      if (!this.#conflicts.has(each)) this.#send(each);
    }
  }

  /** @param {number} segment @returns {Status} */
  status(segment) {
    const entry = this.#entries.get(segment);
    if (this.#conflicts.has(segment)) return 'conflict';
    if (!entry) return 'saved';
    if (!this.sheet.row(segment)) return 'failed';
    if (entry.failed) return 'failed';
    return connection.online ? 'writing' : 'waiting';
  }

  /** @param {number} segment @returns {string} why it could not be saved */
  failure(segment) {
    return this.#entries.get(segment)?.failed ?? '';
  }

  /** @param {number} segment @returns {number|undefined} when this page last saved it, milliseconds */
  savedAt(segment) {
    return this.#savedAt.get(segment);
  }

  /** @returns {{waiting: number, failed: number, conflicts: number}} how many segments are not saved */
  get counts() {
    const all = [...this.#entries.keys()].map(segment => this.status(segment));
    return {waiting: all.filter(one => one === 'writing' || one === 'waiting').length, failed: all.filter(one => one === 'failed').length, conflicts: this.#conflicts.size};
  }

  /** @param {number} segment @returns {Entry|undefined} */
  entry(segment) {
    return this.#entries.get(segment);
  }

  /** @param {number} segment @returns {{mine: Entry, theirs: Row}|undefined} */
  conflict(segment) {
    const theirs = this.#conflicts.get(segment);
    const mine = this.#entries.get(segment);
    return theirs && mine ? {mine, theirs} : undefined;
  }

  /** @returns {number[]} segments with something that is not saved */
  get pending() {
    return [...this.#entries.keys()].filter(segment => this.sheet.row(segment));
  }

  /**
   * Sends what waits of some segments now.
   * @param {number[]} segments
   * @returns {Promise<boolean>} whether the server has all of it
   */
  settled(segments) {
    for (const segment of segments) this.flush(segment);
    return new Promise(answer => {
      const look = () => {
        const open = segments.filter(segment => this.#entries.has(segment));
        const stuck = open.some(segment => this.status(segment) !== 'writing');
        if (open.length && !stuck) return;
        this.removeEventListener('change', look);
        connection.removeEventListener('lost', look);
        answer(!open.length);
      };
      this.addEventListener('change', look);
      connection.addEventListener('lost', look);
      look();
    });
  }

  /** @returns {Entry[]} what is written in segments that stand no more */
  get orphans() {
    return [...this.#entries.values()].filter(entry => !this.sheet.row(entry.segment));
  }

  /** Lets go of what was written in a segment. @param {number} segment */
  forget(segment) {
    this.#drop(segment);
    this.#conflicts.delete(segment);
    this.#tell(segment);
  }

  /** @returns {number[]} segments that two wrote at once */
  get conflicts() {
    return [...this.#conflicts.keys()];
  }

  /** @param {number} segment @param {'mine'|'theirs'} choice */
  decide(segment, choice) {
    const theirs = this.#conflicts.get(segment);
    const entry = this.#entries.get(segment);
    if (!theirs || !entry) return;
    this.#conflicts.delete(segment);
    if (choice === 'mine') {
      entry.base = theirs.version;
      this.#keep(segment);
      this.#send(segment);
    } else {
      this.#drop(segment);
      this.sheet.acknowledged(theirs, true);
    }
    this.#tell(segment);
  }

  /**
   * Takes up what an earlier page left: this tab's own, and that of tabs that are gone.
   * @returns {Promise<number>} of how many segments
   */
  async recover() {
    this.#tab = await tabName;
    const alive = new Set((await navigator.locks?.query())?.held?.map(lock => lock.name));
    let count = 0;
    for (const key of Object.keys(localStorage).filter(one => one.startsWith(`${this.#prefix}.`))) {
      /** @type {Entry} */
      let left;
      try {
        left = JSON.parse(localStorage.getItem(key) ?? '');
      } catch (broken) {
        console.error(`What lay in ${key} cannot be read and is dropped.`, broken);
        localStorage.removeItem(key);
        continue;
      }
      if (left.tab !== this.#tab && alive.has(`dragoman.tab.${left.tab}`)) continue;
      localStorage.removeItem(key);
      const row = this.sheet.row(left.segment);
      if (this.#entries.has(left.segment)) continue;
      if (!row) {
        if (!isEmpty(left.target)) this.#entries.set(left.segment, {...left, tab: this.#tab, sending: false, revision: 1});
        this.#keep(left.segment);
        continue;
      }
      if (sameText(row.target, left.target) && (row.state === left.state || done.has(row.state))) continue;
      this.#entries.set(left.segment, {...left, tab: this.#tab, sending: false, revision: 1});
      this.#keep(left.segment);
      count++;
      if (row.version === left.base) this.#send(left.segment);
      else this.#conflicts.set(left.segment, row);
      this.#tell(left.segment);
    }
    return count;
  }

  get #prefix() {
    return `${PREFIX}.${this.sheet.person}.${this.sheet.dispatch}.${this.sheet.language}`;
  }

  /** @param {number} segment */
  #key(segment) {
    return `${this.#prefix}.${segment}.${this.#tab}`;
  }

  /** @param {number} segment */
  #keep(segment) {
    const entry = this.#entries.get(segment);
    if (!entry) return;
    const {base, target, state, origin, at, tab} = entry;
    try {
      localStorage.setItem(this.#key(segment), JSON.stringify({segment, base, target, state, origin, at, tab}));
    } catch (full) {
      // The browser's own store is full: the entry still goes out from memory, only a crash would lose it.
      console.error('This browser could not keep a draft.', full);
    }
  }

  /** @param {number} segment */
  #drop(segment) {
    clearTimeout(this.#entries.get(segment)?.timer);
    this.#entries.delete(segment);
    localStorage.removeItem(this.#key(segment));
  }

  /** @param {number} segment */
  #tell(segment) {
    this.dispatchEvent(new CustomEvent('change', {detail: segment}));
  }

  /** @param {Entry} entry */
  #path(entry) {
    return `/api/dispatches/${this.sheet.dispatch}/segments/${entry.segment}/translations/${this.sheet.language}`;
  }

  /** @param {Entry} entry */
  #body({base, target, state, origin}) {
    return {version: base, target: {plain: target.plain, tags: target.tags.map(({at, kind, id}) => ({at, kind, id}))}, state, ...(origin === undefined ? {} : {origin})};
  }

  /** @param {number} segment */
  async #send(segment) {
    const entry = this.#entries.get(segment);
    if (!entry || entry.sending || !this.sheet.row(segment)) return;
    clearTimeout(entry.timer);
    entry.sending = true;
    entry.failed = undefined;
    const {revision} = entry;
    /** @type {Row|undefined} */
    let row;
    /** @type {Row|undefined} */
    let theirs;
    let failed = '';
    try {
      row = await put(this.#path(entry), this.#body(entry));
    } catch (failure) {
      if (failure instanceof Problem && failure.status === 409 && failure.current) theirs = failure.current;
      else if (failure instanceof Problem && failure.status === 401) connection.dispatchEvent(new Event('stranger'));
      else if (!(failure instanceof Offline)) failed = /** @type {Error} */ (failure).message;
    }
    const now = this.#entries.get(segment);
    if (!now) return;
    now.sending = false;
    if (theirs && sameText(theirs.target, now.target) && (theirs.state === now.state || done.has(theirs.state))) row = theirs;
    if (row) {
      this.#savedAt.set(segment, Date.now());
      const latest = now.revision === revision;
      if (latest) this.#drop(segment);
      else {
        now.base = row.version;
        this.#keep(segment);
      }
      this.sheet.acknowledged(row, latest);
      if (!latest) this.#send(segment);
    } else if (theirs) {
      this.#conflicts.set(segment, theirs);
    } else if (failed) {
      now.failed = failed;
    }
    this.#tell(segment);
  }

  /** The page goes: what has not gone out goes now, and stays here until the next page sees that it arrived. */
  #leave() {
    for (const entry of this.#entries.values()) {
      if (this.#conflicts.has(entry.segment) || entry.sending) continue;
      put(this.#path(entry), this.#body(entry), {keepalive: true}).catch(failure => console.warn(failure));
    }
  }
}
