// @ts-check
import {css, html, nothing} from 'lit';
import {download, get, listen, post, put, query, remove} from '../api.js';
import {Address} from '../shared/address.js';
import {chooseSides} from '../shared/both-sides.js';
import {Component} from '../shared/component.js';
import {openDialog} from '../shared/dialog.js';
import {screenHeader} from '../shared/header.js';
import {keep, kept} from '../shared/kept.js';
import {bind, keyOf, shortcut} from '../shared/keys.js';
import {Paged} from '../shared/paged.js';
import {counted} from '../shared/report.js';
import {atLeast} from '../shared/roles.js';
import {complain, tell} from '../shared/told.js';
import {emptyRule, kinds, meant, nameOf} from './rules.js';
import {importRules} from './import-rules.js';
import {offers, showLearned} from './learned.js';
import './rule-form.js';
import './rule-list.js';
import './rule-view.js';
import './split-effect.js';

/** @typedef {import('./rules.js').Rule} Rule */
/** @typedef {import('./rule-list.js').Filter} Filter */

/** The desk's own rules of where sentences end: listed on the left, one read or written in the middle, its effect on a text on the right. */
class SplittingScreen extends Component {
  static properties = {session: {attribute: false}, filter: {state: true}, rule: {state: true}, editing: {state: true}, draft: {state: true}, wrong: {state: true}, saving: {state: true}, revision: {state: true}, offered: {state: true}};

  static look = css`
    splitting-screen .body { display: grid; grid-template-columns: 270px 340px minmax(0, 1fr); overflow: hidden; }
    splitting-screen .pane { padding: 16px 20px; overflow: auto; border-inline-start: 1px solid var(--line); background: var(--sheet); min-height: 0; }
    @media (min-width: 1700px) { splitting-screen .body { grid-template-columns: 340px 440px minmax(0, 1fr); } }
  `;

  constructor() {
    super();
    /** @type {import('../shared/types.js').Session} */
    this.session = /** @type {any} */ (undefined);
    this.address = new Address(this, () => this.#follow());
    /** @type {Filter} */
    this.filter = this.#read();
    /** @type {Rule|undefined} */
    this.rule = undefined;
    /** @type {Rule|undefined} what the form began with */
    this.editing = undefined;
    /** @type {Rule|undefined} what the form holds */
    this.draft = undefined;
    this.wrong = '';
    this.saving = '';
    this.revision = 0;
    /** how many models are offered that nobody has taken */
    this.offered = 0;
    /** @type {Paged<Rule>} */
    this.list = new Paged(this, (offset, signal) => get(`/api/splitting/rules${query({...this.filter, offset, limit: 100})}`, signal));
  }

  connectedCallback() {
    super.connectedCallback();
    this.unbind = bind({
      'list.new': () => this.#new(),
      'list.search': () => this.#listed()?.searchField?.focus(),
      'list.next': () => this.#step(1),
      'list.previous': () => this.#step(-1),
      'list.edit': () => this.#whileReading(rule => { this.#edit(rule); }),
      'list.open': (_digit, event) => (event.target instanceof HTMLAnchorElement && event.target.hasAttribute('aria-current') ? this.#whileReading(rule => { this.#edit(rule); }) : false),
      'list.delete': () => this.#whileReading(rule => { this.#delete(rule); }),
      'splitting.toggle': () => this.#whileReading(rule => { this.#toggle(rule); }),
      'splitting.earlier': () => this.#whileReading(rule => { this.#move(rule, -1); }),
      'splitting.later': () => this.#whileReading(rule => { this.#move(rule, 1); }),
      'splitting.leave': () => this.#leave(),
      'splitting.text': () => this.#effect()?.goToText(),
      'form.save': () => (this.editing ? this.#form()?.save() : false),
      'splitting.learned': () => { this.#learned(); },
      'list.import': () => { this.#import(); },
      'list.export': () => { this.#export(); },
    });
    this.deaf = listen('/api/events', {splitting: () => this.#changedElsewhere()}, () => this.#changedElsewhere());
    this.#load();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.unbind?.();
    this.deaf?.();
  }

  /** @returns {boolean} */
  get may() {
    return atLeast(this.session, 'maintainer');
  }

  /** @returns {import('./rule-list.js').RuleList|null} */
  #listed() {
    return this.querySelector('rule-list');
  }

  /** @returns {import('./rule-form.js').RuleForm|null} nothing while a rule is read */
  #form() {
    return this.querySelector('rule-form');
  }

  /** @returns {import('./split-effect.js').SplitEffect|null} */
  #effect() {
    return this.querySelector('split-effect');
  }

  // What is listed and what is shown.

  /** @returns {Filter} what the address says, else the language of the last time */
  #read() {
    const said = new URLSearchParams(location.search).has('language') || this.address.get('rule');
    return {search: this.address.get('search'), language: said ? this.address.get('language') : kept('splitting.language', 'en')};
  }

  async #load() {
    await this.list.restart();
    await this.#show(Number(this.address.get('rule')));
    // The page gives the focus to the screen as a whole; whoever has gone somewhere meanwhile stays there.
    if (document.activeElement === document.body || document.activeElement?.matches('main')) await this.#focusList();
    await this.#count();
  }

  /** Shows the rule that is asked for, else the first of the list. @param {number} id 0 for any */
  async #show(id) {
    const known = this.list.items.find(one => one.id === id);
    try {
      this.rule = known ?? (id ? await get(`/api/splitting/rules/${id}`) : this.list.items[0]);
    } catch (failure) {
      complain(failure);
      this.rule = this.list.items[0];
    }
    await this.#listed()?.updateComplete;
    this.#listed()?.current?.scrollIntoView({block: 'nearest'});
  }

  async #follow() {
    const filter = this.#read();
    if (JSON.stringify(filter) !== JSON.stringify(this.filter)) {
      this.filter = filter;
      await this.list.restart();
    }
    const wanted = Number(this.address.get('rule'));
    if (wanted !== (this.rule?.id ?? 0)) await this.#show(wanted);
  }

  /** @param {Partial<Filter>} change */
  async #filter(change) {
    this.filter = {...this.filter, ...change};
    if (change.language !== undefined) keep('splitting.language', change.language);
    this.address.set({...this.filter});
    await this.list.restart(change.search === undefined ? 0 : 100);
    // While somebody searches, the first hit is shown at once; while somebody writes, nothing is taken away.
    if (!this.editing && !this.list.items.some(one => one.id === this.rule?.id)) this.#choose(this.list.items[0]);
  }

  /** @param {Rule|undefined} rule */
  #choose(rule) {
    this.rule = rule;
    this.address.set({rule: rule?.id ?? ''});
  }

  /** @param {number} by */
  #step(by) {
    const focus = document.activeElement;
    const typing = focus === this.#listed()?.searchField;
    if (this.editing || !(typing || focus === document.body || focus?.matches('.rules a, main'))) return false;
    const {items} = this.list;
    const next = items[items.findIndex(one => one.id === this.rule?.id) + by];
    if (!next) return;
    this.#choose(next);
    if (typing) this.#show(next.id);
    else this.#focusList();
  }

  async #focusList() {
    await this.updateComplete;
    await this.#listed()?.updateComplete;
    const current = this.#listed()?.current;
    if (current) current.focus();
    else /** @type {HTMLElement|null} */ (this.querySelector('main'))?.focus();
  }

  /** Somebody changed a rule, perhaps this page. */
  async #changedElsewhere() {
    if (this.saving === 'saving') return;
    this.revision++;
    this.#count();
    if (this.list.items.length > 100) return;
    await this.list.restart(200);
    if (!this.editing && this.rule) this.rule = this.list.items.find(one => one.id === this.rule?.id) ?? this.rule;
  }

  // Writing.

  /** @param {(rule: Rule) => void} does */
  #whileReading(does) {
    if (!this.rule || this.editing || !this.may) return false;
    does(this.rule);
  }

  #new() {
    if (this.editing) return false;
    if (!this.may) return void tell('Maintainers write rules; ask one of them.');
    this.#open(emptyRule(this.filter.language || 'en'));
  }

  /** @param {Rule} rule */
  #edit(rule) {
    this.#open(rule);
  }

  /** @param {Rule} rule */
  #open(rule) {
    this.editing = rule;
    this.draft = rule;
    this.wrong = '';
  }

  #close() {
    this.editing = undefined;
    this.draft = undefined;
    this.wrong = '';
    this.#focusList();
  }

  /** Leaves the form; what was written can be had back. */
  #leave() {
    const form = this.#form();
    if (!this.editing || !form) return false;
    const {changed, draft} = form;
    const base = this.editing;
    this.#close();
    if (!changed) return;
    tell('Left without saving.', {label: 'Undo', run: async () => {
      this.#open(base);
      await this.updateComplete;
      const again = this.#form();
      await again?.updateComplete;
      if (again) again.draft = draft;
      this.draft = draft;
    }});
  }

  /**
   * Keeps a rule; when somebody was faster, a person decides.
   * @param {Rule} rule @returns {Promise<Rule|undefined>} nothing when it was not kept
   */
  async #put(rule) {
    this.saving = 'saving';
    try {
      const saved = rule.id ? await put(`/api/splitting/rules/${rule.id}`, rule) : await post('/api/splitting/rules', rule);
      this.saving = 'saved';
      this.revision++;
      return saved;
    } catch (failure) {
      this.saving = 'failed';
      const {status, current} = /** @type {import('../api.js').Problem} */ (failure);
      if (status === 409 && current) return this.#both(rule, current);
      if (this.editing) this.wrong = /** @type {Error} */ (failure).message;
      else complain(failure);
      return undefined;
    }
  }

  /** @param {Rule} mine @param {Rule} theirs */
  async #both(mine, theirs) {
    /** @param {Rule} rule */
    const said = rule => [nameOf(rule), kinds[rule.kind], rule.comment, rule.enabled ? 'in use' : 'off'].filter(Boolean).join('\n');
    const [side] = (await chooseSides({what: nameOf(theirs), who: theirs.changedBy, when: theirs.changedAt, parts: [{label: 'Rule', mine: said(mine), theirs: said(theirs), language: mine.language ?? undefined}]})) ?? [];
    if (side === 'mine') return this.#put({...mine, version: theirs.version});
    if (!side) return undefined;
    this.saving = '';
    return theirs;
  }

  /** @param {Rule[]} rules */
  async #save(rules) {
    const base = this.editing;
    if (!base) return;
    /** @type {Rule[]} */
    const saved = [];
    for (const rule of rules) {
      const one = await this.#put(rule);
      if (!one) break;
      saved.push(one);
    }
    if (!saved.length) return;
    if (saved.length < rules.length) {
      // What is not kept yet stays in the form.
      const form = this.#form();
      const left = rules.slice(saved.length).map(rule => rule.text).join('\n');
      if (form) form.draft = {...form.draft, text: left};
    } else {
      this.#close();
    }
    await this.list.restart();
    this.#choose(this.list.items.find(one => one.id === saved[0].id) ?? saved[0]);
    if (!this.editing) this.#focusList();
    const undo = base.id
      ? () => this.#put({...base, version: saved[0].version}).then(back => back && this.#came(back))
      : async () => { for (const one of saved) await this.#gone(one); };
    tell(saved.length > 1 ? `${counted(saved.length, 'rule')} are in use.` : `“${nameOf(saved[0])}” is saved.`, {label: 'Undo', run: undo});
  }

  /** @param {Rule} rule */
  #came(rule) {
    if (this.list.items.some(one => one.id === rule.id)) this.list.replace(one => one.id === rule.id, rule);
    else this.list.insert(rule);
    this.#choose(rule);
    this.#focusList();
  }

  /** @param {Rule} rule */
  async #toggle(rule) {
    const saved = await this.#put({...rule, enabled: !rule.enabled});
    if (!saved) return;
    this.#came(saved);
    tell(`“${nameOf(saved)}” is ${saved.enabled ? 'in use' : 'switched off'}.`, {label: 'Undo', run: async () => {
      const back = await this.#put({...rule, version: saved.version});
      if (back) this.#came(back);
    }});
  }

  /** @param {Rule} rule @returns {Promise<boolean>} */
  async #gone(rule) {
    try {
      this.saving = 'saving';
      await remove(`/api/splitting/rules/${rule.id}${query({version: rule.version})}`);
      this.saving = 'saved';
    } catch (failure) {
      this.saving = 'failed';
      const {current} = /** @type {import('../api.js').Problem} */ (failure);
      if (current) this.#came(current);
      complain(failure);
      return false;
    }
    this.revision++;
    const at = this.list.items.findIndex(one => one.id === rule.id);
    this.list.drop(one => one.id === rule.id);
    if (this.rule?.id === rule.id) this.#choose(this.list.items[at] ?? this.list.items[at - 1]);
    this.#focusList();
    return true;
  }

  /** @param {Rule} rule */
  async #delete(rule) {
    if (!(await this.#gone(rule))) return;
    tell(`“${nameOf(rule)}” is deleted.`, {label: 'Undo', run: async () => {
      const back = await this.#put({...rule, id: 0, version: 0});
      if (back) this.#came(back);
    }});
  }

  /** @param {Rule} rule @param {number} by */
  async #move(rule, by) {
    if (rule.kind === 'abbreviation') return;
    const exceptions = this.list.items.filter(one => one.kind !== 'abbreviation' && one.language === rule.language);
    const at = exceptions.findIndex(one => one.id === rule.id);
    const to = at + by;
    if (at < 0 || to < 0 || to >= exceptions.length) return;
    const before = by < 0 ? exceptions[to] : exceptions[to + 1];
    try {
      await post(`/api/splitting/rules/${rule.id}/move`, {version: rule.version, before: before?.id ?? null});
      this.revision++;
      await this.list.restart();
      this.#focusList();
    } catch (failure) {
      complain(failure);
    }
  }

  async #count() {
    try {
      this.offered = offers((await get('/api/splitting/models')).items);
    } catch (failure) {
      complain(failure);
    }
  }

  #learned() {
    return showLearned(this.may, () => {
      this.revision++;
      this.#count();
    });
  }

  // In and out.

  async #import() {
    if (!this.may) return tell('Maintainers import rules.');
    const ids = await importRules();
    if (!ids.length) return;
    await this.#reread();
    tell(`${counted(ids.length, 'rule')} came in.`, {label: 'Undo', run: async () => {
      try {
        const {removed, kept: left} = await post('/api/splitting/import/undo', {rules: ids});
        await this.#reread();
        tell(`${counted(removed, 'rule')} ${removed === 1 ? 'is' : 'are'} gone again${left ? `; ${counted(left, 'rule')} that somebody changed since stayed` : ''}.`);
      } catch (failure) {
        complain(failure);
      }
    }});
  }

  async #reread() {
    await this.list.restart();
    this.rule = this.list.items.find(one => one.id === this.rule?.id) ?? this.list.items[0];
    this.revision++;
  }

  #export() {
    openDialog('Export the rules', close => {
      const save = async (/** @type {boolean} */ bundled) => {
        close();
        try {
          await download(`/api/splitting/export${query({bundled})}`);
        } catch (failure) {
          complain(failure);
        }
      };
      return {
        body: html`<p class="quiet">SRX 2.0, as other programs read it. The desk’s rules alone, to keep or to bring to another desk; or with all that Dragoman brings, to split elsewhere as it is done here.</p>`,
        foot: html`<button class="primary" autofocus @click=${() => save(false)}>The desk’s rules</button><button @click=${() => save(true)}>With Dragoman’s</button>`,
      };
    });
  }

  /** What the right side shows: the change being written, or the chosen rule against its absence. */
  #change() {
    const {editing, draft, rule} = this;
    if (editing && draft) return {rules: JSON.stringify(draft) === JSON.stringify(editing) ? [] : meant(draft), names: ['Now', 'With this change'], turned: false};
    if (!rule) return {rules: [], names: ['Now', ''], turned: false};
    return rule.enabled
      ? {rules: [{...rule, enabled: false}], names: ['Without this rule', 'With it, now'], turned: true}
      : {rules: [{...rule, enabled: true}], names: ['Now', 'With this rule'], turned: false};
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    if (['editing', 'draft', 'rule'].some(name => changed.has(name))) {
      const change = this.#change();
      // The same change again asks for nothing anew.
      if (JSON.stringify(change) !== JSON.stringify(this.change)) this.change = change;
    }
  }

  render() {
    const {list, rule, editing, may, filter} = this;
    const shown = this.draft ?? rule;
    const {rules, names, turned} = this.change ?? this.#change();
    return html`
      ${screenHeader(this.session, 'splitting', html`
        <button aria-keyshortcuts=${shortcut('splitting.learned')} @click=${() => this.#learned()}>Learned${this.offered ? html` <span class="chip warn">${this.offered} offered</span>` : nothing} ${keyOf('splitting.learned')}</button>
        ${may ? html`<button aria-keyshortcuts=${shortcut('list.import')} @click=${() => this.#import()}>Import ${keyOf('list.import')}</button>` : nothing}
        <button aria-keyshortcuts=${shortcut('list.export')} @click=${() => this.#export()}>Export ${keyOf('list.export')}</button>
        ${may ? html`<button class="primary" aria-keyshortcuts=${shortcut('list.new')} @click=${() => this.#new()}>New rule ${keyOf('list.new')}</button>` : nothing}`)}
      <main class="body" tabindex="-1">
        <rule-list .list=${list} .items=${list.items} .failure=${list.failure} .filter=${filter} .chosen=${editing && !editing.id ? 0 : (rule?.id ?? 0)}
          @filter=${(/** @type {CustomEvent<Partial<Filter>>} */ event) => this.#filter(event.detail)} @step=${(/** @type {CustomEvent<number>} */ event) => this.#step(event.detail)}
          @choose=${(/** @type {CustomEvent<Rule>} */ event) => { if (editing) this.#leave(); this.#choose(event.detail); }} @enter=${() => this.#focusList()}></rule-list>
        <section class="pane" aria-label="Rule">${editing
          ? html`<rule-form .rule=${editing} .wrong=${this.wrong} ?busy=${this.saving === 'saving'} @draft=${(/** @type {CustomEvent<Rule>} */ event) => { this.draft = event.detail; }}
              @save=${(/** @type {CustomEvent<Rule[]>} */ event) => this.#save(event.detail)} @leave=${() => this.#leave()}></rule-form>`
          : rule
            ? html`<rule-view .rule=${rule} .may=${may} @edit=${() => this.#edit(rule)} @toggle=${() => this.#toggle(rule)} @delete=${() => this.#delete(rule)} @move=${(/** @type {CustomEvent<number>} */ event) => this.#move(rule, event.detail)}></rule-view>`
            : list.fresh ? nothing : this.#nothingYet()}</section>
        <split-effect .language=${shown?.language ?? (filter.language || 'en')} .rules=${rules} .names=${names} .turned=${turned} .revision=${this.revision}
          @judged=${(/** @type {CustomEvent<string>} */ event) => { if (this.editing) this.wrong = event.detail; }}></split-effect>
      </main>
      <footer><span role="status">${list.fresh ? '' : counted(list.total, 'rule') + (filter.search ? ' found' : '')}</span>
        <span>${keyOf('list.next')} ${keyOf('list.previous')} choose</span>${may ? html`<span>${keyOf('list.edit')} edit</span>` : nothing}<span>${keyOf('splitting.text')} text</span><span class="grow"></span>
        <span>${this.saving === 'saving' ? 'saving …' : this.saving === 'failed' ? html`<span class="bad">● not saved</span>` : html`<span class="ok">● Everything saved</span>`}</span><a href="/keys">${keyOf('keys')} keys</a></footer>`;
  }

  #nothingYet() {
    return html`<h2>The desk’s own rules</h2><p class="quiet">Dragoman knows where sentences end in many languages. What it does not know of your desk is written here: abbreviations first, exceptions where they are not enough. Each change shows at once what it does to a text.</p>
      ${this.may ? html`<button class="primary" @click=${() => this.#new()}>New rule ${keyOf('list.new')}</button>` : nothing}`;
  }
}
customElements.define('splitting-screen', SplittingScreen);
