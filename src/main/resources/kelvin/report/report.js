// Draws the curves of a report again, from the numbers beside them: as wide as the screen, on other scales, without learners.

/**
 * A learner's line, and what of it is on the page.
 *
 * @typedef {object} Line
 * @property {string} name
 * @property {Record<string, string>} look colour and dashes
 * @property {string[]} y as it is written, at each place; empty where it is not known
 * @property {string[]} low the lower end of its interval
 * @property {string[]} high
 * @property {HTMLElement} button hides it
 * @property {HTMLElement} row its values
 */

const DRAWN = 'svg g path line text circle';
const WIDE = 600;

/** The names of hidden learners, which all charts share. @type {Set<string>} */
const hidden = new Set();

/** Draws each chart. @type {(() => void)[]} */
const charts = [];

/**
 * @param {string} name of an element
 * @param {Record<string, string | number>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement} or an element of a drawing, of which only what both have is used
 */
function make(name, attributes = {}, ...children) {
  const made = /** @type {HTMLElement} */ (DRAWN.split(' ').includes(name) ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name));
  Object.entries(attributes).forEach(([key, value]) => made.setAttribute(key, String(value)));
  made.append(...children);
  return made;
}

/** @param {string | undefined} text numbers with commas between them */
const list = text => text ? text.split(',') : [];

/** @param {number | string} x */
const minus = x => String(x).replace('-', '−');

/**
 * @param {number} x
 * @param {boolean} commas whether they are between groups of digits
 * @returns {string} as on an axis
 */
const number = (x, commas) => minus(Math.abs(x) >= 1e9 || x && Math.abs(x) < 1e-4 ? x.toExponential(0).replace('+', '')
  : x.toLocaleString('en', { maximumFractionDigits: 6, useGrouping: commas || Math.abs(x) >= 1e4 }).replace(/,/g, commas ? ',' : '\u202f'));

/**
 * Round numbers in a range; on a logarithmic scale powers of ten, and 2 and 5 times them where those are few.
 *
 * @param {number} low
 * @param {number} high
 * @param {number} most how many there is room for
 * @param {boolean} log
 */
function ticks(low, high, most, log) {
  const all = [];
  if (log) {
    const [from, to] = [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))];
    const by = Math.ceil((to - from + 1) / most);
    for (let power = from; power <= to; power += by) {
      all.push(...(3 * (to - from) <= most ? [1, 2, 5] : [1]).map(digit => Number(digit + 'e' + power)));
    }
  } else {
    const least = (high - low) / most;
    const power = 10 ** Math.floor(Math.log10(least));
    const step = power * ([1, 2, 5].find(each => each * power >= least) ?? 10);
    for (let i = Math.ceil(low / step); i <= high / step + 1e-9; i++) {
      all.push(Number((i * step).toPrecision(12)));
    }
  }
  return all.filter(each => each >= low * (1 - 1e-9) - 1e-300 && each <= high * (1 + 1e-9));
}

/** @param {HTMLElement} data the numbers of a chart */
function chart(data) {
  const { x, at, unit = '', title = '', range = '', changes = '' } = data.dataset;
  const xs = list(x).map(Number);
  const labels = at === undefined ? list(x) : list(at);
  const figure = /** @type {HTMLElement} */ (data.closest('figure'));
  const heading = figure.querySelector('h3')?.textContent ?? '';
  const tick = (/** @type {number} */ value) => number(value, 'commas' in data.dataset);
  let logX = 'log' in data.dataset;
  let logY = range === 'log';
  let chosen = -1;
  /** Where values can be read. @type {number[]} */
  let stops = [];
  /** @type {(i: number) => void} */
  let mark = () => {};

  const lines = [...data.children].map(child => {
    const { y, low, high, colour = '', dash = '' } = /** @type {HTMLElement} */ (child).dataset;
    const name = child.textContent ?? '';
    const look = { stroke: colour, 'stroke-dasharray': dash };
    const sample = () => make('svg', { width: 26, height: 8, 'aria-hidden': 'true' }, make('path', { d: 'M0 4H26', 'stroke-width': 2, ...look }));
    const button = make('button', { type: 'button', title: 'Hides or shows it in all charts' }, sample(), name);
    button.onclick = () => {
      hidden.delete(name) || hidden.add(name);
      charts.forEach(draw => draw());
    };
    const row = make('tr', {}, make('th', { scope: 'row' }), make('td'), make('td'));
    return { name, look, sample, y: list(y), low: list(low), high: list(high), button, row };
  });
  const numbers = lines.flatMap(line => line.y.filter((y, i) => y && xs[i] >= 1).map(Number));

  /** @param {string} name @param {() => boolean} flip */
  const scale = (name, flip) => {
    const button = make('button', { type: 'button', 'aria-pressed': String(name === 'log x' ? logX : logY) }, name);
    button.onclick = () => {
      button.setAttribute('aria-pressed', String(flip()));
      draw();
    };
    return button;
  };
  const tools = make('div', { class: 'tools' }, scale('log x', () => logX = !logX));
  if (Math.min(...numbers) >= 0 && Math.max(...numbers) > 0) {
    tools.append(scale('log y', () => logY = !logY));
  }
  const svg = make('svg', { tabindex: 0, role: 'slider', 'aria-label': heading + ': values by ' + unit });
  const caption = make('caption');
  const table = make('table', {}, caption, make('tbody', {}, ...lines.map(line => line.row)));
  const values = make('div', { class: 'values', 'aria-live': 'polite' }, table);
  const box = make('div', { class: 'live' }, tools, svg, values);
  data.after(box);
  figure.classList.add('drawn');

  /** Shows the values at a stop. @param {number} i */
  function choose(i) {
    const narrow = box.clientWidth < WIDE;
    chosen = i < 0 && narrow ? stops[stops.length - 1] : i;
    table.hidden = chosen < 0;
    if (!table.hidden) {
      const label = labels[chosen];
      caption.textContent = unit + (label.includes('–') ? 's ' : ' ') + label;
      svg.setAttribute('aria-valuenow', String(stops.indexOf(chosen)));
      svg.setAttribute('aria-valuetext', caption.textContent);
      for (const { name, row, y, low, high } of lines) {
        const known = y[chosen] && !hidden.has(name);
        row.hidden = !known && !narrow;
        row.children[1].textContent = known ? minus(y[chosen]) : '';
        row.children[2].textContent = known && low[chosen] ? minus(low[chosen]) + ' … ' + minus(high[chosen]) : '';
      }
      if (!narrow) {
        const order = lines.filter(line => !line.row.hidden).sort((a, b) => Number(b.y[chosen]) - Number(a.y[chosen]));
        table.lastElementChild?.append(...order.map(line => line.row));
      }
    }
    mark(chosen);
  }

  function draw() {
    const width = box.clientWidth;
    const narrow = width < WIDE;
    box.classList.toggle('narrow', narrow);
    const shown = lines.filter(line => !hidden.has(line.name));
    for (const { name, button, row, sample } of lines) {
      button.setAttribute('aria-pressed', String(!hidden.has(name)));
      const [to, what] = narrow ? [row.children[0], button] : [box, button];
      if (what.parentNode !== to) {
        row.children[0].replaceChildren(...(narrow ? [] : [sample(), name]));
        to.append(what);
      }
    }
    const longest = narrow ? 0 : Math.max(...lines.map(line => line.button.offsetWidth));
    const high = lines.reduce((sum, line) => sum + line.button.offsetHeight, 0);
    const height = narrow ? Math.max(260, 0.75 * width) : Math.max(430, high + 80);
    const known = shown.flatMap(({ y, low, high }) => y.flatMap((each, i) => each && (xs[i] >= 1 || !logX) ? [each, low[i] || each, high[i] || each].map(Number) : []));
    const positive = known.filter(y => y > 0);
    let [bottom, top] = known.length ? [Math.min(...known), Math.max(...known)] : [0, 1];
    if (logY) {
      const most = positive.length ? Math.max(...positive) : 1;
      const least = Math.max(positive.length ? Math.min(...positive) : 0.1, most / 1e6);
      top = 10 ** Math.ceil(Math.log10(most) - 1e-9);
      bottom = Math.min(10 ** Math.floor(Math.log10(least) + 1e-9), top / 10);
    } else {
      const air = 0.03 * (top - bottom) || Math.abs(top) || 1;
      if (range === 'percent') {
        [bottom, top] = [0, top > 50 ? 100 : top || air];
      } else {
        top += air;
        bottom = range === 'free' || bottom < 0 ? bottom - air : 0;
      }
    }
    const upward = ticks(bottom, top, narrow ? 6 : 8, logY);
    const left = 16 + 8 * Math.max(...upward.map(y => tick(y).length));
    const [right, above, below] = [width - (narrow ? 14 : longest + 24), 34, height - 46];
    const ends = xs[xs.length - 1];
    const start = logX ? 1 : Math.min(0, xs[0]);
    /** @param {number} v */
    const across = v => left + (right - left) * (logX ? Math.log(Math.max(v, 1)) / Math.log(ends) : (v - start) / (ends - start)) || left;
    /** @param {number} v */
    const up = v => Math.min(height, below - (below - above) * (logY ? Math.log(Math.max(v, 1e-300) / bottom) / Math.log(top / bottom) : (v - bottom) / (top - bottom)));
    stops = xs.map((_, i) => i).filter(i => labels[i] && xs[i] >= 1 && shown.some(line => line.y[i]));

    /** @type {Node[]} */
    const parts = [];
    for (const y of upward) {
      parts.push(make('path', { class: 'grid', d: 'M' + left + ' ' + up(y) + 'H' + right }), make('text', { x: left - 8, y: up(y) + 5, 'text-anchor': 'end' }, tick(y)));
    }
    for (const v of changes.split(',').map(Number).filter(v => v > start && v < ends)) {
      parts.push(make('path', { d: 'M' + across(v) + ' ' + above + 'V' + below, stroke: 'currentColor', 'stroke-dasharray': '5 3' }), make('text', { x: across(v) + 4, y: above + 14 }, 'change'));
    }
    let free = -1;
    for (const v of ticks(start, ends, (right - left) / 70, logX)) {
      const half = 4.5 * tick(v).length;
      const middle = Math.min(Math.max(across(v), half), width - half);
      if (middle - half > free) {
        parts.push(make('text', { x: middle, y: below + 20, 'text-anchor': 'middle' }, tick(v)));
        free = middle + half + 4;
      }
    }
    parts.push(make('text', { x: 0, y: 18 }, title), make('text', { x: (left + right) / 2, y: height - 6, 'text-anchor': 'middle' }, unit));

    /** @type {Map<Line, number>} */
    const last = new Map();
    for (const line of shown) {
      const points = xs.map((_, i) => i).filter(i => line.y[i] && !(logX && xs[i] < 1 && at === undefined) && !(logY && Number(line.y[i]) <= 0));
      /** @param {number[]} places @param {string[]} of */
      const path = (places, of) => places.map(i => across(xs[i]).toFixed(1) + ' ' + up(Number(of[i])).toFixed(1)).join('L');
      const band = points.filter(i => line.low[i]);
      if (band.length > 1) {
        parts.push(make('path', { d: 'M' + path(band, line.high) + 'L' + path(band.reverse(), line.low) + 'Z', fill: line.look.stroke, 'fill-opacity': 0.16 }));
      } else if (band.length) {
        parts.push(make('path', { d: 'M' + (right - 4) + ' ' + up(Number(line.low[band[0]])) + 'V' + up(Number(line.high[band[0]])), stroke: line.look.stroke, 'stroke-width': 8, 'stroke-opacity': 0.16 }));
      }
      if (points.length) {
        parts.push(make('path', { d: 'M' + path(points, line.y), class: 'curve', ...line.look }));
        last.set(line, up(Number(line.y[points[points.length - 1]])));
      }
    }
    if (!narrow) {
      let y = 0;
      const order = [...lines].sort((a, b) => (last.get(a) ?? 1e9) - (last.get(b) ?? 1e9));
      const tops = order.map(({ button }, i) => {
        const each = Math.max(y, (last.get(order[i]) ?? 0) - button.offsetHeight / 2);
        y = each + button.offsetHeight;
        return each;
      });
      y = below + 14;
      for (let i = order.length - 1; i >= 0; i--) {
        const { button, look } = order[i];
        y = Math.min(tops[i], y - button.offsetHeight);
        button.style.left = right + 20 + 'px';
        button.style.top = tools.offsetHeight + y + 'px';
        const end = last.get(order[i]);
        if (end !== undefined) {
          parts.push(make('path', { d: 'M' + (right + 2) + ' ' + end + 'L' + (right + 20) + ' ' + (y + button.offsetHeight / 2), stroke: look.stroke }));
        }
      }
    }
    const hair = make('g');
    mark = i => {
      hair.replaceChildren(...(i < 0 ? [] : [
        make('path', { d: 'M' + across(xs[i]) + ' ' + above + 'V' + below, stroke: 'currentColor' }),
        ...shown.filter(line => line.y[i] && (!logY || Number(line.y[i]) > 0)).map(line => make('circle', { cx: across(xs[i]), cy: up(Number(line.y[i])), r: 4, fill: line.look.stroke }))]));
      if (i >= 0) {
        const x = across(xs[i]);
        values.style.left = (x < (left + right) / 2 ? x + 12 : Math.max(left + 4, x - 12 - values.offsetWidth)) + 'px';
      }
    };
    svg.setAttribute('width', String(width));
    svg.setAttribute('height', String(height));
    svg.setAttribute('viewBox', [0, 0, width, height].join(' '));
    svg.setAttribute('aria-valuemin', '0');
    svg.setAttribute('aria-valuemax', String(Math.max(0, stops.length - 1)));
    svg.setAttribute('aria-valuenow', '0');
    svg.replaceChildren(...parts, hair);
    choose(stops.includes(chosen) ? chosen : -1);

    /** @param {PointerEvent} event */
    svg.onpointermove = svg.onpointerdown = event => {
      const to = event.clientX - svg.getBoundingClientRect().left;
      choose(stops.reduce((best, i) => Math.abs(across(xs[i]) - to) < Math.abs(across(xs[best]) - to) ? i : best, stops[0] ?? -1));
    };
  }

  svg.onpointerleave = event => {
    if (event.pointerType === 'mouse') {
      choose(-1);
    }
  };
  svg.onblur = () => choose(-1);
  svg.onkeydown = event => {
    /** @type {Record<string, number>} */
    const moves = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10, Home: -1e9, End: 1e9 };
    const by = moves[event.key];
    if (event.key === 'Escape') {
      choose(-1);
    } else if (by && stops.length) {
      event.preventDefault();
      const now = stops.indexOf(chosen);
      choose(stops[Math.max(0, Math.min(stops.length - 1, (now < 0 ? stops.length : now) + by))]);
    }
  };
  charts.push(draw);
  let seen = 0;
  new ResizeObserver(() => {
    if (box.clientWidth !== seen) {
      seen = box.clientWidth;
      draw();
    }
  }).observe(box);
}

document.querySelectorAll('ol.data').forEach(each => chart(/** @type {HTMLElement} */ (each)));
