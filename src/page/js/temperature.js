import { areas } from './chart.js';
import { byId, drawn, element, input, name, say, select } from './dom.js';
import { decimal, list, probability, tau } from './format.js';
import { shares } from './policy.js';
import { offer } from './save.js';
import { COLDEST, HOTTEST, effective } from './state.js';

const WIDTH = 400;
const HEIGHT = 100;
const POINTS = 161;
/** Names of gaps nearer than this part of the dial stand together. */
const NEAR = 0.045;
const LOW = Math.log10(COLDEST);
const HIGH = Math.log10(HOTTEST);
const TICKS = [0.01, 0.1, 1, 10, 100];
const UNITS = [' nats', ' effective actions', '', ''];

/**
 * The dial, the picture over it, and the goal that may turn it.
 *
 * @param {import('./core.js').Core} core
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {import('./decision.js').Part}
 */
export function temperature(core, change) {
  const dial = input('heat');
  const dials = [dial, input('heat-bar-dial')]; // the second is at hand while the first is out of sight
  dials.forEach(each => each.addEventListener('input', () => change(state => {
    state.goal = -1;
    state.temperature = Number((10 ** each.valueAsNumber).toPrecision(3));
  })));
  new IntersectionObserver(entries => {
    byId('heat-bar').hidden = entries[entries.length - 1].isIntersecting;
  }).observe(dial);
  const goal = select('goal');
  goal.addEventListener('change', () => change(state => {
    state.goal = Number(goal.value);
    if (state.goal >= 0) {
      state.wanted = Number(core.measures(effective(state), state.temperature)[state.goal].toPrecision(2));
    } else {
      state.temperature = Number(state.temperature.toPrecision(3));
    }
  }));
  const number = input('goal-number');
  number.addEventListener('input', () => {
    if (number.valueAsNumber >= 0) {
      change(state => {
        state.wanted = number.valueAsNumber;
      });
    }
  });
  byId('heat-axis').append(...TICKS.map(t => {
    const tick = element('span', {}, String(t));
    tick.style.insetInlineStart = 100 * place(t) + '%';
    return tick;
  }));

  /** @type {() => void} */
  let file = () => {};
  offer('profile-file', 'temperature', () => file());

  return state => {
    const q = effective(state);
    const t = state.temperature;
    file = () => areas(byId('profile-file'), temperatures(), temperatures().map(each => [...shares(core, state, q, each)]), q.map((_, i) => name(i)),
      { x: 'temperature τ', y: 'probability, ' + state.policy, log: true, stretches: false, marks: [[t, 'τ = ' + tau(t)]] });
    ['heat-now', 'heat-bar-now'].forEach(id => say(byId(id), tau(t)));
    dials.forEach(each => {
      each.value = String(Math.log10(t));
      each.setAttribute('aria-valuetext', tau(t));
    });
    goal.value = String(state.goal);
    number.hidden = state.goal < 0;
    if (document.activeElement !== number) {
      number.value = state.goal < 0 ? '' : String(state.wanted);
    }
    say(byId('goal-words'), state.goal < 0 ? '' : reached(core, q, state));
    profile(core, state, q);
    table(core, state, q);
    byId('heat-words').classList.toggle('still', state.policy === 'Softmax');
    say(byId('heat-words'), state.policy === 'Softmax' ? words(q, t, core.measures(q, t)[2]) : sizes(q));
  };
}

/**
 * @param {number} t
 * @returns {number} in [0, 1] along the dial
 */
function place(t) {
  return (Math.log10(t) - LOW) / (HIGH - LOW);
}

/**
 * The temperatures along the dial at which the picture is drawn.
 *
 * @returns {number[]}
 */
function temperatures() {
  return Array.from({ length: POINTS }, (_, k) => 10 ** (LOW + (HIGH - LOW) * k / (POINTS - 1)));
}

/**
 * The gaps of the open actions to the best, smallest first, those of one size together.
 *
 * @param {number[]} q
 * @returns {[number, string[]][]}
 */
function gaps(q) {
  const best = Math.max(...q);
  /** @type {Map<number, string[]>} */
  const all = new Map();
  q.forEach((value, i) => {
    const gap = Number((best - value).toPrecision(12));
    if (gap > 0 && gap < Infinity) {
      all.set(gap, [...all.get(gap) ?? [], name(i)]);
    }
  });
  return [...all].sort(([a], [b]) => a - b);
}

/**
 * The shares of all actions over the temperature, stacked; the temperature that is set and the gaps as lines.
 *
 * @param {import('./core.js').Core} core
 * @param {import('./state.js').State} state
 * @param {number[]} q
 */
function profile(core, state, q) {
  const t = state.temperature;
  const columns = temperatures().map(each => shares(core, state, q, each));
  const picture = byId('profile');
  picture.setAttribute('viewBox', '0 0 ' + WIDTH + ' ' + HEIGHT);
  picture.setAttribute('preserveAspectRatio', 'none');
  const floor = columns.map(() => HEIGHT);
  const areas = q.map((_, i) => {
    const below = floor.map((y, k) => point(k, y));
    columns.forEach((p, k) => {
      floor[k] -= HEIGHT * p[i];
    });
    const above = floor.map((y, k) => point(k, y)).reverse();
    return drawn('polygon', { points: [...below, ...above].join(' '), class: 'c' + i % 8 });
  });
  const marks = gaps(q).filter(([gap]) => gap >= COLDEST && gap <= HOTTEST)
    .map(([gap]) => line(place(gap), 'gap'));
  picture.replaceChildren(...areas, ...marks, line(place(t), 'halo'), line(place(t), 'now'));
  labels(q, columns[POINTS - 1], floor[POINTS - 1]);
}

/**
 * The names of the actions: on their areas at the right end, and over the lines of their gaps.
 *
 * @param {number[]} q
 * @param {Float64Array} last the shares at the right end
 * @param {number} top the height at which the last area ends there
 */
function labels(q, last, top) {
  let below = top + HEIGHT;
  const areas = q.flatMap((_, i) => {
    const middle = below - HEIGHT * last[i] / 2;
    below -= HEIGHT * last[i];
    return last[i] > 0.09 ? [label(name(i), 'area', middle / HEIGHT, 'insetBlockStart')] : [];
  });
  /** @type {{ names: string[], from: number, to: number }[]} */
  const near = [];
  for (const [gap, names] of gaps(q).filter(([each]) => each >= COLDEST && each <= HOTTEST)) {
    const at = place(gap);
    const last = near[near.length - 1];
    if (last && at - last.to < NEAR) {
      last.names.push(...names);
      last.to = at;
    } else {
      near.push({ names: [...names], from: at, to: at });
    }
  }
  byId('heat-labels').replaceChildren(...areas,
    ...near.map(({ names, from, to }) => label(names.join(' '), 'over', (from + to) / 2, 'insetInlineStart')));
}

/**
 * @param {string} text
 * @param {string} kind
 * @param {number} at in [0, 1] along the edge
 * @param {'insetBlockStart' | 'insetInlineStart'} edge
 * @returns {HTMLElement}
 */
function label(text, kind, at, edge) {
  const made = element('span', { class: kind }, text);
  made.style[edge] = 100 * at + '%';
  return made;
}

/**
 * @param {number} k
 * @param {number} y
 * @returns {string}
 */
function point(k, y) {
  return (WIDTH * k / (POINTS - 1)).toFixed(1) + ',' + y.toFixed(2);
}

/**
 * @param {number} at in [0, 1]
 * @param {string} kind
 * @returns {SVGElement}
 */
function line(at, kind) {
  return drawn('line', { x1: WIDTH * at, x2: WIDTH * at, y1: 0, y2: HEIGHT, class: kind, 'vector-effect': 'non-scaling-stroke' });
}

/**
 * @param {import('./core.js').Core} core
 * @param {import('./state.js').State} state
 * @param {number[]} q
 */
function table(core, state, q) {
  const [head, body] = ['thead', 'tbody'].map(part => /** @type {HTMLElement} */ (byId('profile-table').querySelector(part)));
  head.replaceChildren(element('tr', {}, element('th', { scope: 'col' }, 'τ'), ...q.map((_, i) => element('th', { scope: 'col' }, name(i)))));
  body.replaceChildren(...TICKS.map(t => element('tr', {}, element('th', { scope: 'row' }, String(t)),
    ...[...shares(core, state, q, t)].map(p => element('td', {}, decimal(p, 3))))));
}

/**
 * @param {number[]} q
 * @returns {string}
 */
function sizes(q) {
  const all = gaps(q);
  return all.length ? 'Lines mark the gaps to the best: ' + list(all.map(([gap, names]) => names.join(' and ') + ' ' + decimal(gap, 2))) + '. ' : '';
}

/**
 * @param {number[]} q
 * @param {number} t
 * @param {number} best how likely the best is
 * @returns {string}
 */
function words(q, t, best) {
  const all = gaps(q);
  if (all.length === 0) {
    return 'No allowed action is better than another, so the temperature makes no difference.';
  }
  const [smallest] = all[0];
  const [largest] = all[all.length - 1];
  const top = Math.max(...q);
  const named = 'the best, ' + list(q.flatMap((value, i) => value === top ? [name(i)] : [])) + ' (' + probability(best) + ')';
  if (t < smallest / 5) {
    return sizes(q) + 'τ is far below all of them: softmax takes the best nearly always: ' + named.slice(10) + '.';
  } else if (t < smallest / 2) {
    return sizes(q) + 'τ is below all of them: softmax mostly takes ' + named + '.';
  } else if (t <= 2 * largest) {
    return sizes(q) + 'τ is about as large as they are, which is where it matters: an action that is better by τ is taken e ≈ 2.718 times as often. '
      + 'So softmax takes ' + named + '.';
  } else if (t <= 5 * largest) {
    return sizes(q) + 'τ is above all of them: softmax takes all nearly as often, ' + named + ', a little more.';
  }
  return sizes(q) + 'τ is far above all of them: softmax hardly looks at the values, and takes ' + named + ', hardly more often than others.';
}

/**
 * @param {import('./core.js').Core} core
 * @param {number[]} q
 * @param {import('./state.js').State} state
 * @returns {string}
 */
function reached(core, q, state) {
  const found = core.temperature(q, state.goal, state.wanted);
  const unit = UNITS[state.goal];
  if (found >= COLDEST && found <= HOTTEST) {
    return 'τ = ' + tau(found) + ' does, and follows the values.';
  }
  const ends = [COLDEST, HOTTEST].map(t => core.measures(q, t)[state.goal]).sort((a, b) => a - b);
  return 'No temperature from ' + COLDEST + ' to ' + HOTTEST + ' does: these values allow ' + decimal(ends[0], 3) + ' to ' + decimal(ends[1], 3) + unit
    + '. τ stays as it was.';
}
