// @ts-check
import {html, nothing} from 'lit';
import {download, get, listen} from '../api.js';
import {Component} from '../shared/component.js';
import {go} from '../shared/go.js';
import {screenHeader} from '../shared/header.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {moment} from '../shared/time.js';
import {complain, tell} from '../shared/told.js';
import {said, waits} from './confidence.js';
import {Editing} from './editing.js';
import {look} from './look.js';
import {saveAlignment} from './save-dialog.js';
import {Sheet} from './sheet.js';
import './link-list.js';

/**
 * @typedef {import('./types.js').Alignment} Alignment
 * @typedef {import('./types.js').Link} Link
 * @typedef {import('./link-row.js').Cursor} Cursor
 */

/** One alignment: its texts side by side with the links between them, the doubtful first; everything by keys. */
class AlignmentScreen extends Component {
  static properties = {session: {attribute: false}, alignmentId: {attribute: false}, sheet: {state: true}, cursor: {state: true}, cut: {state: true}, heard: {state: true}, missing: {state: true}};
  static look = look;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.alignmentId = 0;
    /** @type {Sheet|undefined} */
    this.sheet = undefined;
    /** @type {Cursor|undefined} */
    this.cursor = undefined;
    /** @type {import('./link-row.js').Cut|undefined} */
    this.cut = undefined;
    /** What is said to whoever listens. */
    this.heard = '';
    /** Why there is nothing to show. */
    this.missing = '';
    this.editing = new Editing(this);
    /** Where the cursor was among the rows, for when its link is gone. */
    this.place = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    const {editing} = this;
    this.unbind = bind({
      'align.accept': (_digit, event) => this.#inRows(event, () => { editing.accept(); }),
      'align.takeBack': (_digit, event) => this.#inRows(event, () => { editing.takeBack(); }),
      'align.acceptSure': () => this.#whole(() => { editing.acceptSure(); }),
      'align.nextDoubtful': () => { this.doubt(1); },
      'align.previousDoubtful': () => { this.doubt(-1); },
      'align.doubtfulFirst': () => this.#whole(() => { this.turn(this.sheet?.view === 'text' ? 'doubtful' : 'text'); }),
      'align.join': () => this.#whole(() => { editing.join(1); }),
      'align.joinBefore': () => this.#whole(() => { editing.join(-1); }),
      'align.split': () => this.#whole(() => { editing.split(); }),
      'align.moveUp': () => this.#whole(() => { editing.move(-1); }),
      'align.moveDown': () => this.#whole(() => { editing.move(1); }),
      'align.unlink': () => this.#whole(() => { editing.unlink(); }),
      'align.joinSentences': () => this.#whole(() => { editing.joinSentences(); }),
      'align.cutSentence': () => this.#whole(() => { editing.beginCut(); }),
      'align.undo': () => this.#whole(() => { editing.undo(); }),
      'align.step': (_digit, event) => this.#inRows(event, () => this.#step(event.key)),
      'align.leap': (_digit, event) => this.#inRows(event, () => { this.#leap(event.key); }),
      'align.save': () => { this.#save(); },
      'list.export': () => { this.#export(); },
      'align.leave': () => (this.cut ? false : go('/alignment')),
    });
    this.deaf = listen('/api/events', {alignment: event => this.#changedElsewhere(event)}, () => this.#changedElsewhere({alignment: this.alignmentId}));
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
  }

  // Keys that belong to the rows, while no button or place in a sentence has the keyboard.

  /** @param {() => void} does */
  #whole(does) {
    if (this.cut || !this.sheet) return false;
    return does();
  }

  /** @param {KeyboardEvent} event @param {() => boolean|void} does */
  #inRows(event, does) {
    const {target} = event;
    if (target instanceof HTMLElement && target.closest('button, a, select, input, cut-place')) return false;
    return this.#whole(/** @type {() => void} */ (does));
  }

  async #load() {
    try {
      const alignment = /** @type {Alignment} */ (await get(`/api/alignments/${this.alignmentId}`));
      const sheet = new Sheet(this, alignment);
      document.title = `${alignment.name} · Dragoman`;
      await sheet.open('doubtful');
      if (!sheet.rows.length) await sheet.open('text');
      this.sheet = sheet;
      const first = sheet.rows.find(row => row && waits(row)) ?? sheet.rows[0];
      if (first) await this.stand(this.#startOf(first, 0));
    } catch (failure) {
      const {status, message} = /** @type {import('../api.js').Problem} */ (failure);
      if (status === 404) this.missing = message;
      else complain(failure);
    }
  }

  /** @param {Link} link @param {number} side @returns {Cursor} */
  #startOf(link, side) {
    return {link: link.id, side, sentence: link.sides[side][0]?.id};
  }

  /** @returns {import('./link-list.js').LinkList|null} */
  get #list() {
    return this.querySelector('link-list');
  }

  /** Where the keyboard is, as it stands now. @returns {import('./editing.js').Here|undefined} */
  get here() {
    const {cursor, sheet} = this;
    const link = cursor && sheet?.link(cursor.link);
    if (!link || !cursor) return undefined;
    const at = Math.max(0, link.sides[cursor.side].findIndex(one => one.id === cursor.sentence));
    return {link, side: cursor.side, at, sentence: link.sides[cursor.side][at]};
  }

  /** @param {string} text */
  say(text) {
    this.heard = text;
  }

  /** Goes somewhere. @param {Cursor} cursor @param {{pointed?: boolean, steady?: boolean}} [how] steady: to where the eye is */
  async stand(cursor, {pointed = false, steady = false} = {}) {
    const {sheet} = this;
    if (!sheet) return;
    this.cut = undefined;
    const link = sheet.link(cursor.link);
    if (!link) return this.hold();
    const sentence = link.sides[cursor.side].find(one => one.id === cursor.sentence) ?? link.sides[cursor.side][0];
    this.cursor = {...cursor, sentence: sentence?.id};
    this.place = sheet.place(link.id);
    sheet.near = link.number;
    if (sheet.view === 'doubtful') sheet.around(link).catch(complain);
    const height = steady ? this.#list?.height : undefined;
    await this.updateComplete;
    if (!document.querySelector('dialog[open]')) await this.#list?.focusCursor(height);
    if (!pointed) this.say(said(link, sheet.alignment.links));
  }

  /** Stays where it was, though the link that was there is another now. */
  async hold() {
    const {sheet} = this;
    if (!sheet) return;
    const link = sheet.link(this.cursor?.link) ?? sheet.rows[Math.min(this.place, sheet.rows.length - 1)] ?? sheet.rows.find(row => row);
    if (link) await this.stand(this.cursor?.link === link.id ? this.cursor : this.#startOf(link, this.cursor?.side ?? 0));
    else this.cursor = undefined;
  }

  /**
   * Goes to the next link that waits for a person, round the end.
   * @param {1|-1} by @param {boolean} [after] whether one was just decided
   */
  async doubt(by, after = false) {
    const {sheet} = this;
    if (!sheet || this.cut) return;
    try {
      const link = sheet.rows[await sheet.seek(this.cursor ? sheet.place(this.cursor.link) : -1, by)];
      if (link) return await this.stand(this.#startOf(link, this.cursor?.side ?? 0), {steady: true});
    } catch (failure) {
      return complain(failure);
    }
    const here = sheet.link(this.cursor?.link);
    if (here && waits(here)) return void tell('This is the only one that is doubtful.');
    if (after) await this.hold();
    tell('Nothing is doubtful any more.', {label: 'Save', run: () => { this.#save(); }, action: 'align.save'});
  }

  /** @param {import('./sheet.js').View} view */
  async turn(view) {
    const {sheet} = this;
    if (!sheet) return;
    await this.editing.idle;
    const number = sheet.link(this.cursor?.link)?.number ?? 1;
    try {
      await sheet.open(view, number);
      const link = sheet.link(this.cursor?.link) ?? sheet.rows.find(row => row && waits(row)) ?? sheet.rows[view === 'text' ? number - 1 : 0];
      if (link) await this.stand(this.cursor?.link === link.id ? this.cursor : this.#startOf(link, this.cursor?.side ?? 0));
      if (view === 'doubtful' && !sheet.rows.length) this.querySelector('main')?.focus();
    } catch (failure) {
      complain(failure);
    }
  }

  /** @param {string} key */
  #step(key) {
    const {here, sheet} = this;
    if (!here || !sheet) return false;
    const {link, side, at} = here;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const to = side + (key === 'ArrowRight' ? 1 : -1);
      if (!link.sides[to]) return;
      const beside = link.sides[to][Math.min(at, link.sides[to].length - 1)];
      return void this.stand({link: link.id, side: to, sentence: beside?.id});
    }
    const by = key === 'ArrowDown' ? 1 : -1;
    const sentence = link.sides[side][at + by];
    if (sentence) return void this.stand({link: link.id, side, sentence: sentence.id});
    this.#rowAt(sheet.place(link.id) + by, by < 0);
  }

  /** @param {string} key */
  #leap(key) {
    const {sheet, cursor} = this;
    if (!sheet) return;
    const at = cursor ? sheet.place(cursor.link) : 0;
    const last = sheet.rows.length - 1;
    this.#rowAt({PageDown: Math.min(at + 10, last), PageUp: Math.max(at - 10, 0), Home: 0, End: last}[key] ?? at, false);
  }

  /** @param {number} at @param {boolean} fromBelow stands at the last sentence then */
  async #rowAt(at, fromBelow) {
    const {sheet} = this;
    if (!sheet || at < 0 || at >= sheet.rows.length) return;
    try {
      await sheet.ensure(at, 1);
    } catch (failure) {
      return complain(failure);
    }
    const link = sheet.rows[at];
    if (!link) return;
    const side = this.cursor?.side ?? 0;
    await this.stand({link: link.id, side, sentence: link.sides[side].at(fromBelow ? -1 : 0)?.id});
  }

  // What others do, in another tab or elsewhere.

  /** @param {{alignment: number, by?: string, deleted?: boolean}} event */
  async #changedElsewhere({alignment, by, deleted}) {
    if (alignment !== this.alignmentId || !this.sheet) return;
    await this.editing.idle;
    if (deleted) {
      this.sheet = undefined;
      this.missing = `${by || 'Somebody'} deleted this alignment.`;
      return;
    }
    try {
      const now = /** @type {Alignment} */ (await get(`/api/alignments/${alignment}`));
      await this.editing.idle;
      if (!this.sheet || now.version <= this.sheet.alignment.version) return;
      await this.take(now);
      tell(`${now.changedBy || by || 'Somebody'} changed this alignment; it is shown as it is now.`);
    } catch (failure) {
      complain(failure);
    }
  }

  /** Shows what stands there now. @param {Alignment} alignment */
  async take(alignment) {
    const {sheet} = this;
    if (!sheet) return;
    sheet.alignment = alignment;
    await sheet.open(sheet.view, sheet.link(this.cursor?.link)?.number ?? this.place + 1);
    await this.hold();
  }

  // Out of here.

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'maintainer');
  }

  async #save() {
    const {sheet} = this;
    if (!sheet || this.cut) return;
    if (!this.may) return void tell('Maintainers save into memories; ask one of them, or take it along as TMX.', {label: 'Export', run: () => { this.#export(); }, action: 'list.export'});
    await this.editing.idle;
    const saved = await saveAlignment(sheet.alignment, 'memory');
    if (!saved) return;
    sheet.alignment = saved.alignment;
    this.requestUpdate();
  }

  async #export() {
    const {sheet} = this;
    if (!sheet || this.cut) return;
    await this.editing.idle;
    const path = await saveAlignment(sheet.alignment, 'file');
    if (path) await download(path.path ?? '').catch(complain);
  }

  render() {
    const {sheet} = this;
    if (!sheet) {
      return html`${screenHeader(this.session, 'alignment')}<main tabindex="-1"><h1 class="hidden-visually">Alignment</h1>
        ${this.missing ? html`<section class="first"><h2>${this.missing}</h2><a class="button" href="/alignment">All alignments ${keyOf('align.leave')}</a></section>` : nothing}</main>
        <footer><span class="grow"></span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
    }
    const {alignment, view} = sheet;
    const {saved} = alignment;
    return html`
      ${screenHeader(this.session, 'alignment', html`
        <button aria-keyshortcuts=${shortcut('list.export')} @click=${() => this.#export()}>TMX ${keyOf('list.export')}</button>
        ${this.may ? html`<button class="primary" aria-keyshortcuts=${shortcut('align.save')} @click=${() => this.#save()}>Save into a memory ${keyOf('align.save')}</button>` : nothing}`)}
      <main tabindex="-1">
        <div class="bar-of"><a class="crumb" href="/alignment">Alignments</a><h1 title=${alignment.name} dir="auto">${alignment.name}</h1>
          <span class="counts"><span><b>${alignment.linked.toLocaleString('en')}</b> linked</span><span class=${alignment.doubtful ? 'warn' : ''}><b>${alignment.doubtful.toLocaleString('en')}</b> doubtful</span>
            <span><b>${alignment.open.toLocaleString('en')}</b> alone</span><span class="ok"><b>${alignment.accepted.toLocaleString('en')}</b> accepted</span></span>
          <span class="grow"></span>
          ${saved ? html`<span class="quiet small" title=${`by ${saved.by}`}>saved in ${saved.memory.name} ${moment(saved.at)}${saved.version < alignment.version ? ', changed since' : ''}</span>` : nothing}
          <button aria-keyshortcuts=${shortcut('align.acceptSure')} @click=${() => { this.editing.acceptSure(); }}>Accept the sure ones ${keyOf('align.acceptSure')}</button>
          <button aria-pressed=${view === 'doubtful' ? 'true' : 'false'} aria-keyshortcuts=${shortcut('align.doubtfulFirst')} @click=${() => this.turn(view === 'text' ? 'doubtful' : 'text')}>Doubtful first ${keyOf('align.doubtfulFirst')}</button>
          <button ?disabled=${!alignment.undo} aria-keyshortcuts=${shortcut('align.undo')} @click=${() => { this.editing.undo(); }}>Undo ${keyOf('align.undo')}</button></div>
        ${sheet.rows.length ? html`<link-list .sheet=${sheet} .revision=${sheet.revision} .cursor=${this.cursor} .cut=${this.cut}
          @wanted=${(/** @type {CustomEvent<{from: number, count: number}>} */ event) => { sheet.ensure(event.detail.from, event.detail.count).catch(complain); }}
          @cursor=${(/** @type {CustomEvent<Cursor>} */ event) => this.stand(event.detail, {pointed: true})}
          @cut-chosen=${(/** @type {CustomEvent<number>} */ event) => { this.editing.cut(event.detail); }}
          @cut-left=${() => { this.cut = undefined; this.hold(); }}></link-list>`
          : html`<p class="empty">Nothing is doubtful. <button @click=${() => this.turn('text')}>Show all in order of the text ${keyOf('align.doubtfulFirst')}</button></p>`}
        <span class="hidden-visually" role="status">${this.heard}</span>
      </main>
      <footer><span>${keyOf('align.accept')} accept</span><span>${keyOf('align.nextDoubtful')} next doubtful</span><span>${keyOf('align.join')} join</span><span>${keyOf('align.split')} split</span>
        <span>${keyOf('align.moveUp')} ${keyOf('align.moveDown')} move</span><span>${keyOf('align.unlink')} unlink</span><span>${keyOf('align.cutSentence')} split the sentence</span><span class="grow"></span>
        <span>${view === 'doubtful' ? `${sheet.rows.length.toLocaleString('en')} to be looked at` : counted(alignment.links, 'link')}</span>
        <span>${this.editing.pending ? 'saving …' : this.editing.failed ? html`<span class="bad">● not saved</span>` : html`<span class="ok">● Everything saved</span>`}</span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }
}
customElements.define('alignment-screen', AlignmentScreen);
export {AlignmentScreen};
