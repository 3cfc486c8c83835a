// @ts-check
import {html, nothing} from 'lit';
import {keyOf, shortcut} from '../shared/keys.js';
import {direction, nativeName} from '../shared/languages.js';
import {tagged, isEmpty} from '../shared/tagged-text.js';
import {date, moment} from '../shared/time.js';

/**
 * @file What stands beside the active row: findings, memory, terms, the other languages. Each has its place, so that what
 * comes late moves nothing.
 *
 * @typedef {import('../shared/types.js').Help} Help
 * @typedef {import('../shared/types.js').Finding} Finding
 * @typedef {import('../shared/types.js').Match} Match
 * @typedef {import('../shared/types.js').TermHelp} TermHelp
 * @typedef {import('../shared/types.js').Piece} Piece
 *
 * @typedef {object} Doing
 * @property {(match: Match, other?: boolean) => void} take
 * @property {(term: TermHelp, text: string) => void} insert
 * @property {(text: string) => void} piece
 * @property {(finding: Finding, text: string) => void} mend
 * @property {(finding: Finding) => void} show
 * @property {import('./accepting.js').Accepting} accepting
 */

/** @param {TermHelp} term @returns {string|undefined} what the target must say */
export function preferred(term) {
  const accepted = term.targets.filter(one => one.status === 'preferred' || one.status === 'admitted');
  return (accepted.find(one => one.status === 'preferred') ?? accepted[0])?.term;
}

/** @param {Finding[]} findings @returns {Finding|undefined} the first that offers something */
export const mendable = findings => findings.find(one => !one.accepted && one.offer !== null && one.offer !== undefined);

/**
 * @param {{help: Help|undefined, findings: Finding[], language: string, source: string, doing: Doing}} given help is not there while it is asked for
 */
export function aside({help, findings, language, source, doing}) {
  const open = findings.filter(one => !one.accepted);
  return html`
    <section class="findings" aria-label="Findings"><h2>Findings <span class="grow"></span>
        ${open.length ? html`<span class="chip ${open.some(one => one.severity === 'error') ? 'bad' : 'warn'}">${open.length}</span>` : nothing}</h2>
      <div class="kept" aria-live="polite">${open.map(one => findingBox(one, one === mendable(findings), one === open[0], language, doing))}
        ${findings.filter(one => one.accepted).map(one => acceptedBox(one, doing))}
        ${help && !findings.length ? html`<p class="none">Nothing found.</p>` : nothing}</div></section>
    <section aria-label="Memory"><h2>Memory</h2>
      ${help?.matches.map((match, i) => matchBox(match, i + 1, language, source, doing))}
      ${help && !help.matches.length ? html`<p class="none">The memory has nothing like this.</p>` : nothing}
      ${help?.pieces.length ? html`<div class="pieces"><h3>Parts of it that are known</h3>${help.pieces.map((piece, i) => pieceLine(piece, i + 1, language, source, doing))}</div>` : nothing}</section>
    <section aria-label="Terms"><h2>Terms <span class="grow"></span><button class="plain" aria-keyshortcuts=${shortcut('editor.propose')} @mousedown=${(/** @type {Event} */ event) => event.preventDefault()} @click=${() => doing.accepting.propose()}>Propose ${keyOf('editor.propose')}</button></h2>
      ${help?.terms.map((term, i) => termLine(term, i + 1, language, source, doing))}
      ${help && !help.terms.length ? html`<p class="none">No term of the glossary is in this sentence.</p>` : nothing}</section>
    ${help?.siblings.some(one => !isEmpty(one.target)) ? html`<section aria-label="In this dispatch"><h2>In this dispatch</h2>
      ${help.siblings.filter(one => !isEmpty(one.target)).map(one => html`<div class="tline sibling"><span class="quiet">${nativeName(one.language)}</span>
        <span lang=${one.language} dir=${direction(one.language)}>${tagged(one.target)}</span>
        <span class="quiet small">${one.state === 'draft' ? 'draft' : html`<span class="ok">✓</span>`}</span></div>`)}</section>` : nothing}`;
}

/** A finding that is right where it stands. @param {Finding} finding @param {Doing} doing */
function acceptedBox(finding, doing) {
  const {accepted} = finding;
  return html`<div class="find is-accepted"><p><button class="message" title="Go to it" @click=${() => doing.show(finding)}>${finding.message}</button></p>
    <div class="offers"><span class="small">✓ accepted here by ${accepted?.by}, ${moment(accepted?.at ?? null)}: “${accepted?.reason}”</span>
      <button @click=${() => doing.accepting.withdraw(finding)}>Take back</button></div></div>`;
}

/**
 * @param {Finding} finding @param {boolean} first whether the key mends this one @param {boolean} next whether the key accepts this one
 * @param {string} language @param {Doing} doing
 */
function findingBox(finding, first, next, language, doing) {
  const offers = [...new Set([finding.offer, ...(finding.offer ? finding.expected : [])])].filter(one => one !== null && one !== undefined).slice(0, 3);
  return html`<div class="find is-${finding.severity}">
    <p><button class="message" title="Go to it" @click=${() => doing.show(finding)}>${finding.message}</button></p>
    <div class="offers">${offers.map((offer, i) => html`<button lang=${language} dir="auto" aria-keyshortcuts=${first && i === 0 ? shortcut('editor.mend') : nothing}
        @click=${() => doing.mend(finding, /** @type {string} */ (offer))}>${offer?.trim() ? offer : offer === '' ? 'take it out' : 'one space'}</button>${first && i === 0 ? keyOf('editor.mend') : nothing}`)}
      ${!offers.length && finding.expected?.length ? html`<span class="quiet small" lang=${language}>expected: ${finding.expected.join(', ')}</span>` : nothing}
      ${finding.decidedBy ? html`<span class="quiet small">approved by ${finding.decidedBy}${finding.decidedAt ? `, ${date(finding.decidedAt)}` : ''}</span>` : nothing}
      <button class="plain accept" aria-keyshortcuts=${next ? shortcut('editor.accept') : nothing} @click=${() => doing.accepting.accept(finding)}>Accept here</button>${next ? keyOf('editor.accept') : nothing}</div>
  </div>`;
}

/** @param {Match} match @param {number} n @param {string} language @param {string} source @param {Doing} doing */
function matchBox(match, n, language, source, doing) {
  const look = match.score >= 100 ? 'ok' : match.score >= 85 ? 'warn' : 'quiet';
  const why = match.reasons.map(one => one.points ? `${one.what} (${one.points > 0 ? '−' : '+'}${Math.abs(one.points)})` : one.what);
  const from = [match.memory.name, match.who ? [match.who, moment(match.when)].filter(Boolean).join(', ') : moment(match.when), match.dispatch?.slug].filter(Boolean);
  const mended = match.repaired;
  const asItWas = tagged(match.target, match.changes.map(one => ({start: one.start, end: one.end, look: 'change', hint: one.offer ? `${one.message} (${one.offer})` : one.message})));
  const asNeeded = mended && tagged(mended.text, mended.exchanges.filter(one => one.to).map(one => ({start: one.start, end: one.start + one.to.length, look: 'mended', hint: one.from ? `was “${one.from}”` : 'put in'})));
  const other = mended && html`<div class="other" lang=${language} dir=${direction(language)}><button
      aria-keyshortcuts=${n <= 9 ? shortcut('editor.matchOther', n) : nothing} title=${mended.certain ? 'Take it as it was' : 'Take what is proposed; its form is not certain'}
      @click=${() => doing.take(match, true)}><span class="quiet" lang="en" dir="ltr">${mended.certain ? 'was' : 'perhaps'}</span> ${mended.certain ? asItWas : asNeeded}</button>${n <= 9 ? keyOf('editor.matchOther', n) : nothing}</div>`;
  return html`<button class="hit" aria-keyshortcuts=${n <= 9 ? shortcut('editor.match', n) : nothing} @click=${() => doing.take(match)}>
    <span class="score ${look}">${match.score}<span class="kind">${match.kind}</span></span>
    <span lang=${language} dir=${direction(language)} class="said">${mended?.certain ? asNeeded : asItWas}</span>
    ${n <= 9 ? keyOf('editor.match', n) : html`<span></span>`}
    ${match.score < 100 ? html`<small lang=${source} dir=${direction(source)}>${match.difference.map(piece =>
      piece.kind === 'removed' ? html`<del>${piece.text}</del>` : piece.kind === 'added' ? html`<ins>${piece.text}</ins>` : piece.text)}</small>` : nothing}
    <small>${[...why, ...from].map((one, i) => html`${i ? ' · ' : ''}<span class="together">${one}</span>`)}</small>
  </button>${other ?? nothing}`;
}

/** @param {Piece} piece @param {number} n @param {string} language @param {string} source @param {Doing} doing */
function pieceLine(piece, n, language, source, doing) {
  const known = piece.kind === 'term' ? 'glossary' : piece.kind === 'unit' ? 'by itself' : `in ${piece.units} units`;
  return html`<div class="pline">
    <span lang=${source} dir=${direction(source)}>${piece.source}<small class="quiet" lang="en" dir="ltr"> ${known}</small></span>
    <span lang=${language} dir=${direction(language)}><button class="word" aria-keyshortcuts=${shortcut('editor.piece', n)} title="Insert it; its form may have to be another" @click=${() => doing.piece(piece.text)}>${piece.text}</button></span>
    ${keyOf('editor.piece', n)}
  </div>`;
}

/** @param {TermHelp} term @param {number} n @param {string} language @param {string} source @param {Doing} doing */
function termLine(term, n, language, source, doing) {
  const best = preferred(term);
  const others = term.targets.filter(one => one.term !== best && (one.status === 'preferred' || one.status === 'admitted'));
  const never = term.targets.filter(one => one.status === 'forbidden' || one.status === 'deprecated');
  return html`<div class="tline" tabindex="0" aria-describedby="definition-${n}">
    <span lang=${source} dir=${direction(source)}>${term.sourceTerm}</span>
    <span lang=${language} dir=${direction(language)}>
      ${best ? html`<button class="word" aria-keyshortcuts=${n <= 9 ? shortcut('editor.term', n) : nothing} @click=${() => doing.insert(term, best)}>${best}</button>`
        : html`<span class="quiet" lang="en" dir="ltr">not decided in this language</span>`}
      ${others.map(one => html` <button class="word other" @click=${() => doing.insert(term, one.term)}>${one.term}</button>`)}
      ${never.length ? html`<span class="quiet small" lang="en" dir="auto"> not ${never.map((one, i) => html`${i ? ', ' : ''}<s lang=${language}>${one.term}</s>`)}</span>` : nothing}</span>
    ${best && n <= 9 ? keyOf('editor.term', n) : html`<span></span>`}
    <span class="definition" id="definition-${n}" role="tooltip">${term.definition || 'No definition.'}
      ${term.note ? html`<br>${term.note}` : nothing}
      ${term.decidedBy ? html`<br><span class="quiet">approved by ${term.decidedBy}${term.decidedAt ? `, ${date(term.decidedAt)}` : ''}</span>` : nothing}</span>
  </div>`;
}
