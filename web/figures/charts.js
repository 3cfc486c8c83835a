// @ts-check
import {html, nothing, svg} from 'lit';

/**
 * @file Pictures of numbers as inline SVG: they take the page's colours, light and dark, and its direction, and each has
 * the same numbers as a table for whoever does not see it. Series differ by pattern as well as by colour.
 *
 * @typedef {{name: unknown, said: string, values: number[]}} Row name as it is shown, and as it is said in a sentence
 * @typedef {{title: string, first: string, series: string[], rows: Row[], note?: unknown}} Chart first: what the rows are, as Month
 */

const HEIGHT = 150;
const FEWEST = 12;

/** @param {number} value */
const number = value => value.toLocaleString('en');

/** @param {Row} row */
const sum = row => row.values.reduce((all, value) => all + value, 0);

/** Above how much the axis ends: 1, 2 or 5 times a power of ten. @param {number} most */
export function roundedUp(most) {
  if (most <= 1) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  return [1, 2, 5, 10].map(step => step * power).find(step => step >= most) ?? most;
}

/** @param {Chart} chart what somebody hears instead of seeing it */
function spoken({title, series, rows}) {
  const all = rows.reduce((total, row) => total + sum(row), 0);
  const most = rows.reduce((/** @type {Row|undefined} */ best, row) => (!best || sum(row) > sum(best) ? row : best), undefined);
  return `${title}: ${number(all)} in all${series.length > 1 ? `, ${series.map((name, i) => `${name} ${number(rows.reduce((total, row) => total + row.values[i], 0))}`).join(', ')}` : ''}${
    most ? `; the most, ${number(sum(most))}, in ${most.said}` : ''}. The table below has every number.`;
}

/** @param {Chart} chart @param {unknown} picture */
function framed(chart, picture) {
  const {title, first, series, rows, note} = chart;
  const id = title.replace(/\W+/g, '-').toLowerCase();
  return html`<figure aria-labelledby=${id}>
    <figcaption id=${id}><h2>${title}</h2>${series.length > 1 ? html`<span class="legend">${series.map((name, i) => html`<span><svg width="12" height="12" aria-hidden="true"><rect class="series-${i}" width="12" height="12"></rect></svg> ${name}</span>`)}</span>` : nothing}</figcaption>
    ${rows.length ? html`<div role="img" aria-label=${spoken(chart)}>${picture}</div>
      <details><summary>As a table</summary><table>
        <thead><tr><th scope="col">${first}</th>${series.map(name => html`<th scope="col" class="number">${name}</th>`)}</tr></thead>
        <tbody>${rows.map(row => html`<tr><th scope="row">${row.name}</th>${row.values.map(value => html`<td class="number">${number(value)}</td>`)}</tr>`)}</tbody></table></details>`
      : html`<p class="quiet">Nothing yet.</p>`}
    ${note ? html`<p class="quiet small">${note}</p>` : nothing}</figure>`;
}

/** Numbers over time, a column each, the series one upon the other. @param {Chart} chart */
export function columns(chart) {
  const {rows} = chart;
  const top = roundedUp(Math.max(...rows.map(sum), 0));
  const wide = 100 / Math.max(rows.length, FEWEST);
  const every = Math.ceil(rows.length / 12);
  return framed(chart, html`<div class="plot"><span class="scale number" aria-hidden="true"><span>${number(top)}</span><span>${top > 1 ? number(top / 2) : nothing}</span><span>0</span></span>
    <svg width="100%" height=${HEIGHT + 22} aria-hidden="true">
    <defs><pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ground" width="5" height="5"></rect><rect class="stripe" width="2" height="5"></rect></pattern></defs>
    ${[0, 0.5, 1].map(part => svg`<line class="grid" x1="0" x2="100%" y1=${HEIGHT * part + 1} y2=${HEIGHT * part + 1}></line>`)}
    ${rows.map((row, at) => {
      let y = HEIGHT;
      return svg`${row.values.map((value, i) => {
        const tall = (value / top) * (HEIGHT - 2);
        y -= tall;
        return svg`<rect class="series-${i}" x="${at * wide + wide * 0.14}%" width="${wide * 0.72}%" y=${y} height=${tall}><title>${row.said}: ${number(value)}</title></rect>`;
      })}${at % every === 0 ? svg`<text x="${at * wide + wide / 2}%" y=${HEIGHT + 16} text-anchor="middle">${row.name}</text>` : nothing}`;
    })}</svg></div>`);
}

/** Numbers of things that have names, a bar each. @param {Chart} chart */
export function bars(chart) {
  const most = Math.max(...chart.rows.map(sum), 1);
  return framed(chart, html`<div class="bars" aria-hidden="true">${chart.rows.map(row => html`<span class="name">${row.name}</span>
    <svg width="100%" height="14"><rect class="series-0" width="${(sum(row) / most) * 100}%" height="14" rx="2"></rect></svg>
    <span class="number">${number(sum(row))}</span>`)}</div>`);
}
