// @ts-check
import {likelyPlace} from '../shared/cut-places.js';
import {counted} from '../shared/report.js';
import {complain, tell} from '../shared/told.js';
import {THRESHOLD, waits} from './confidence.js';
import {isLinked, join, moveDown, moveUp, split, unlink} from './edits.js';

/**
 * @typedef {import('./types.js').Link} Link
 * @typedef {import('./types.js').Edit} Edit
 * @typedef {import('./types.js').Edited} Edited
 * @typedef {{link: Link, side: number, at: number, sentence: import('./types.js').Sentence|undefined}} Here the link that has the keyboard, the side, the place in it
 */

/** @type {Record<string, string>} */
const undone = {edit: 'The links are as before.', split: 'The sentence is whole again.', join: 'The sentences are two again.', accept: 'It is not accepted any more.'};

/**
 * What the keys do to links. One change after the other, however fast somebody types: each is made of what stands there when
 * its turn comes.
 */
export class Editing {
  /** How many changes are on their way. */
  pending = 0;
  failed = false;
  /** @type {Promise<void>} */
  #last = Promise.resolve();

  /** @param {import('./alignment-screen.js').AlignmentScreen} screen */
  constructor(screen) {
    this.screen = screen;
  }

  /** Resolves when nothing is on its way. */
  get idle() {
    return this.#last;
  }

  /**
   * @param {string} what as a sentence calls it: “the join”
   * @param {(here: Here|undefined) => Promise<void>} does
   */
  #queue(what, does) {
    this.pending++;
    this.screen.requestUpdate();
    this.#last = this.#last.then(() => this.#run(what, does));
    return this.#last;
  }

  /** @param {string} what @param {(here: Here|undefined) => Promise<void>} does */
  async #run(what, does) {
    try {
      await does(this.screen.here);
      this.failed = false;
    } catch (failure) {
      const {status, current} = /** @type {import('../api.js').Problem} */ (failure);
      if (status === 409 && current) {
        complain(`${current.changedBy || 'Somebody'} changed this alignment meanwhile, so ${what} was not done. What stands here now is theirs; look, and do it again if it is still wanted.`);
        await this.screen.take(current);
      } else {
        this.failed = true;
        complain(failure);
      }
    } finally {
      this.pending--;
      this.screen.requestUpdate();
    }
  }

  /**
   * Exchanges links and stays with a sentence.
   * @param {Edit} edit @param {number|undefined} sentence @param {number} side @returns {Promise<Link[]>} what came of it
   */
  async #exchange(edit, sentence, side) {
    const {sheet} = this.screen;
    if (!sheet) return [];
    const {rows} = await sheet.change('links', edit);
    const link = rows.find(row => row.sides[side].some(one => one.id === sentence)) ?? rows[0];
    if (link) await this.screen.stand({link: link.id, side, sentence});
    return rows;
  }

  /** @param {string} text */
  #say(text) {
    const doubtful = this.screen.sheet?.alignment.doubtful ?? 0;
    this.screen.say(`${text} ${doubtful ? `${counted(doubtful, 'link is', 'links are')} doubtful.` : 'Nothing is doubtful.'}`);
  }

  /** @param {number} by to the next, or with -1 to the one before */
  join(by) {
    return this.#queue('the join', async here => {
      if (!here || !this.screen.sheet) return;
      const {before, after} = await this.screen.sheet.around(here.link);
      const other = by > 0 ? after : before;
      if (!other) return void tell(by > 0 ? 'The texts end here; there is nothing to join with.' : 'The texts begin here; there is nothing to join with.');
      const [link] = await this.#exchange(by > 0 ? join(here.link, other) : join(other, here.link), here.sentence?.id, here.side);
      this.#say(`Joined: ${link?.sides.map(side => side.length).join(' to ')}.`);
    });
  }

  split() {
    return this.#queue('the split', async here => {
      if (!here) return;
      const edit = split(here.link, here.side, here.at);
      if (edit) {
        await this.#exchange(edit, here.sentence?.id, here.side);
        this.#say('Split into two links.');
      } else if (isLinked(here.link)) {
        tell('One sentence on each side: U unlinks them, Alt S splits the sentence itself.');
      } else {
        tell('A sentence that stands alone is split itself, by Alt S.');
      }
    });
  }

  /** @param {number} by to the next link, or with -1 to the one before */
  move(by) {
    return this.#queue('the move', async here => {
      if (!here?.sentence || !this.screen.sheet) return void tell('There is no sentence here to be moved.');
      const {before, after} = await this.screen.sheet.around(here.link);
      const other = by > 0 ? after : before;
      if (!other) return void tell(by > 0 ? 'This is the last link.' : 'This is the first link.');
      await this.#exchange(by > 0 ? moveDown(here.link, here.side, here.at, other) : moveUp(here.link, here.side, here.at, other), here.sentence.id, here.side);
      this.#say(by > 0 ? 'Moved to the next link.' : 'Moved to the link before.');
    });
  }

  unlink() {
    return this.#queue('the unlinking', async here => {
      if (!here) return;
      const side = here.link.sides[here.side].length ? here.side : here.link.sides.findIndex(one => one.length);
      const edit = unlink(here.link, side);
      if (!edit) return void tell('Nothing is linked here; J joins it with the next.');
      await this.#exchange(edit, here.sentence?.id ?? here.link.sides[side][0].id, side);
      this.#say('Unlinked.');
    });
  }

  /** Accepts the link, then goes on to the next that is doubtful. */
  accept() {
    return this.#queue('the accepting', async here => {
      if (!here) return;
      if (here.link.state !== 'accepted') {
        await this.screen.sheet?.change('accept', {links: [here.link.id]});
        this.#say('Accepted.');
      }
      await this.screen.doubt(1, true);
    });
  }

  takeBack() {
    return this.#queue('the taking back', async here => {
      if (!here || here.link.state !== 'accepted') return void tell('This link is not accepted.');
      await this.screen.sheet?.change('accept', {links: [here.link.id], state: 'proposed'});
      this.#say('It waits again.');
    });
  }

  /** Accepts all that are not doubtful. */
  acceptSure() {
    return this.#queue('the accepting', async () => {
      const {sheet} = this.screen;
      if (!sheet) return;
      const before = sheet.alignment.accepted;
      await sheet.change('accept', {threshold: THRESHOLD});
      const count = sheet.alignment.accepted - before;
      if (!count) return void tell('All that are sure are accepted already.');
      const {version} = sheet.alignment;
      const undo = () => {
        if (sheet.alignment.version === version) this.undo();
        else tell('Other things were done since; Ctrl Z takes them back first.');
      };
      tell(`${counted(count, 'link')} accepted, all that are not doubtful.`, {label: 'Undo', run: undo, action: 'align.undo'});
      await this.screen.hold();
    });
  }

  joinSentences() {
    return this.#queue('the join', async here => {
      if (!here?.sentence || !this.screen.sheet) return void tell('There is no sentence here.');
      const {side} = here;
      const {rows} = await this.screen.sheet.change(`segments/${here.sentence.id}/join`);
      await this.#near(rows, side, here.link.number);
      this.#say('The two sentences are one now.');
    });
  }

  /** Has the place chosen where the sentence is cut. */
  beginCut() {
    const {here, sheet} = this.screen;
    if (!here?.sentence || !sheet) return tell('There is no sentence here.');
    const at = likelyPlace(here.sentence.text, sheet.alignment.texts[here.side].language);
    if (at === undefined) return tell('The sentence has one word; there is nothing to split.');
    this.screen.cut = {sentence: here.sentence.id, at};
  }

  /** @param {number} at */
  cut(at) {
    const {cut} = this.screen;
    this.screen.cut = undefined;
    if (!cut) return;
    return this.#queue('the split', async here => {
      if (!here || !this.screen.sheet) return;
      const {rows} = await this.screen.sheet.change(`segments/${cut.sentence}/split`, {at});
      await this.#near(rows, here.side, here.link.number);
      this.#say('The sentence is two now.');
    });
  }

  undo() {
    return this.#queue('the undo', async here => {
      const {sheet} = this.screen;
      const kind = sheet?.alignment.undo;
      if (!sheet || !kind) return void tell('There is nothing to undo.');
      const {rows} = await sheet.change('undo');
      await this.#near(rows, here?.side ?? 0, here?.link.number ?? 1);
      this.#say(undone[kind] ?? 'Undone.');
      tell(undone[kind] ?? 'Undone.');
    });
  }

  /** Stands at the first of the rows that came of a change. @param {Link[]} rows @param {number} side @param {number} number where it was before */
  async #near(rows, side, number) {
    const {sheet} = this.screen;
    const link = rows.find(row => sheet?.link(row.id)) ?? sheet?.rows[Math.min(number, sheet.rows.length) - 1];
    if (link) await this.screen.stand({link: link.id, side, sentence: link.sides[side][0]?.id});
    else await this.screen.hold();
  }
}

/** @param {Link|undefined} link */
export const isDoubtful = link => link !== undefined && waits(link);
