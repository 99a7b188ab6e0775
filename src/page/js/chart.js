import { drawn } from './dom.js';
import { minus } from './format.js';

/**
 * A line with its 95 % interval.
 *
 * @typedef {object} Line
 * @property {ArrayLike<number>} x
 * @property {ArrayLike<number>} y
 * @property {ArrayLike<number>} margin half the width of the interval; NaN where there is none
 * @property {number} colour
 * @property {string} name at its end; none if empty
 * @property {boolean} [dots]
 *
 * @typedef {object} Axes
 * @property {string} x what is drawn to the right
 * @property {string} y what is drawn upwards
 * @property {boolean} log whether x is on a logarithmic scale
 * @property {boolean} share whether y is a share, in percent
 * @property {[at: number, name: string][]} marks vertical lines
 * @property {number} [end] the greatest x, where it is not that of the lines
 */

const LINE_HEIGHT = 17;

/**
 * Draws lines with bands, their names at their ends, as wide as the drawing is on the screen.
 *
 * @param {HTMLElement} svg
 * @param {Line[]} lines at least one, with at least one point
 * @param {Axes} axes
 */
export function chart(svg, lines, axes) {
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16; // drawings grow with the text around them
  const width = (svg.clientWidth || 720) / unit;
  const height = Math.round(Math.min(420, Math.max(260, width * 0.5)));
  const named = Math.max(...lines.map(line => line.name.length));
  const left = 52;
  const right = width - (named ? Math.min(16 + 8.4 * named, width * 0.4) : 16);
  const [top, bottom] = [34, height - 46];
  const xs = lines.flatMap(line => Array.from(line.x));
  const [least, most] = [Math.min(...xs), axes.end ?? Math.max(...xs)];
  const lowest = Math.min(0, ...lines.flatMap(line => Array.from(line.y)));
  const highest = Math.max(...lines.flatMap(line => Array.from(line.y, (y, i) => y + (line.margin[i] || 0))));
  const ticks = round(lowest, axes.share ? 1 : highest > lowest ? highest : lowest + 1, 5);
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const by = axes.log ? Math.log : (/** @type {number} */ x) => x;
  const across = (/** @type {number} */ x) => most === least ? left : left + (right - left) * (by(x) - by(least)) / (by(most) - by(least));
  const up = (/** @type {number} */ y) => bottom - (bottom - top) * (Math.min(Math.max(y, low), high) - low) / (high - low);

  const parts = ticks.flatMap(y => [
    drawn('line', { x1: left, x2: right, y1: up(y), y2: up(y), class: 'grid' }),
    drawn('text', { x: left - 8, y: up(y) + 5, 'text-anchor': 'end' }, axes.share ? Math.round(100 * y) + ' %' : minus(String(y)))
  ]);
  parts.push(drawn('text', { x: 4, y: 16, class: 'faint' }, axes.y));
  for (const x of axes.log ? powers(least, most) : round(least === 1 ? 0 : least, most, (right - left) / 90).filter(each => each <= most)) {
    parts.push(drawn('text', { x: Math.max(left, across(x)), y: bottom + 20, 'text-anchor': 'middle' }, String(x)));
  }
  parts.push(drawn('text', { x: (left + right) / 2, y: height - 6, 'text-anchor': 'middle', class: 'faint' }, axes.x));
  axes.marks.forEach(([at, name], i) => {
    parts.push(drawn('line', { x1: across(at), x2: across(at), y1: top, y2: bottom, class: 'mark' }),
      drawn('text', { x: across(at) + 6, y: top + LINE_HEIGHT * (i + 0.8) }, name));
  });
  for (const line of lines) {
    parts.push(...curve(line, across, up));
  }
  parts.push(...names(lines, across(Math.max(...xs)) + 8, top, bottom, up));
  svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
  svg.replaceChildren(...parts);
}

/**
 * @param {Line} line
 * @param {(x: number) => number} across
 * @param {(y: number) => number} up
 * @returns {SVGElement[]}
 */
function curve(line, across, up) {
  const colour = 'c' + line.colour % 8;
  const path = (/** @type {(y: number, margin: number) => number} */ at) =>
    Array.from(line.y, (y, i) => across(line.x[i]).toFixed(1) + ',' + up(at(y, line.margin[i] || 0)).toFixed(1));
  const band = [...path((y, margin) => y + margin), ...path((y, margin) => y - margin).reverse()];
  const parts = [
    drawn('polygon', { points: band.join(' '), class: 'band ' + colour }),
    drawn('polyline', { points: path(y => y).join(' '), class: 'curve ' + colour + ' d' + line.colour % 4 })
  ];
  if (line.dots) {
    parts.push(...Array.from(line.y, (y, i) => drawn('circle', { cx: across(line.x[i]), cy: up(y), r: 4, class: 'dot ' + colour })));
  }
  return parts;
}

/**
 * The names of the lines beside their ends, moved apart where they would overlap.
 *
 * @param {Line[]} lines
 * @param {number} x
 * @param {number} top
 * @param {number} bottom
 * @param {(y: number) => number} up
 * @returns {SVGElement[]}
 */
function names(lines, x, top, bottom, up) {
  const all = lines.filter(line => line.name).map(line => ({ line, y: up(line.y[line.y.length - 1]) + 5 })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < all.length; i++) {
    all[i].y = Math.max(all[i].y, all[i - 1].y + LINE_HEIGHT);
  }
  const below = all.length ? Math.max(0, all[all.length - 1].y - bottom - 5) : 0;
  if (below > 0) {
    all[all.length - 1].y -= below;
    for (let i = all.length - 2; i >= 0; i--) {
      all[i].y = Math.min(all[i].y, all[i + 1].y - LINE_HEIGHT);
    }
  }
  return all.map(({ line, y }) => drawn('text', { x, y: Math.max(top, y), class: 'name c' + line.colour % 8 }, line.name));
}

/**
 * Round numbers from at most the lower end to at least the upper.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} count about how many
 * @returns {number[]}
 */
function round(low, high, count) {
  const rough = (high - low || 1) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find(each => each * power >= rough) ?? 10);
  const all = [];
  for (let i = Math.floor(low / step); ; i++) {
    all.push(Number((i * step).toPrecision(6)));
    if (i * step >= high - step * 1e-6) {
      return all;
    }
  }
}

/**
 * The powers of ten in a range.
 *
 * @param {number} low
 * @param {number} high
 * @returns {number[]}
 */
function powers(low, high) {
  const all = [];
  for (let k = Math.ceil(Math.log10(low) - 1e-9); k <= Math.log10(high) + 1e-9; k++) {
    all.push(Number((10 ** k).toPrecision(1)));
  }
  return all;
}
