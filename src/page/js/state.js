import { formOf } from './forms.js';
/**
 * What the page shows; everything else follows from it.
 *
 * @typedef {object} State
 * @property {number[]} values what is believed of each action
 * @property {boolean[]} closed which must not be taken
 * @property {number} temperature τ, of the user's own or found for the goal
 * @property {string} policy who chooses, by its name
 * @property {number} number of the policy, beside the temperature
 * @property {number} goal which measure τ is found for, −1 for none
 * @property {number} wanted the value of that measure
 * @property {number} raised the action whose value is raised
 * @property {number} by by how much
 * @property {number} step of the exactly one open gate, from 0
 * @property {number} seed of the draws
 * @property {number} draws how many
 */

export const MOST_ACTIONS = 8;
export const MOST_DRAWS = 10000;
export const MOST_VALUE = 1e6;
export const LAST_STEP = 3;
export const COLDEST = 0.01;
export const HOTTEST = 100;

/** @returns {State} */
export function start() {
  return {
    values: [-0.5, 1.2, -0.1, 2.4],
    closed: [false, false, false, false],
    temperature: 1,
    policy: 'Softmax',
    number: 0,
    goal: -1,
    wanted: 2,
    raised: 2,
    by: 0.5,
    step: 0,
    seed: 1,
    draws: 0
  };
}

/**
 * The state as the part of an address after #; what is as at the start is left out.
 *
 * @param {State} state
 * @returns {string}
 */
export function write(state) {
  const first = start();
  const parts = [];
  /** @type {(key: string, text: string, usual: string) => void} */
  const add = (key, text, usual) => {
    if (text !== usual) {
      parts.push(key + '=' + text);
    }
  };
  const closed = state.closed.flatMap((is, i) => is ? [i] : []);
  add('q', state.values.join(','), first.values.join(','));
  add('closed', closed.join(','), '');
  if (state.goal < 0) {
    add('t', String(state.temperature), String(first.temperature));
  } else {
    parts.push('for=' + state.goal + ',' + state.wanted);
  }
  add('policy', state.policy + ',' + state.number, first.policy + ',' + first.number);
  add('raise', state.raised + ',' + state.by, first.raised + ',' + first.by);
  add('step', String(state.step), String(first.step));
  add('seed', String(state.seed), String(first.seed));
  add('draws', String(state.draws), String(first.draws));
  return parts.length ? '#' + parts.join('&') : '';
}

/**
 * The state that an address holds; what it does not hold, or holds wrongly, is as at the start.
 *
 * @param {URLSearchParams} given
 * @returns {State}
 */
export function read(given) {
  const state = start();
  /** @type {(key: string) => number[]} */
  const numbers = key => given.get(key)?.split(',').map(each => each.trim() === '' ? NaN : Number(each)) ?? [];
  /** @type {(x: number, low: number, high: number) => boolean} */
  const within = (x, low, high) => x >= low && x <= high;
  /** @type {(x: number, high: number) => boolean} */
  const count = (x, high) => within(x, 0, high) && Number.isInteger(x);

  const values = numbers('q');
  if (within(values.length, 2, MOST_ACTIONS) && values.every(q => within(q, -MOST_VALUE, MOST_VALUE))) {
    state.values = values;
    state.raised = Math.min(state.raised, values.length - 1);
  }
  const closed = numbers('closed');
  state.closed = state.values.map((_, i) => closed.includes(i));
  if (state.closed.every(is => is)) {
    state.closed.fill(false);
  }
  const [t = NaN] = numbers('t');
  if (within(t, COLDEST, HOTTEST)) {
    state.temperature = t;
  }
  const [policy, number = '0'] = (given.get('policy') ?? '').split(',');
  if (formOf(policy) && number !== '' && !Number.isNaN(Number(number))) {
    state.policy = policy;
    state.number = Number(number);
  }
  const [goal = NaN, wanted = NaN] = numbers('for');
  if (state.policy === 'Softmax' && count(goal, 3) && within(wanted, 0, MOST_VALUE)) {
    state.goal = goal;
    state.wanted = wanted;
  }
  const [raised = NaN, by = NaN] = numbers('raise');
  if (count(raised, state.values.length - 1) && within(by, -3, 3)) {
    state.raised = raised;
    state.by = by;
  }
  const [step = NaN] = numbers('step');
  state.step = count(step, LAST_STEP) ? step : state.step;
  const [seed = NaN] = numbers('seed');
  state.seed = count(seed, 2 ** 31 - 1) ? seed : state.seed;
  const [draws = NaN] = numbers('draws');
  state.draws = count(draws, MOST_DRAWS) ? draws : state.draws;
  return state;
}

/**
 * The values as policies take them: −∞ closes an action.
 *
 * @param {State} state
 * @returns {number[]}
 */
export function effective(state) {
  return state.values.map((q, i) => state.closed[i] ? -Infinity : q);
}
