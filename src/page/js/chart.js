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
/** How much paler each rank is than the one before. */
const FADING = 0.7;
/** How far from the end of a line its name is, and how much farther where a leader goes there. */
const GAP = 8;
const LEADER = 14;

/**
 * A name at the right end, of a colour or of that of the text.
 *
 * @typedef {{ name: string, colour: number | undefined, y: number }} End
 */

/**
 * A drawing's axes, and where its points are.
 *
 * @typedef {object} Frame
 * @property {number} end how far to the right points are
 * @property {number} top
 * @property {number} bottom
 * @property {(x: number) => number} across
 * @property {(y: number) => number} up
 * @property {SVGElement[]} parts
 */

/**
 * Draws lines with bands, their names at their ends, as wide as the drawing is on the screen.
 *
 * @param {HTMLElement} svg
 * @param {Line[]} lines at least one, with at least one point
 * @param {Axes} axes
 */
export function chart(svg, lines, axes) {
  const lowest = Math.min(0, ...lines.flatMap(line => Array.from(line.y, y => y || 0)));
  const highest = Math.max(...lines.flatMap(line => Array.from(line.y, (y, i) => (y || 0) + (line.margin[i] || 0))));
  const { across, up, parts, ...frame } = framed(svg, lines.flatMap(line => Array.from(line.x)), round(lowest, axes.share ? 1 : highest > lowest ? highest : lowest + 1, 5),
    lines.map(line => line.name), axes);
  parts.push(...marks(axes, frame, across));
  for (const line of lines) {
    parts.push(...curve(line, across, up));
  }
  parts.push(...names(lines.filter(line => line.name).map(({ name, colour, y }) => ({ name, colour, y: up(y[y.length - 1]) + 5 })), frame));
  svg.replaceChildren(...parts);
}

/**
 * Draws shares that add up to 1 as areas over each other, their names at their right ends.
 *
 * @param {HTMLElement} svg
 * @param {ArrayLike<number>} x
 * @param {number[][]} shares at each x, from the lowest area up; NaN where they are not known
 * @param {string[]} called the name of each area
 * @param {Omit<Axes, 'share'> & { stretches: boolean, hue?: number }} axes whether shares are of the stretch from the x before, and the
 *     one colour of areas that are ranked, the first of them the strongest
 */
export function areas(svg, x, shares, called, axes) {
  const { across, up, parts, ...frame } = framed(svg, Array.from(x), round(0, 1, 4), called, { ...axes, share: true });
  const floor = shares.map(() => 0);
  /** @type {End[]} */
  const ends = [];
  const { hue } = axes;
  called.forEach((name, k) => {
    const line = () => floor.flatMap((y, i) => (axes.stretches && i > 0 ? [across(x[i - 1]), across(x[i])] : [across(x[i])])
      .map(at => at.toFixed(1) + ',' + up(y).toFixed(1)));
    const below = line();
    shares.forEach((row, i) => {
      floor[i] += row[k] || 0;
    });
    const points = [...below, ...line().reverse()].join(' ');
    parts.push(drawn('polygon', { points, class: 'area c' + (hue ?? k) % 8, 'fill-opacity': hue === undefined ? 1 : (FADING ** k).toFixed(2) }));
    const last = shares.length - 1;
    if (shares[last][k] > (k === 0 ? 0 : 0.02)) {
      ends.push({ name, colour: hue === undefined ? k : undefined, y: up(floor[last] - (shares[last][k] || 0) / 2) + 5 });
    }
  });
  parts.push(...marks(axes, frame, across), ...names(ends, frame));
  svg.replaceChildren(...parts);
}

/**
 * The axes of a drawing, as wide as it is on the screen.
 *
 * @param {HTMLElement} svg
 * @param {number[]} xs
 * @param {number[]} ticks
 * @param {string[]} called names at the right end
 * @param {Axes} axes
 * @returns {Frame}
 */
function framed(svg, xs, ticks, called, axes) {
  const unit = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16; // drawings grow with the text around them
  const width = (svg.clientWidth || 720) / unit;
  const height = Math.round(Math.min(420, Math.max(260, width * 0.5)));
  const named = Math.max(...called.map(name => name.length));
  const left = 56;
  const [top, bottom] = [34, height - 46];
  const [least, most] = [Math.min(...xs), axes.end ?? Math.max(...xs)];
  const [low, high] = [ticks[0], ticks[ticks.length - 1]];
  const by = axes.log ? Math.log : (/** @type {number} */ x) => x;
  const room = named ? Math.min(2 * GAP + LEADER + 8.4 * named, width * 0.42) : 16;
  const reach = most === least ? 1 : (by(Math.max(...xs)) - by(least)) / (by(most) - by(least));
  const right = Math.min(width - 16, left + (width - room - left) / reach); // names are where lines end, which may be far from there
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
  svg.setAttribute('viewBox', '0 0 ' + width + ' ' + height);
  return { end: across(Math.max(...xs)), top, bottom, across, up, parts };
}

/**
 * @param {Pick<Axes, 'marks'>} axes
 * @param {{ top: number, bottom: number }} frame
 * @param {(x: number) => number} across
 * @returns {SVGElement[]}
 */
function marks(axes, { top, bottom }, across) {
  return axes.marks.flatMap(([at, name], i) => [
    drawn('line', { x1: across(at), x2: across(at), y1: top, y2: bottom, class: 'mark' }),
    drawn('text', { x: across(at) + 6, y: top + LINE_HEIGHT * (i + 0.8) }, name)
  ]);
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
    Array.from(line.y, (y, i) => Number.isNaN(y) ? '' : across(line.x[i]).toFixed(1) + ',' + up(at(y, line.margin[i] || 0)).toFixed(1))
      .filter(each => each);
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
 * Names beside the right end, moved apart where they would overlap; then a leader goes from each end to its name.
 *
 * @param {End[]} ends
 * @param {{ end: number, top: number, bottom: number }} frame
 * @returns {SVGElement[]}
 */
function names(ends, { end, top, bottom }) {
  const all = ends.map(each => ({ ...each, from: each.y })).sort((a, b) => a.y - b.y);
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
  const moved = all.some(({ from, y }) => Math.abs(y - from) > 4);
  const at = end + GAP + (moved ? LEADER : 0);
  return all.flatMap(({ name, colour, from, y }) => {
    const hue = colour === undefined ? '' : ' c' + colour % 8;
    const up = Math.max(top, y);
    return [
      ...moved ? [drawn('line', { x1: end + 2, x2: at - 4, y1: from - 5, y2: up - 5, class: 'leader' + hue })] : [],
      drawn('text', { x: at, y: up, class: 'name' + hue }, name)
    ];
  });
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
