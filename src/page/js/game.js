import { KINDS, allowed } from './experiment.js';
import { decimal, list } from './format.js';

/**
 * A game; everything else of the view follows from it.
 *
 * @typedef {object} Game
 * @property {string} bed gaussian or bernoulli
 * @property {number} arms
 * @property {number} steps
 * @property {number} seed
 * @property {number[]} numbers the number of each rival
 * @property {number[]} moves the arms that were pulled, from 0
 */

export const RIVALS = KINDS.slice(0, 4);
export const LEAST_ARMS = 4;
export const MOST_ARMS = 10;
export const STEPS = [20, 50, 100, 200];

/** @returns {Game} */
export function usualGame() {
  return { bed: 'gaussian', arms: 6, steps: 50, seed: 1, numbers: RIVALS.map(([, , , number]) => number), moves: [] };
}

/**
 * The label of a rival, which names its random numbers too, as in an experiment.
 *
 * @param {Game} game
 * @param {number} i
 * @returns {string}
 */
export function rival(game, i) {
  const [, name, symbol] = RIVALS[i];
  return symbol ? name + ' ' + game.numbers[i] : name;
}

/**
 * The game as the part of an address after #: a pull is the last digit of its arm's number, which is its key; what is as usual is left
 * out.
 *
 * @param {Game} game
 * @returns {string}
 */
export function writeGame(game) {
  const flat = (/** @type {Game} */ { bed, arms, steps, seed, numbers, moves }) => ({
    bed, arms, steps, seed, softmax: numbers[0], greedy: numbers[1], pulls: moves.map(arm => (arm + 1) % 10).join('')
  });
  const first = Object.values(flat(usualGame()));
  return ['#view=play', ...Object.entries(flat(game)).filter(([, value], i) => value !== first[i]).map(([key, value]) => key + '=' + value)].join('&');
}

/**
 * The game that an address holds; what it does not hold, or holds wrongly, is as usual.
 *
 * @param {URLSearchParams} given
 * @returns {Game}
 */
export function readGame(given) {
  const game = usualGame();
  const number = (/** @type {string} */ key, /** @type {(x: number) => boolean} */ fits, /** @type {number} */ otherwise) => {
    const x = Number(given.get(key) || NaN);
    return fits(x) ? x : otherwise;
  };
  game.bed = given.get('bed') === 'bernoulli' ? 'bernoulli' : 'gaussian';
  game.arms = number('arms', x => Number.isInteger(x) && x >= LEAST_ARMS && x <= MOST_ARMS, game.arms);
  game.steps = number('steps', x => STEPS.includes(x), game.steps);
  game.seed = number('seed', x => Number.isInteger(x) && x >= 0 && x < 2 ** 31, game.seed);
  game.numbers[0] = number('softmax', x => allowed(x, RIVALS[0][4]), game.numbers[0]);
  game.numbers[1] = number('greedy', x => allowed(x, RIVALS[1][4]), game.numbers[1]);
  const moves = [...given.get('pulls') ?? ''].map(digit => (Number(digit) + 9) % 10);
  if (moves.length <= game.steps && moves.every(arm => arm >= 0 && arm < game.arms)) {
    game.moves = moves;
  }
  return game;
}

/**
 * What a finished game cost, in one sentence.
 *
 * @param {Game} game
 * @param {number} best the arm with the greatest mean
 * @param {number[]} regrets yours, then those of the rivals
 * @returns {string}
 */
export function verdict(game, best, regrets) {
  const [yours, ...theirs] = regrets.map(x => Number(x.toFixed(1))); // as they are shown
  const others = game.moves.filter(arm => arm !== best).length;
  const named = (/** @type {(x: number) => boolean} */ which) =>
    list(theirs.flatMap((x, i) => which(x) ? [rival(game, i) + ' (' + decimal(x, 1) + ')'] : []));
  const beside = [['less than ', named(x => x > yours)], ['as much as ', named(x => x === yours)], ['more than ', named(x => x < yours)]]
    .filter(([, names]) => names).map(([how, names]) => how + names);
  return (others === 0 ? 'None' : others) + ' of your ' + game.steps + ' pulls went to other arms than the best, arm ' + (best + 1)
    + ', which cost ' + (others === 0 ? 'nothing' : decimal(yours, 1)) + ': ' + list(beside) + '.';
}
