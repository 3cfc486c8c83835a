// @ts-check
import {chooseSide} from './conflict-dialog.js';
import {offerOrphan} from './orphan-dialog.js';

/** Has the writer choose what becomes of what could not be saved: two wrote it, or its sentence is no more. */
export class Deciding {
  #choosing = false;

  /** @param {import('./editor-screen.js').EditorScreen} screen */
  constructor(screen) {
    this.screen = screen;
  }

  /** One after the other; while one is open, no other is. */
  async decide() {
    const {sheet, language} = this.screen;
    if (this.#choosing || !sheet) return;
    this.#choosing = true;
    for (const segment of sheet.outbox.conflicts) {
      const conflict = sheet.outbox.conflict(segment);
      if (!conflict) continue;
      const side = await chooseSide(conflict, language, this.screen.session.person.name);
      if (!side) continue;
      sheet.outbox.decide(segment, side);
      this.screen.rowChanged(segment);
    }
    for (const entry of sheet.outbox.orphans) {
      await this.screen.rearranging;
      const choice = await offerOrphan(entry, language);
      if (choice === 'insert') this.screen.editor?.insert(entry.target.plain);
      if (choice) sheet.outbox.forget(entry.segment);
      this.screen.editor?.focus();
    }
    this.#choosing = false;
    this.screen.requestUpdate();
  }
}
