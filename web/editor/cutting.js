// @ts-check
import {post, remove} from '../api.js';
import {likelyPlace} from '../shared/cut-places.js';
import {go} from '../shared/go.js';
import {languageName} from '../shared/languages.js';
import {atLeast} from '../shared/roles.js';
import {isEmpty} from '../shared/tagged-text.js';
import {complain, tell} from '../shared/told.js';

/**
 * @typedef {import('../shared/types.js').Row} Row
 * @typedef {import('../shared/types.js').RuleSuggestion} RuleSuggestion
 * @typedef {{segment: number, side: 'source'|'target', at: number, sourceAt: number}} Cut where the active sentence is being cut
 */

/**
 * Joining a sentence with the next, splitting it, taking that back, and making it a rule of the desk. Whatever happens, the
 * focus is in the text again.
 */
export class Cutting {
  /** @type {Cut|undefined} what is being chosen */
  cut = undefined;
  #busy = false;
  /** @type {{example: number, kind: 'join'|'split', rule: RuleSuggestion|null, noRule: string|null}|undefined} */
  #last;
  /** Takes away what was told of the last join or split. */
  #untell = () => {};

  /** @param {import('./editor-screen.js').EditorScreen} screen */
  constructor(screen) {
    this.screen = screen;
  }

  /** Joins the active sentence with the next one. */
  async join() {
    const {sheet, row} = this.screen;
    if (!sheet || !row) return;
    const next = sheet.rows[sheet.place(row.id) + 1];
    if (!next || next.paragraph !== row.paragraph) return tell(`Sentence ${row.number} ends its paragraph; only sentences of one paragraph can be joined.`);
    this.leave();
    await this.#do([row.id, next.id], async () => this.#made(
      await post(this.#path(row.id, 'join'), {language: sheet.language, version: row.sourceVersion, next: next.id, nextVersion: next.sourceVersion}),
      `Sentences ${row.number} and ${next.number} are one now.`));
  }

  /** Has the place chosen where the active sentence is cut. */
  begin() {
    const {sheet, row} = this.screen;
    if (!sheet || !row) return;
    const at = likelyPlace(row.source.plain, sheet.dispatch.source);
    if (at === undefined) return tell(`Sentence ${row.number} has one word; there is nothing to split.`);
    this.#show({segment: row.id, side: 'source', at, sourceAt: at});
  }

  /** Back to the text, without a cut. */
  leave() {
    if (!this.cut) return;
    this.#show(undefined);
    this.screen.updateComplete.then(() => this.screen.editor?.focus());
  }

  /** The row is left. */
  drop() {
    if (this.cut) this.#show(undefined);
  }

  /** The place in the source is chosen, then that in the target, if it has text. @param {number} at */
  choose(at) {
    const {sheet, row} = this.screen;
    const {cut} = this;
    if (!sheet || !row || !cut) return;
    if (cut.side === 'target') return this.#split(row, cut.sourceAt, at);
    const target = this.screen.editor?.text ?? row.target;
    const targetAt = isEmpty(target) ? undefined : likelyPlace(target?.plain ?? '', sheet.language, at / row.source.plain.length);
    if (targetAt === undefined) return this.#split(row, at, undefined);
    this.#show({segment: row.id, side: 'target', at: targetAt, sourceAt: at});
  }

  /** Escape: out of the source nothing is cut; out of the target all of it stays with the first part. */
  escape() {
    const {row} = this.screen;
    if (row && this.cut?.side === 'target') return this.#split(row, this.cut.sourceAt, undefined);
    this.leave();
  }

  /** @param {Row} row @param {number} at @param {number|undefined} targetAt */
  async #split(row, at, targetAt) {
    this.leave();
    await this.#do([row.id], async () => this.#made(
      await post(this.#path(row.id, 'split'), {language: this.screen.language, version: row.sourceVersion, at, targetAt}),
      `Sentence ${row.number} is two now.`));
  }

  /** Takes the last join or split back. */
  async undo() {
    const last = this.#last;
    if (!last) return tell('Nothing was joined or split here that could be undone.');
    const {sheet} = this.screen;
    if (!sheet) return;
    await this.#do(sheet.outbox.pending, async () => {
      const {rows} = await post(`/api/dispatches/${sheet.dispatch.id}/splitting/${last.example}/undo`, {language: sheet.language});
      this.#last = undefined;
      this.#untell();
      tell(last.kind === 'join' ? 'They are two sentences again, as they were.' : 'It is one sentence again, as it was.');
      return rows;
    });
  }

  /** Makes a rule of the desk of the last join or split. */
  async makeRule() {
    const {rule, noRule} = this.#last ?? {};
    if (noRule && this.#mayRule) return tell(`No rule is made of it. ${noRule}`);
    if (!rule || !this.#mayRule) return tell('There is no join or split here to make a rule of.');
    try {
      const made = await post('/api/splitting/rules', {language: rule.language, kind: rule.kind, before: rule.before, after: rule.after, comment: rule.example, enabled: true});
      this.#untell();
      this.#untell = tell(`A rule for all texts in ${languageName(rule.language)} now: ${rule.kind === 'hold' ? 'no sentence ends' : 'a sentence ends'} between ${rule.before} and ${rule.after}`, [
        {label: 'Undo', run: () => { this.#unmakeRule(made); }}, {label: 'See the rules', run: () => go('/splitting')}]);
    } catch (failure) {
      complain(failure);
    }
    this.screen.editor?.focus();
  }

  /** @param {{id: number, version: number}} rule */
  async #unmakeRule(rule) {
    try {
      await remove(`/api/splitting/rules/${rule.id}?version=${rule.version}`);
      tell('The rule is taken back; the sentences stay as they are.');
    } catch (failure) {
      complain(failure);
    }
    this.screen.editor?.focus();
  }

  /**
   * Sentences were joined or split, here or elsewhere: the cursor stays in its sentence, or goes to the one that took its place.
   * @param {{changed: Set<number>, before: Map<number, number>}} what sentences that are new or others, and where each was
   */
  async rearranged({changed, before}) {
    const {screen} = this;
    const {sheet, active} = screen;
    for (const segment of changed) screen.states.delete(segment);
    if (!sheet || active === undefined) return;
    const focused = document.activeElement === document.body || screen.contains(document.activeElement);
    if (changed.has(active) || !screen.row) this.drop();
    screen.requestUpdate();
    await screen.updateComplete;
    const {list, row} = screen;
    list?.requestUpdate();
    for (const group of list?.groups ?? []) group.requestUpdate();
    await list?.updateComplete;
    if (!row) {
      screen.active = undefined;
      const near = sheet.rows[Math.min(Math.max(0, (before.get(active) ?? 0) - 1), sheet.rows.length - 1)];
      if (near) await screen.activate(near.id);
      return;
    }
    await list?.group(active)?.updateComplete;
    const {editor} = screen;
    if (!editor || editor.begun && !changed.has(active)) return;
    editor.begin(row, screen.language, screen.states);
    if (focused) editor.focus();
    screen.help = undefined;
    screen.readHelp();
  }

  get #mayRule() {
    return atLeast(this.screen.session, 'maintainer');
  }

  /** @param {{example: number, kind: 'join'|'split', rows: Row[], rule: RuleSuggestion|null, noRule: string|null, drafts: string[], whole: string[]}} made @param {string} text @returns {Row[]} */
  #made({example, kind, rows, rule, noRule, drafts, whole}, text) {
    this.#last = {example, kind, rule, noRule};
    this.#untell();
    const then = [drafts.length ? `What was confirmed is a draft in ${named(drafts)}.` : '', whole.length ? `The whole translation stays with the first part in ${named(whole)}.` : ''];
    this.#untell = tell([text, ...then].filter(Boolean).join(' '), [{label: 'Undo', action: 'editor.undoCut', run: () => { this.undo(); }},
      ...(rule && this.#mayRule ? [{label: 'Make it a rule', action: 'editor.makeRule', run: () => { this.makeRule(); }}] : [])]);
    return rows;
  }

  /**
   * Does something to sentences once what is written in them is saved, and goes to the first of what came of it.
   * @param {number[]} segments @param {() => Promise<Row[]>} work
   */
  async #do(segments, work) {
    const {sheet} = this.screen;
    if (!sheet || this.#busy) return;
    this.#busy = true;
    try {
      if (!(await sheet.outbox.settled(segments))) {
        tell('What is written in these sentences is not saved yet; once it is, they can be cut.');
        return;
      }
      const [row] = await work();
      await sheet.reread();
      await this.screen.rearranging;
      if (this.screen.sheet === sheet && row) await this.screen.activate(row.id);
    } catch (failure) {
      complain(failure);
      if (/** @type {any} */ (failure).status) await sheet.reread().catch(again => console.warn(again.message));
    } finally {
      this.#busy = false;
      this.screen.editor?.focus();
    }
  }

  /** @param {Cut|undefined} cut */
  #show(cut) {
    this.cut = cut;
    this.screen.requestUpdate();
  }

  /** @param {number} segment @param {string} what */
  #path(segment, what) {
    return `/api/dispatches/${this.screen.sheet?.dispatch.id}/segments/${segment}/${what}`;
  }
}

/** @param {string[]} tags */
function named(tags) {
  return new Intl.ListFormat('en').format(tags.map(tag => languageName(tag)));
}
