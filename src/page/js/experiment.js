/**
 * What is played; everything else of the view follows from it.
 *
 * @typedef {object} Experiment
 * @property {string} bed gaussian or bernoulli
 * @property {number} arms
 * @property {number} horizon
 * @property {number} repetitions
 * @property {number} seed
 * @property {number[]} numbers the number of each kind of learner
 * @property {boolean[]} plays whether it plays
 * @property {number} shown which metric, from 0
 * @property {number} looked which learner is looked at step by step, by its place among the kinds
 * @property {number} quantity of which quantity, from 0
 * @property {number} run in which run alone, from 0
 */

/**
 * A kind of learner: its name among the classes, its name and its number for people, the usual number, the greatest, how experiment
 * files write it, and what it does.
 *
 * @typedef {[kind: string, name: string, symbol: string, number: number, most: number, yaml: (number: number, bed: string) => string,
 *   words: string]} Kind
 */

/** @type {Kind[]} */
export const KINDS = [
  ['softmax', 'softmax', 'τ', 0.2, 100, x => '{Softmax: {temperature: ' + x + '}}',
    'an arm is the likelier, the more it has paid'],
  ['greedy', 'ε-greedy', 'ε', 0.1, 1, x => '{EpsilonGreedy: {epsilon: ' + x + '}}',
    'the best so far, but with probability ε any arm'],
  ['ucb', 'UCB1', '', 1, 1, () => '{Ucb1: {}}',
    'the mean so far plus a bonus for arms that are seldom tried'],
  ['thompson', 'Thompson', '', 1, 1, (_, bed) => bed === 'bernoulli' ? '{ThompsonBeta: {}}' : '{ThompsonGaussian: {rewardStdDev: 1}}',
    'guesses a mean for each arm, as uncertain as it is, and takes the highest guess'],
  ['cooling', 'cooling', 'from τ', 1, 100, x => '{Softmax: {temperature: {InverseSqrt: {start: ' + x + '}}}}',
    'softmax whose τ falls as 1/√t'],
  ['gates', 'gates', 'τ', 0.2, 100, x => '{SigmoidGate: {threshold: 0.5, temperature: ' + x + '}}',
    'a gate for each arm, half open where its mean so far is 0.5'],
  ['gradient', 'gradient', 'step size', 0.1, 10, x => '{GradientBandit: {stepSize: ' + x + ', baseline: including}}',
    'learns preferences, not means']
];
export const LEAST_NUMBER = 0.001;
export const HORIZONS = [100, 300, 1000, 3000];
export const REPETITIONS = [24, 80, 200, 1000];

/** @returns {Experiment} */
export function usual() {
  return {
    bed: 'gaussian', arms: 10, horizon: 1000, repetitions: 200, seed: 1,
    numbers: KINDS.map(([, , , number]) => number), plays: KINDS.map((_, i) => i < 4), shown: 0,
    looked: 0, quantity: 0, run: 17
  };
}

/**
 * The label of a learner, which names its random numbers too.
 *
 * @param {Experiment} experiment
 * @param {number} i
 * @returns {string}
 */
export function labelOf(experiment, i) {
  const [, name, symbol] = KINDS[i];
  return symbol ? name + ' ' + experiment.numbers[i] : name;
}

/**
 * What the number of a kind may be, in words.
 *
 * @param {number} i
 * @returns {string}
 */
export function range(i) {
  const [, , symbol, , most] = KINDS[i];
  return symbol + ' may be ' + LEAST_NUMBER + ' to ' + most;
}

/**
 * The places of the kinds that play.
 *
 * @param {Experiment} experiment
 * @returns {number[]}
 */
export function players(experiment) {
  return KINDS.flatMap((_, i) => experiment.plays[i] ? [i] : []);
}

/**
 * The experiment as a file that kelvin run plays.
 *
 * @param {Experiment} experiment
 * @returns {string}
 */
export function yaml(experiment) {
  const { bed, arms, horizon, repetitions, seed, numbers, run } = experiment;
  const testbed = bed === 'bernoulli'
    ? '{BernoulliTestbed: {arms: ' + arms + ', means: {Uniform: {low: 0, high: 1}}}}'
    : '{GaussianTestbed: {arms: ' + arms + ', meanStdDev: 1, rewardStdDev: 1}}';
  return ['question: What does exploring cost?', 'seed: ' + seed, 'horizon: ' + horizon, 'repetitions: ' + repetitions, 'report: 100',
    'trace: {steps: 100, runs: [' + run + ']}', 'testbed: ' + testbed, 'learners:', ...players(experiment).map(i => '  ' + labelOf(experiment, i) + ': ' + KINDS[i][5](numbers[i], bed)),
    ''].join('\n');
}

/**
 * The experiment as the part of an address after #; what is as usual is left out.
 *
 * @param {Experiment} experiment
 * @returns {string}
 */
export function writeExperiment(experiment) {
  const parts = ['view=trade-off'];
  const learners = (/** @type {Experiment} */ each) => players(each).map(i => KINDS[i][0] + ':' + each.numbers[i]).join(',');
  const flat = (/** @type {Experiment} */ each) => ({
    bed: each.bed, arms: each.arms, steps: each.horizon, repetitions: each.repetitions, seed: each.seed, show: each.shown,
    look: each.looked, at: each.quantity, run: each.run, learners: learners(each)
  });
  const first = Object.values(flat(usual()));
  Object.entries(flat(experiment)).forEach(([key, value], i) => {
    if (value !== first[i]) {
      parts.push(key + '=' + value);
    }
  });
  return '#' + parts.join('&');
}

/**
 * The experiment that an address holds; what it does not hold, or holds wrongly, is as usual.
 *
 * @param {URLSearchParams} given
 * @returns {Experiment}
 */
export function readExperiment(given) {
  const experiment = usual();
  const whole = (/** @type {string} */ key, /** @type {number} */ low, /** @type {number} */ high, /** @type {number} */ otherwise) => {
    const text = given.get(key);
    const x = text ? Number(text) : NaN;
    return Number.isInteger(x) && x >= low && x <= high ? x : otherwise;
  };
  experiment.bed = given.get('bed') === 'bernoulli' ? 'bernoulli' : 'gaussian';
  experiment.arms = whole('arms', 2, 20, experiment.arms);
  experiment.seed = whole('seed', 0, 2 ** 31 - 1, experiment.seed);
  experiment.shown = whole('show', 0, 2, experiment.shown);
  const horizon = whole('steps', 1, 3000, NaN);
  experiment.horizon = HORIZONS.includes(horizon) ? horizon : experiment.horizon;
  const repetitions = whole('repetitions', 1, 1000, NaN);
  experiment.repetitions = REPETITIONS.includes(repetitions) ? repetitions : experiment.repetitions;
  experiment.looked = whole('look', 0, KINDS.length - 1, experiment.looked);
  experiment.quantity = whole('at', 0, 4, experiment.quantity);
  experiment.run = whole('run', 0, experiment.repetitions - 1, experiment.run);
  const named = (given.get('learners') ?? '').split(',').map(each => each.split(':'));
  const found = KINDS.map(([kind, , , , most]) => named.find(([name, number]) => name === kind && allowed(Number(number), most)));
  if (found.some(each => each)) {
    experiment.plays = found.map(each => each !== undefined);
    experiment.numbers = experiment.numbers.map((usually, i) => Number(found[i]?.[1] ?? usually));
  }
  return experiment;
}

/**
 * @param {number} x
 * @param {number} most
 * @returns {boolean}
 */
export function allowed(x, most) {
  return x >= LEAST_NUMBER && x <= most;
}
