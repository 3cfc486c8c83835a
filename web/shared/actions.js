// @ts-check
/**
 * @file Every action, with its keys, in one list: the page of keys, the palette, and the key that stands beside a thing
 * read it. Keys are named as on the keyboard; `Mod` does not exist here, since a desk's keyboards have Ctrl.
 *
 * @typedef {object} Action
 * @property {string} id screen and name
 * @property {string} label what it does, as the palette and the page of keys say it
 * @property {string[]} keys the first one stands beside the thing; none where the palette is enough
 * @property {string} group where it works
 * @property {boolean} [palette] false where the palette cannot offer it, as a digit that must be chosen
 */

/** @type {Action[]} */
export const actions = [
  {id: 'find', group: 'Everywhere', label: 'Find anything, every action', keys: ['Ctrl+K'], palette: false},
  {id: 'keys', group: 'Everywhere', label: 'All keys', keys: ['F1']},
  {id: 'go.dispatches', group: 'Everywhere', label: 'Go to dispatches', keys: ['Alt+ArrowUp']},
  {id: 'go.memory', group: 'Everywhere', label: 'Go to the memory', keys: []},
  {id: 'go.glossary', group: 'Everywhere', label: 'Go to the glossary', keys: []},
  {id: 'go.alignment', group: 'Everywhere', label: 'Go to the alignments', keys: []},
  {id: 'go.splitting', group: 'Everywhere', label: 'Go to the rules of splitting', keys: []},
  {id: 'go.accounts', group: 'Everywhere', label: 'Go to accounts', keys: []},
  {id: 'keys.leave', group: 'Everywhere', label: 'Page of keys: back to the dispatches', keys: ['Escape'], palette: false},
  {id: 'notices', group: 'Everywhere', label: 'What others did that concerns me', keys: ['Alt+I']},
  {id: 'theme', group: 'Everywhere', label: 'Light, dark, or as the system', keys: []},

  {id: 'editor.confirm', group: 'Editor', label: 'Confirm, go to the next not yet done', keys: ['Ctrl+Enter']},
  {id: 'editor.unconfirm', group: 'Editor', label: 'Unconfirm', keys: ['Ctrl+Shift+Enter']},
  {id: 'editor.match', group: 'Editor', label: 'Take match 1…9', keys: ['Ctrl+1…9'], palette: false},
  {id: 'editor.matchOther', group: 'Editor', label: 'Take match 1…9 as it was, or as proposed', keys: ['Ctrl+Shift+1…9'], palette: false},
  {id: 'editor.term', group: 'Editor', label: 'Insert term 1…9', keys: ['Alt+1…9'], palette: false},
  {id: 'editor.piece', group: 'Editor', label: 'Insert piece 1…9, where there is no match', keys: ['Alt+Shift+1…9'], palette: false},
  {id: 'editor.mend', group: 'Editor', label: 'Mend the first finding', keys: ['Alt+Enter']},
  {id: 'editor.nextFinding', group: 'Editor', label: 'Next finding', keys: ['F8']},
  {id: 'editor.previousFinding', group: 'Editor', label: 'Previous finding', keys: ['Shift+F8']},
  {id: 'editor.copySource', group: 'Editor', label: 'Copy the source', keys: ['Ctrl+Insert']},
  {id: 'editor.clear', group: 'Editor', label: 'Clear the target', keys: ['Alt+Delete']},
  {id: 'editor.nextTag', group: 'Editor', label: 'Insert the next tag in order', keys: ['F9']},
  {id: 'editor.concordance', group: 'Editor', label: 'Concordance of the selection', keys: ['F3']},
  {id: 'editor.nextRow', group: 'Editor', label: 'Next row', keys: ['Ctrl+ArrowDown']},
  {id: 'editor.previousRow', group: 'Editor', label: 'Previous row', keys: ['Ctrl+ArrowUp']},
  {id: 'editor.nextLanguage', group: 'Editor', label: 'Next language of this dispatch', keys: ['Alt+PageDown']},
  {id: 'editor.previousLanguage', group: 'Editor', label: 'Previous language of this dispatch', keys: ['Alt+PageUp']},
  {id: 'editor.join', group: 'Editor', label: 'Join the sentence with the next', keys: ['Alt+J']},
  {id: 'editor.split', group: 'Editor', label: 'Split the sentence: choose the place', keys: ['Alt+S']},
  {id: 'editor.undoCut', group: 'Editor', label: 'Undo the last join or split', keys: ['Alt+Z']},
  {id: 'editor.makeRule', group: 'Editor', label: 'Make the last join or split a rule of the desk', keys: ['Alt+R']},
  {id: 'cut.move', group: 'Editor', label: 'Splitting: move the place by words (with Shift: by characters)', keys: ['ArrowLeft', 'ArrowRight'], palette: false},
  {id: 'cut.here', group: 'Editor', label: 'Splitting: cut here', keys: ['Enter'], palette: false},
  {id: 'cut.leave', group: 'Editor', label: 'Splitting: leave it as it is', keys: ['Escape'], palette: false},
  {id: 'editor.propose', group: 'Editor', label: 'Propose a term from what is selected', keys: ['Alt+T']},
  {id: 'editor.accept', group: 'Editor', label: 'Accept the first finding here, with a reason', keys: ['Alt+A']},
  {id: 'editor.export', group: 'Editor', label: 'Export', keys: ['Alt+X']},

  {id: 'text.undo', group: 'Writing', label: 'Undo', keys: ['Ctrl+Z'], palette: false},
  {id: 'text.redo', group: 'Writing', label: 'Redo', keys: ['Ctrl+Y', 'Ctrl+Shift+Z'], palette: false},
  {id: 'text.chip', group: 'Writing', label: 'Step over or delete a tag as one', keys: ['ArrowLeft', 'ArrowRight', 'Backspace', 'Delete'], palette: false},

  {id: 'list.new', group: 'Lists', label: 'New: dispatch, concept, memory, alignment, person', keys: ['N']},
  {id: 'list.search', group: 'Lists', label: 'Go to the search', keys: ['/']},
  {id: 'list.next', group: 'Lists', label: 'Next in the list', keys: ['ArrowDown', 'J'], palette: false},
  {id: 'list.previous', group: 'Lists', label: 'Previous in the list', keys: ['ArrowUp', 'K'], palette: false},
  {id: 'list.open', group: 'Lists', label: 'Open, edit what is chosen', keys: ['Enter'], palette: false},
  {id: 'list.edit', group: 'Lists', label: 'Edit what is chosen', keys: ['E']},
  {id: 'list.delete', group: 'Lists', label: 'Delete what is chosen (can be undone)', keys: ['Delete']},
  {id: 'list.import', group: 'Lists', label: 'Import files: TMX, CSV, TBX, XLSX', keys: ['I']},
  {id: 'list.export', group: 'Lists', label: 'Export', keys: ['X']},
  {id: 'form.save', group: 'Lists', label: 'Save what is open', keys: ['Ctrl+Enter', 'Ctrl+S']},
  {id: 'form.file', group: 'Lists', label: 'Choose a file', keys: ['Alt+O']},

  {id: 'dispatches.done', group: 'Dispatches', label: 'Done, or open again', keys: ['D']},
  {id: 'dispatches.update', group: 'Dispatches', label: 'Bring in a new version of the dispatch', keys: ['U']},
  {id: 'intake.target', group: 'Dispatches', label: 'New dispatch: language 1…9 wanted or not', keys: ['Alt+1…9'], palette: false},
  {id: 'intake.moreTargets', group: 'Dispatches', label: 'New dispatch: language 10…18 wanted or not', keys: ['Alt+Shift+1…9'], palette: false},
  {id: 'intake.same', group: 'Dispatches', label: 'New dispatch: open the one that has the same text', keys: ['Alt+G'], palette: false},
  {id: 'intake.leave', group: 'Dispatches', label: 'New dispatch: leave it', keys: ['Escape'], palette: false},

  {id: 'memory.cell', group: 'Memory', label: 'Next language, previous', keys: ['ArrowRight', 'ArrowLeft'], palette: false},
  {id: 'memory.leave', group: 'Memory', label: 'Leave a text as it was', keys: ['Escape'], palette: false},
  {id: 'memory.deleted', group: 'Memory', label: 'Show what was deleted, or what is there', keys: ['D']},
  {id: 'memory.restore', group: 'Memory', label: 'Restore a deleted unit', keys: ['R']},

  {id: 'memory.care', group: 'Memory', label: 'Care: find what is wrong in the memory', keys: ['C']},
  {id: 'memory.figures', group: 'Memory', label: 'Figures of the memory', keys: ['F']},

  {id: 'care.look', group: 'Care of a memory', label: 'Look through the memory', keys: ['L']},
  {id: 'care.kind', group: 'Care of a memory', label: 'Show one kind of finding, or all', keys: ['Alt+1…9'], palette: false},
  {id: 'care.choose', group: 'Care of a memory', label: 'Choose a finding, or leave it', keys: ['Space'], palette: false},
  {id: 'care.all', group: 'Care of a memory', label: 'Choose all, or none', keys: ['Ctrl+A']},
  {id: 'care.mend', group: 'Care of a memory', label: 'Mend what is chosen (seen first)', keys: ['M']},
  {id: 'care.merge', group: 'Care of a memory', label: 'Merge what is chosen (seen first)', keys: ['Shift+M']},
  {id: 'care.undo', group: 'Care of a memory', label: 'Undo the last step', keys: ['Alt+Z']},
  {id: 'care.back', group: 'Care of a memory', label: 'Back to the memory', keys: ['Escape'], palette: false},

  {id: 'glossary.addTerm', group: 'Glossary', label: 'Add a term to the concept', keys: ['Alt+N']},
  {id: 'glossary.approve', group: 'Glossary', label: 'Approve what is proposed', keys: ['A']},
  {id: 'glossary.decline', group: 'Glossary', label: 'Decline what is proposed, with a reason', keys: ['Shift+Delete']},
  {id: 'glossary.mend', group: 'Glossary', label: 'Save the change and mend what it breaks', keys: ['Alt+Enter'], palette: false},
  {id: 'glossary.saveOnly', group: 'Glossary', label: 'Save the change and mend nothing', keys: ['Alt+Shift+Enter'], palette: false},
  {id: 'glossary.leave', group: 'Glossary', label: 'Leave a concept as it was', keys: ['Escape'], palette: false},

  {id: 'align.accept', group: 'Alignment', label: 'Accept the link, go to the next doubtful one', keys: ['Enter', 'Ctrl+Enter']},
  {id: 'align.takeBack', group: 'Alignment', label: 'Take back that it is accepted', keys: ['Shift+Enter', 'Ctrl+Shift+Enter']},
  {id: 'align.acceptSure', group: 'Alignment', label: 'Accept all that are not doubtful', keys: ['A']},
  {id: 'align.nextDoubtful', group: 'Alignment', label: 'Next doubtful link', keys: ['F8']},
  {id: 'align.previousDoubtful', group: 'Alignment', label: 'Previous doubtful link', keys: ['Shift+F8']},
  {id: 'align.doubtfulFirst', group: 'Alignment', label: 'Doubtful ones first, or in order of the text', keys: ['D']},
  {id: 'align.join', group: 'Alignment', label: 'Join the link with the next', keys: ['J']},
  {id: 'align.joinBefore', group: 'Alignment', label: 'Join the link with the one before', keys: ['Shift+J']},
  {id: 'align.split', group: 'Alignment', label: 'Split the link at the sentence', keys: ['S']},
  {id: 'align.moveUp', group: 'Alignment', label: 'Move the sentence to the link before', keys: ['Ctrl+ArrowUp']},
  {id: 'align.moveDown', group: 'Alignment', label: 'Move the sentence to the next link', keys: ['Ctrl+ArrowDown']},
  {id: 'align.unlink', group: 'Alignment', label: 'Unlink: nothing answers it', keys: ['U']},
  {id: 'align.joinSentences', group: 'Alignment', label: 'Join the sentence itself with the next of its text', keys: ['Alt+J']},
  {id: 'align.cutSentence', group: 'Alignment', label: 'Split the sentence itself: choose the place', keys: ['Alt+S']},
  {id: 'align.undo', group: 'Alignment', label: 'Undo', keys: ['Ctrl+Z', 'Alt+Z']},
  {id: 'align.save', group: 'Alignment', label: 'Save into a memory', keys: ['Ctrl+S']},
  {id: 'align.step', group: 'Alignment', label: 'Sentence above, below; the other language', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], palette: false},
  {id: 'align.leap', group: 'Alignment', label: 'Ten links on, back; the first, the last', keys: ['PageDown', 'PageUp', 'Home', 'End'], palette: false},
  {id: 'align.leave', group: 'Alignment', label: 'Back to the alignments; leave a new one', keys: ['Escape'], palette: false},
  {id: 'align.mend', group: 'Alignment', label: 'New alignment: do what is offered, as swapping the languages', keys: ['Alt+Enter'], palette: false},
  {id: 'align.third', group: 'Alignment', label: 'New alignment: a third language, or none', keys: ['Alt+N'], palette: false},

  {id: 'splitting.text', group: 'Splitting', label: 'Go to the text at hand', keys: ['Alt+T']},
  {id: 'splitting.learned', group: 'Splitting', label: 'What was learned from the desk', keys: ['L']},
  {id: 'splitting.toggle', group: 'Splitting', label: 'Switch a rule off, or on', keys: ['D']},
  {id: 'splitting.earlier', group: 'Splitting', label: 'Try an exception earlier', keys: ['Ctrl+ArrowUp']},
  {id: 'splitting.later', group: 'Splitting', label: 'Try an exception later', keys: ['Ctrl+ArrowDown']},
  {id: 'splitting.leave', group: 'Splitting', label: 'Leave a rule as it was', keys: ['Escape'], palette: false},
];

/** @type {Map<string, Action>} */
const byId = new Map(actions.map(action => [action.id, action]));

/** @param {string} id @returns {Action} */
export function action(id) {
  const found = byId.get(id);
  if (!found) throw new Error(`There is no action ${id} in shared/actions.js.`);
  return found;
}
