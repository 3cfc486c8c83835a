// @ts-check
import {html, nothing} from 'lit';
import {Component} from '../shared/component.js';
import {connection, get} from '../api.js';
import {bind} from '../shared/keys.js';
import {offerToFind} from '../shared/find-anything.js';
import {go} from '../shared/go.js';
import {languageName, nativeName} from '../shared/languages.js';
import {isEmpty, sameText} from '../shared/tagged-text.js';
import {complain, tell} from '../shared/told.js';
import {aside, preferred} from './aside.js';
import {Accepting} from './accepting.js';
import {Checking} from './checking.js';
import {openConcordance} from './concordance-dialog.js';
import {Cutting} from './cutting.js';
import {Deciding} from './deciding.js';
import {openExport} from './export-dialog.js';
import {findRows} from './find-rows.js';
import {foot, head} from './frame.js';
import {look} from './look.js';
import {isDone, Sheet} from './sheet.js';
import {none} from './row-group.js';
import './sentence-list.js';
import './target-editor.js';

/**
 * @typedef {import('../shared/types.js').Row} Row
 * @typedef {import('../shared/types.js').Help} Help
 * @typedef {import('../shared/types.js').Finding} Finding
 */

const CHECK_PAUSE = 350;
const PRESENCE = 20000;

/** The screen where a dispatch is translated into one language. */
class EditorScreen extends Component {
  static properties = {session: {attribute: false}, dispatchId: {attribute: false}, language: {attribute: false}, sheet: {state: true}, active: {state: true}, help: {state: true}, broken: {state: true}};

  static look = look;

  constructor() {
    super();
    this.session = /** @type {import('../shared/types.js').Session} */ (/** @type {unknown} */ (undefined));
    this.dispatchId = 0;
    this.language = '';
    /** @type {Sheet|undefined} */
    this.sheet = undefined;
    /** @type {number|undefined} the active segment */
    this.active = undefined;
    /** @type {Help|undefined} */
    this.help = undefined;
    this.broken = '';
    /** @type {Map<number, any>} */
    this.states = new Map();
    /** @type {Array<() => void>} */
    this.undo = [];
    this.checking = new Checking(this);
    this.accepting = new Accepting(this);
    this.cutting = new Cutting(this);
    this.deciding = new Deciding(this);
    /** Done when the rows that became others are shown. @type {Promise<void>} */
    this.rearranging = Promise.resolve();
    /** @type {number|undefined} the segment whose missing tags were said when it was to be confirmed */
    this.warned = undefined;
    /** @type {import('../shared/types.js').Origin|null|undefined} the match that is being taken */
    this.taking = undefined;
    this.again = () => this.requestUpdate();
  }

  connectedCallback() {
    super.connectedCallback();
    connection.addEventListener('lost', this.again);
    connection.addEventListener('back', this.again);
    const presence = setInterval(() => {
      if (this.active !== undefined && !document.hidden) this.sheet?.stand(this.active);
      this.requestUpdate();
    }, PRESENCE);
    this.undo = [
      () => clearInterval(presence),
      this.accepting.watch(),
      offerToFind(words => this.sheet ? findRows(this.sheet, words, segment => { this.activate(segment); }) : []),
      bind({
        'editor.confirm': () => { this.confirm(); },
        'editor.unconfirm': () => this.unconfirm(),
        'editor.match': digit => { this.helped(help => this.take(help.matches[digit - 1])); },
        'editor.matchOther': digit => { this.helped(help => this.take(help.matches[digit - 1], true)); },
        'editor.piece': digit => { this.helped(help => this.insertText(help.pieces[digit - 1]?.text)); },
        'editor.term': digit => { this.helped(help => this.insertTerm(help.terms[digit - 1])); },
        'editor.mend': () => { this.checking.mendFirst(); },
        'editor.nextFinding': () => { this.checking.step(1); },
        'editor.previousFinding': () => { this.checking.step(-1); },
        'editor.copySource': () => this.replace(this.row?.source, null),
        'editor.clear': () => this.replace({plain: '', tags: []}, null),
        'editor.nextTag': () => { if (!this.editor?.nextTag()) tell('All tags of the source are here.'); },
        'editor.concordance': () => { this.concordance(); },
        'editor.nextRow': () => this.step(1),
        'editor.previousRow': () => this.step(-1),
        'editor.nextLanguage': () => this.stepLanguage(1),
        'editor.previousLanguage': () => this.stepLanguage(-1),
        'editor.join': () => { this.cutting.join(); },
        'editor.split': () => { this.cutting.begin(); },
        'editor.undoCut': () => { this.cutting.undo(); },
        'editor.makeRule': () => { this.cutting.makeRule(); },
        'editor.propose': () => { this.accepting.propose(); },
        'editor.accept': () => { this.accepting.accept(); },
        'editor.export': () => { this.export(); },
      }),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    connection.removeEventListener('lost', this.again);
    connection.removeEventListener('back', this.again);
    for (const undo of this.undo) undo();
    this.checking.stop();
    this.sheet?.close();
    this.sheet = undefined;
  }

  /** @param {import('lit').PropertyValues} changed */
  willUpdate(changed) {
    if (changed.has('dispatchId') || changed.has('language')) this.open();
  }

  /** Opens the dispatch in the language that the address names, at the sentence where the last language was. */
  async open() {
    const place = this.sheet?.place(this.active ?? -1) ?? -1;
    const same = this.sheet?.dispatch.id === this.dispatchId;
    this.sheet?.close();
    this.sheet = undefined;
    this.active = undefined;
    this.help = undefined;
    this.broken = '';
    this.states = new Map();
    const {dispatchId, language} = this;
    try {
      const dispatch = await get(`/api/dispatches/${dispatchId}`);
      if (dispatchId !== this.dispatchId || language !== this.language || !this.isConnected) return;
      if (!dispatch.targets.some((/** @type {any} */ one) => one.language === language)) {
        throw new Error(`${dispatch.title || dispatch.slug} is not translated into ${languageName(language)}.`);
      }
      const sheet = new Sheet(dispatch, language, this.session.person);
      this.sheet = sheet;
      document.title = `${dispatch.title || dispatch.slug} · ${nativeName(language)} · Dragoman`;
      sheet.addEventListener('change', () => {
        this.requestUpdate();
        if (this.active === undefined && sheet.rows.length) {
          const kept = sheet.row(history.state?.segment) ?? sheet.rows[same ? place : -1];
          if (kept || sheet.loaded || !history.state?.segment) this.activate((kept ?? sheet.rows.find(row => !isDone(row)) ?? sheet.rows[0]).id);
        }
      });
      sheet.addEventListener('row', event => this.rowChanged(/** @type {CustomEvent} */ (event).detail));
      sheet.addEventListener('rearranged', event => { this.rearranging = this.cutting.rearranged(/** @type {CustomEvent} */ (event).detail); });
      sheet.addEventListener('orphan', () => this.deciding.decide());
      sheet.addEventListener('conflict', () => this.deciding.decide());
      sheet.addEventListener('refused', event => {
        const segment = /** @type {CustomEvent} */ (event).detail;
        // Of a sentence that is no more the rows tell when they are read again.
        if (sheet.outbox.failure(segment).startsWith('This sentence was joined')) sheet.reread().catch(failure => console.warn(failure.message));
        else complain(`Sentence ${sheet.row(segment)?.number} is not saved: ${sheet.outbox.failure(segment)}`);
      });
      sheet.addEventListener('help', () => this.readHelp());
      const recovered = await sheet.load();
      if (recovered) {
        this.rowChanged(this.active ?? -1);
        tell(recovered === 1 ? 'A sentence that was not saved before is taken up again.' : `${recovered} sentences that were not saved before are taken up again.`);
        this.deciding.decide();
      }
    } catch (failure) {
      if (failure instanceof DOMException && failure.name === 'AbortError') return;
      if (dispatchId === this.dispatchId && language === this.language) this.broken = /** @type {Error} */ (failure).message;
    }
  }

  get row() {
    return this.active === undefined ? undefined : this.sheet?.row(this.active);
  }

  /** @returns {Finding[]} of the active row */
  get findings() {
    return (this.active !== undefined && this.sheet?.findings.get(this.active)) || [];
  }

  get list() {
    return /** @type {import('./sentence-list.js').SentenceList|null} */ (this.querySelector('sentence-list'));
  }

  get editor() {
    return this.list?.row(this.active)?.editor;
  }

  /** @param {number} segment becomes the active one @param {{x: number, y: number}} [pointer] */
  async activate(segment, pointer) {
    const {sheet} = this;
    if (!sheet?.row(segment)) return;
    if (this.active === segment) return this.editor?.focus();
    if (this.active !== undefined) sheet.outbox.flush(this.active);
    this.checking.stop();
    this.cutting.drop();
    this.active = segment;
    this.help = undefined;
    this.readHelp();
    sheet.stand(segment);
    // Coming back by the browser's own key, or loading again, finds the same row.
    history.replaceState({segment}, '');
    if (!this.list) await this.updateComplete;
    await this.list?.bring(segment, pointer !== undefined);
    const {editor, row} = this;
    if (!editor || !row || this.active !== segment) return;
    editor.begin(row, this.language, this.states);
    editor.show(this.findings.filter(one => !one.accepted));
    editor.focus();
    if (pointer) editor.pointAt(pointer.x, pointer.y);
  }

  /** Asks for what the memory and the glossary offer for the active row, and ahead for the next. */
  async readHelp() {
    const {sheet, active} = this;
    if (!sheet || active === undefined) return;
    try {
      const help = await sheet.help(active);
      if (this.active !== active || this.sheet !== sheet) return;
      this.help = help;
      if (!sheet.outbox.entry(active)) {
        // That nothing is written yet is seen; it becomes a finding when it is given out.
        const findings = isEmpty(sheet.row(active)?.target) ? [] : help.findings;
        sheet.findings.set(active, findings);
        this.editor?.show(findings.filter(one => !one.accepted));
      } else this.checking.soon(0);
      const next = this.nextOpen(sheet.place(active));
      if (next) sheet.help(next.id).catch(failure => console.warn(failure.message));
    } catch (failure) {
      if (this.sheet === sheet) complain(failure);
    }
  }

  /**
   * Does something with what is offered; a key that is quicker than the server waits for it, unless its row is left meanwhile.
   * @param {(help: Help) => void} doing
   */
  async helped(doing) {
    const {sheet, active} = this;
    if (!sheet || active === undefined) return;
    try {
      const help = await sheet.help(active);
      if (this.sheet === sheet && this.active === active) doing(help);
    } catch (failure) {
      console.warn('What is offered did not come; the screen says so where it asked for it.', failure);
    }
  }

  /** @param {number} segment a row that became another, here or elsewhere */
  rowChanged(segment) {
    this.requestUpdate();
    this.list?.group(segment)?.requestUpdate();
    const row = this.sheet?.row(segment);
    if (!row || segment !== this.active || !this.editor) return;
    if (!this.sheet?.outbox.entry(segment) && !sameText(this.editor.text, row.target)) {
      this.editor.replace(row.target ?? {plain: '', tags: []}, {server: true});
      this.checking.soon(0);
    } else if (!this.sheet?.outbox.entry(segment)) this.editor.show(this.findings.filter(one => !one.accepted));
  }

  /** @param {CustomEvent<import('../shared/types.js').TaggedText>} event */
  written(event) {
    const {row, sheet} = this;
    if (!row || !sheet) return;
    if (sameText(event.detail, row.target) && !sheet.outbox.entry(row.id)) return;
    this.warned = undefined;
    sheet.write(row.id, event.detail, 'draft', {origin: this.taking});
    this.checking.soon(CHECK_PAUSE);
  }

  /** Confirms and goes to the next row that is not yet done. */
  confirm() {
    const {row, sheet, editor} = this;
    if (!row || !sheet || !editor) return;
    const target = editor.text;
    if (sheet.outbox.status(row.id) === 'conflict') {
      this.deciding.decide();
      return;
    }
    if (row.locked) tell(`Sentence ${row.number} is locked.`);
    else if (!target.plain.trim() && row.source.plain.trim()) return tell('There is nothing to confirm yet: the target is empty.');
    else if (!isDone(row) && this.warned !== row.id && editor.missingTags) {
      this.warned = row.id;
      return tell(`${editor.missingTags === 1 ? 'A tag of the source is' : `${editor.missingTags} tags of the source are`} missing: F9 inserts the next one, Ctrl+Enter again confirms without.`);
    } else if (!isDone(row) || sheet.outbox.entry(row.id)) sheet.write(row.id, target, isDone(row) ? row.state : 'translated', {now: true});
    const next = this.nextOpen(sheet.place(row.id));
    if (next) this.activate(next.id);
    else if (sheet.rows.length === sheet.total) tell(`Every sentence is confirmed in ${languageName(this.language)}.`, {label: 'Export', run: () => this.export()});
  }

  unconfirm() {
    const {row, sheet, editor} = this;
    if (!row || !sheet || !editor || !isDone(row)) return;
    sheet.write(row.id, editor.text, 'draft', {now: true});
  }

  /** @param {number} place @returns {Row|undefined} the next row not yet done, around the end */
  nextOpen(place) {
    const rows = this.sheet?.rows ?? [];
    const open = (/** @type {Row} */ row) => !isDone(row) && !row.locked;
    return rows.find((row, i) => i > place && open(row)) ?? rows.find((row, i) => i < place && open(row));
  }

  /**
   * Takes a match: mended where that is certain, else as it was.
   * @param {import('../shared/types.js').Match|undefined} match @param {boolean} [other] the other of both
   */
  take(match, other = false) {
    const mended = match?.repaired && match.repaired.certain !== other ? match.repaired.text : match?.target;
    this.replace(mended, match && {unit: match.unit, score: match.score, kind: match.kind});
  }

  /**
   * Writes over the whole target.
   * @param {import('../shared/types.js').TaggedText|undefined} text @param {import('../shared/types.js').Origin|null|undefined} origin null: from no match
   */
  replace(text, origin) {
    if (!text || !this.editor) return;
    this.taking = origin;
    this.editor.replace(text);
    this.taking = undefined;
    this.editor.focus();
  }

  /** @param {import('../shared/types.js').TermHelp|undefined} term @param {string} [text] */
  insertTerm(term, text = term && preferred(term)) {
    this.insertText(text);
  }

  /** @param {string|undefined} text where the cursor stands */
  insertText(text) {
    if (!text || !this.editor) return;
    this.editor.insert(text);
    this.editor.focus();
  }

  /** @param {1|-1} way */
  step(way) {
    const next = this.sheet?.rows[this.sheet.place(this.active ?? -1) + way];
    if (next) this.activate(next.id);
  }

  /** @param {1|-1} way */
  stepLanguage(way) {
    const targets = this.sheet?.dispatch.targets ?? [];
    const at = targets.findIndex(one => one.language === this.language);
    if (targets.length > 1) go(`/dispatches/${this.dispatchId}/${targets[(at + way + targets.length) % targets.length].language}`);
  }

  async concordance() {
    const {sheet, editor} = this;
    if (!sheet) return;
    const selection = getSelection();
    const inSource = selection && !selection.isCollapsed && selection.anchorNode?.parentElement?.closest('segment-row .source');
    const side = !inSource && editor?.selected ? 'target' : 'source';
    const words = inSource ? String(selection).trim() : editor?.selected.trim() ?? '';
    const text = await openConcordance({words, side, source: sheet.dispatch.source, target: this.language});
    if (text) this.editor?.insert(text);
    this.editor?.focus();
  }

  async export() {
    if (!this.sheet) return;
    this.sheet.outbox.flush();
    await openExport(this.sheet.dispatch, this.language);
    this.editor?.focus();
  }

  /** @param {import('lit').PropertyValues} changed */
  updated(changed) {
    if (changed.has('sheet')) this.querySelector('.tabs [aria-current]')?.scrollIntoView({inline: 'nearest', block: 'nearest'});
  }

  renderRows() {
    const {sheet} = this;
    if (this.broken) return html`<section class="rows" tabindex="-1"><p class="empty">${this.broken}<br><br><a class="button" href="/dispatches">Dispatches</a></p></section>`;
    if (!sheet) return html`<section class="rows" tabindex="-1"></section>`;
    if (sheet.loaded && !sheet.rows.length) return html`<section class="rows" tabindex="-1"><p class="empty">This dispatch has no sentence to translate.</p></section>`;
    return html`<sentence-list class="rows" .sheet=${sheet} .active=${this.active} .terms=${this.help?.terms ?? none} .cut=${this.cutting.cut} .loaded=${sheet.rows.length}
      @target-changed=${this.written} @cut-chosen=${(/** @type {CustomEvent} */ event) => { this.cutting.choose(event.detail); }} @cut-left=${() => { this.cutting.escape(); }}
      @row-chosen=${(/** @type {CustomEvent} */ event) => this.activate(event.detail.segment, event.detail)}></sentence-list>`;
  }

  render() {
    const {sheet, language, session} = this;
    return html`${head({sheet, language, session, exports: () => this.export()})}
      <main>${this.renderRows()}
        <aside dir="ltr" tabindex="0" aria-label="Help with this sentence">${sheet && this.active !== undefined ? aside({help: this.help, findings: this.findings, language, source: sheet.dispatch.source,
          doing: {take: (match, other) => this.take(match, other), insert: (term, text) => this.insertTerm(term, text), piece: text => this.insertText(text), mend: (finding, text) => { this.checking.mend(finding, text); }, show: finding => this.checking.show(finding), accepting: this.accepting}}) : nothing}</aside></main>
      ${foot({sheet, decide: () => this.deciding.decide()})}`;
  }
}

customElements.define('editor-screen', EditorScreen);
export {EditorScreen};
