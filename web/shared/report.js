// @ts-check
import {html, nothing} from 'lit';

/**
 * @typedef {{line: number|null, unit: string|null, message: string}} Trouble
 * @typedef {{read: number, added: number, merged: number, unchanged: number, skipped: number, problems: Trouble[], cut: boolean, brokenOff: string}} Report what an import did
 */

/** @param {number} count @param {string} one @param {string} [many] */
export const counted = (count, one, many = one + 's') => `${count.toLocaleString('en')} ${count === 1 ? one : many}`;

/**
 * What an import did, with every line that was left out and why.
 * @param {string} file its name @param {Report} report @param {string} what is counted: unit, concept
 */
export function showReport(file, report, what) {
  const left = report.skipped - report.problems.length;
  return html`<section class="report" role="status">
    <p><b>${file}</b></p>
    <div class="figures">
      <div><b>${report.read.toLocaleString('en')}</b> ${report.read === 1 ? what : what + 's'} read</div>
      <div class="ok"><b>${report.added.toLocaleString('en')}</b> added</div>
      <div><b>${report.merged.toLocaleString('en')}</b> merged with what was there</div>
      ${report.unchanged ? html`<div><b>${report.unchanged.toLocaleString('en')}</b> there already</div>` : nothing}
      <div class=${report.skipped ? 'warn' : ''}><b>${report.skipped.toLocaleString('en')}</b> skipped</div>
    </div>
    ${report.cut ? html`<p class="notice">The file breaks off, everything before that is kept${report.brokenOff ? html`: ${report.brokenOff}` : '.'}</p>` : nothing}
    ${report.problems.length
      ? html`<div class="problems" tabindex="0" role="region" aria-label="What was skipped and why"><table>
          <thead><tr><th scope="col">Line<th scope="col">Where<th scope="col">Why</tr></thead>
          <tbody>${report.problems.map(
            one => html`<tr><td>${one.line ?? ''}</td><td>${one.unit ?? ''}</td><td>${one.message}</td></tr>`,
          )}</tbody></table></div>
          ${left > 0 ? html`<p class="quiet">… and ${counted(left, 'more')}</p>` : nothing}`
      : nothing}
  </section>`;
}
