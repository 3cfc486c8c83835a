// @ts-check
/** @file Draws the links between the sides of rows, from where the browser has laid the sentences out. */

/** @typedef {{path: SVGPathElement, d: string}} Line */

/** @type {Set<HTMLElement>} what has rows to be drawn with the next picture */
const waiting = new Set();

/** Draws the lines of the rows in a part of the page, before it is seen. @param {HTMLElement} part */
export function drawLines(part) {
  if (!waiting.size) requestAnimationFrame(draw);
  waiting.add(part);
}

/** Reads where everything lies, then draws: one pass of layout for all rows. */
function draw() {
  const rows = [...waiting].flatMap(part => [...part.querySelectorAll('.link:not(.waiting)')]);
  waiting.clear();
  /** @type {Line[]} */
  const lines = [];
  for (const row of rows) {
    const middle = row.clientHeight / 2;
    const sides = [...row.querySelectorAll('.side')].map(side => [...side.querySelectorAll('.sentence')]
      .map(one => /** @type {HTMLElement} */ (one)).map(one => one.offsetTop + Math.min(one.offsetHeight / 2, 18)));
    row.querySelectorAll('.gutter').forEach((gap, k) => {
      const {line, rings} = shape(sides, k, gap.clientWidth, middle);
      const [path, ring] = gap.querySelectorAll('path');
      lines.push({path, d: line}, {path: ring, d: rings});
    });
  }
  for (const {path, d} of lines) path.setAttribute('d', d);
}

/**
 * The line in the gap behind side k: curves from each sentence on its left to each on its right, by way of one point where
 * several meet; a stub with a ring at its end where nothing answers.
 * @param {number[][]} sides heights of the sentences @param {number} k @param {number} width of the gap @param {number} middle of the row
 * @returns {{line: string, rings: string}}
 */
export function shape(sides, k, width, middle) {
  const linked = sides.slice(0, k + 1).some(one => one.length) && sides.slice(k + 1).some(one => one.length);
  const [left, right] = [sides[k], sides[k + 1]];
  if (!linked) {
    return {
      line: [...left.map(y => `M2 ${y}H16`), ...right.map(y => `M${width - 2} ${y}H${width - 16}`)].join(''),
      rings: [...left.map(y => ring(19, y)), ...right.map(y => ring(width - 19, y))].join(''),
    };
  }
  // A text in between that has nothing lets the line through.
  const from = left.length ? left : [middle];
  const to = right.length ? right : [middle];
  const start = left.length ? 2 : 0;
  const end = right.length ? width - 2 : width;
  if (from.length === 1 && to.length === 1) return {line: curve(start, from[0], end, to[0]), rings: ''};
  const meet = [from, to].filter(one => one.length > 1).flat();
  const y = from.length === 1 ? from[0] : to.length === 1 ? to[0] : meet.reduce((sum, one) => sum + one, 0) / meet.length;
  const x = width / 2;
  return {line: [...from.map(one => curve(start, one, x, y)), ...to.map(one => curve(x, y, end, one))].join(''), rings: ''};
}

/** @param {number} x1 @param {number} y1 @param {number} x2 @param {number} y2 */
function curve(x1, y1, x2, y2) {
  const bend = (x2 - x1) / 2;
  return `M${x1} ${y1}C${x1 + bend} ${y1} ${x2 - bend} ${y2} ${x2} ${y2}`;
}

/** @param {number} x @param {number} y */
const ring = (x, y) => `M${x - 3} ${y}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0`;
