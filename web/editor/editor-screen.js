// @ts-check
import {html, nothing} from 'lit';
import {Component} from '../shared/component.js';
import {connection, get} from '../api.js';
import {bind} from '../shared/keys.js';
import {fold, offerToFind} from '../shared/find-anything.js';
import {go} from '../shared/go.js';
import {languageName, nativeName} from '../shared/languages.js';
import {isEmpty, sameText} from '../shared/tagged-text.js';
import {complain, tell} from '../shared/told.js';
import {aside, mendable, preferred} from './aside.js';
import {openConcordance} from './concordance-dialog.js';
import {chooseSide} from './conflict-dialog.js';
import {openExport} from './export-dialog.js';
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
    /** @type {AbortController|undefined} */
    this.checking = undefined;
    this.choosing = false;
    /** @type {import('../shared/types.js').Origin|null|undefined} the match that is being taken */
    this.taking = undefined;
    /** @type {Finding|undefined} the finding that was gone to last */
    this.shown = undefined;
    this.again = () => this.requestUpdate();
    /** @type {ReturnType<typeof setTimeout>|undefined} */
    this.checkTimer = undefined;
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
      offerToFind(words => this.findRows(words)),
      bind({
        'editor.confirm': () => this.confirm(),
        'editor.unconfirm': () => this.unconfirm(),
        'editor.match': digit => this.take(this.help?.matches[digit - 1]),
        'editor.term': digit => this.insertTerm(this.help?.terms[digit - 1]),
        'editor.mend': () => this.mend(mendable(this.findings)),
        'editor.nextFinding': () => this.stepFinding(1),
        'editor.previousFinding': () => this.stepFinding(-1),
        'editor.copySource': () => this.replace(this.row?.source, null),
        'editor.clear': () => this.replace({plain: '', tags: []}, null),
        'editor.nextTag': () => { if (!this.editor?.nextTag()) tell('All tags of the source are here.'); },
        'editor.concordance': () => { this.concordance(); },
        'editor.nextRow': () => this.step(1),
        'editor.previousRow': () => this.step(-1),
        'editor.nextLanguage': () => this.stepLanguage(1),
        'editor.previousLanguage': () => this.stepLanguage(-1),
        'editor.export': () => { this.export(); },
      }),
    ];
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    connection.removeEventListener('lost', this.again);
    connection.removeEventListener('back', this.again);
    for (const undo of this.undo) undo();
    this.checking?.abort();
    clearTimeout(this.checkTimer);
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
      sheet.addEventListener('conflict', () => this.decide());
      sheet.addEventListener('refused', event => {
        const segment = /** @type {CustomEvent} */ (event).detail;
        complain(`Sentence ${sheet.row(segment)?.number} is not saved: ${sheet.outbox.failure(segment)}`);
      });
      sheet.addEventListener('help', () => this.readHelp());
      const recovered = await sheet.load();
      if (recovered) {
        this.rowChanged(this.active ?? -1);
        tell(recovered === 1 ? 'A sentence that was not saved before is taken up again.' : `${recovered} sentences that were not saved before are taken up again.`);
        this.decide();
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
    this.checking?.abort();
    clearTimeout(this.checkTimer);
    this.active = segment;
    this.help = undefined;
    this.shown = undefined;
    this.readHelp();
    sheet.stand(segment);
    // Coming back by the browser's own key, or loading again, finds the same row.
    history.replaceState({segment}, '');
    if (!this.list) await this.updateComplete;
    await this.list?.bring(segment, pointer !== undefined);
    const {editor, row} = this;
    if (!editor || !row || this.active !== segment) return;
    editor.begin(row, this.language, this.states);
    editor.show(this.findings);
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
        sheet.findings.set(active, help.findings);
        this.editor?.show(help.findings);
      } else this.check(0);
      const next = this.nextOpen(sheet.place(active));
      if (next) sheet.help(next.id).catch(failure => console.warn(failure.message));
    } catch (failure) {
      if (this.sheet === sheet) complain(failure);
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
      this.check(0);
    } else if (!this.sheet?.outbox.entry(segment)) this.editor.show(this.findings);
  }

  /** @param {CustomEvent<import('../shared/types.js').TaggedText>} event */
  written(event) {
    const {row, sheet} = this;
    if (!row || !sheet) return;
    if (sameText(event.detail, row.target) && !sheet.outbox.entry(row.id)) return;
    sheet.write(row.id, event.detail, 'draft', {origin: this.taking});
    this.check(CHECK_PAUSE);
  }

  /** Checks the active row. @param {number} pause milliseconds, in which more may be written */
  check(pause) {
    clearTimeout(this.checkTimer);
    this.checking?.abort();
    this.checkTimer = setTimeout(async () => {
      const {sheet, active, editor} = this;
      if (!sheet || active === undefined || !editor) return;
      const text = editor.text;
      const checking = new AbortController();
      this.checking = checking;
      try {
        const findings = isEmpty(text) ? [] : await sheet.check(active, text, checking.signal);
        if (isEmpty(text)) sheet.findings.delete(active);
        if (this.active === active && !checking.signal.aborted) this.editor?.show(findings);
        this.requestUpdate();
        this.list?.group(active)?.requestUpdate();
      } catch (failure) {
        if (!checking.signal.aborted && connection.online) complain(failure);
      }
    }, pause);
  }

  /** Confirms and goes to the next row that is not yet done. */
  confirm() {
    const {row, sheet, editor} = this;
    if (!row || !sheet || !editor) return;
    const target = editor.text;
    if (sheet.outbox.status(row.id) === 'conflict') {
      this.decide();
      return;
    }
    if (row.locked) tell(`Sentence ${row.number} is locked.`);
    else if (!target.plain.trim() && row.source.plain.trim()) return tell('There is nothing to confirm yet: the target is empty.');
    else if (!isDone(row) || sheet.outbox.entry(row.id)) sheet.write(row.id, target, isDone(row) ? row.state : 'translated', {now: true});
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

  /** @param {import('../shared/types.js').Match|undefined} match */
  take(match) {
    this.replace(match?.target, match && {unit: match.unit, score: match.score, kind: match.kind});
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
    if (!text || !this.editor) return;
    this.editor.insert(text);
    this.editor.focus();
  }

  /** @param {Finding|undefined} finding @param {string} [text] */
  mend(finding, text = finding?.offer ?? undefined) {
    if (!this.editor) return;
    if (finding && text !== undefined) this.editor.mend(finding, text);
    else if (this.findings.some(one => one.rule.startsWith('tag'))) this.editor.nextTag();
    this.editor.focus();
  }

  /** Goes to the next finding in this row, then in the others. @param {1|-1} way */
  stepFinding(way) {
    const {sheet, row, findings} = this;
    if (!sheet || !row) return;
    const at = findings.findIndex(one => one === this.shown);
    const next = findings[this.shown && at >= 0 ? at + way : way > 0 ? 0 : findings.length - 1];
    if (next && next !== this.shown) return this.showFinding(next);
    const place = sheet.place(row.id);
    const order = [...sheet.rows.keys()].map(i => (place + way * (i + 1) + sheet.rows.length * 2) % sheet.rows.length);
    const found = order.find(i => sheet.findings.get(sheet.rows[i].id)?.length);
    if (found === undefined) return tell('Nothing is found in what is written.');
    this.activate(sheet.rows[found].id).then(() => {
      const there = this.findings;
      this.showFinding(there[way > 0 ? 0 : there.length - 1]);
    });
  }

  /** @param {Finding} finding */
  showFinding(finding) {
    this.shown = finding;
    if (finding) this.editor?.select(finding);
  }

  /** @param {1|-1} way */
  step(way) {
    const rows = this.sheet?.rows ?? [];
    const next = rows[(this.sheet?.place(this.active ?? -1) ?? -1) + way];
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

  /** Has the writer choose where two wrote one sentence, one after the other. */
  async decide() {
    if (this.choosing || !this.sheet) return;
    this.choosing = true;
    const {sheet} = this;
    for (const segment of sheet.outbox.conflicts) {
      const conflict = sheet.outbox.conflict(segment);
      if (!conflict) continue;
      const side = await chooseSide(conflict, this.language);
      if (!side) continue;
      sheet.outbox.decide(segment, side);
      this.rowChanged(segment);
    }
    this.choosing = false;
    this.requestUpdate();
  }

  /** @param {string} words folded */
  findRows(words) {
    const found = [];
    for (const row of this.sheet?.rows ?? []) {
      const inTarget = folded(row.target).includes(words);
      if (!inTarget && !folded(row.source).includes(words) && String(row.number) !== words) continue;
      found.push({kind: `Sentence ${row.number}`, label: inTarget ? row.target?.plain ?? '' : row.source.plain, lang: inTarget ? this.language : this.sheet?.dispatch.source, run: () => { this.activate(row.id); }});
      if (found.length === 12) break;
    }
    return found;
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
    return html`<sentence-list class="rows" .sheet=${sheet} .active=${this.active} .terms=${this.help?.terms ?? none} .loaded=${sheet.rows.length}
      @target-changed=${this.written} @row-chosen=${(/** @type {CustomEvent} */ event) => this.activate(event.detail.segment, event.detail)}></sentence-list>`;
  }

  render() {
    const {sheet, language, session} = this;
    return html`${head({sheet, language, session, exports: () => this.export()})}
      <main>${this.renderRows()}
        <aside dir="ltr" tabindex="0" aria-label="Help with this sentence">${sheet && this.active !== undefined ? aside({help: this.help, findings: this.findings, language, source: sheet.dispatch.source,
          doing: {take: match => this.take(match), insert: (term, text) => this.insertTerm(term, text), mend: (finding, text) => this.mend(finding, text), show: finding => this.showFinding(finding)}}) : nothing}</aside></main>
      ${foot({sheet, decide: () => this.decide()})}`;
  }
}

/** @type {WeakMap<import('../shared/types.js').TaggedText, string>} */
const foldings = new WeakMap();

/** @param {import('../shared/types.js').TaggedText|null} text */
function folded(text) {
  if (!text) return '';
  const known = foldings.get(text) ?? fold(text.plain);
  foldings.set(text, known);
  return known;
}

customElements.define('editor-screen', EditorScreen);
