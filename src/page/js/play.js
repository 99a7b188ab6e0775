import { keep } from './address.js';
import { chart } from './chart.js';
import { byId, drawn, element, fill, input, onNumber, say, select } from './dom.js';
import { LEAST_NUMBER, allowed, range } from './experiment.js';
import { decimal } from './format.js';
import { LEAST_ARMS, MOST_ARMS, RIVALS, readGame, rival, usualGame, verdict, writeGame } from './game.js';
import { offer } from './save.js';

/**
 * What Kelvin's classes tell of a game: see kelvin.page.Play, by way of kelvin.page.TradeOff.
 *
 * @typedef {[ones: boolean, arms: number, steps: number, seed: number]} World
 *
 * @typedef {object} Classes
 * @property {(...world: World) => Float64Array} means
 * @property {(...all: [...World, pulls: number[]]) => Float64Array} rewards
 * @property {(...all: [...World, pulls: number[]]) => Float64Array} regret
 * @property {(...all: [...World, kind: string, number: number, label: string]) => Int32Array} pulls
 *
 * @typedef {object} Player
 * @property {string} name
 * @property {number} colour
 * @property {number[]} moves as many as you have made
 * @property {number[]} rewards
 */

/** The colour of you, after those of the four others. */
const YOURS = 4;

/**
 * The whole view of the game.
 *
 * @param {Classes} classes
 * @returns {(given: URLSearchParams) => void} shows what an address holds
 */
export function play(classes) {
  let game = usualGame();
  /** @type {number[][]} what each rival pulls in the whole game */
  let theirs = [];
  offer('race', 'game');
  say(byId('rivals'), RIVALS.map(([, name, , , , , words]) => name + ': ' + words).join('. ') + '.');

  /** @returns {World} */
  function world() {
    return [game.bed === 'bernoulli', game.arms, game.steps, game.seed];
  }

  /** Lets the rivals play, and shows the game from there on. */
  function begin() {
    theirs = RIVALS.map(([kind], i) => [...classes.pulls(...world(), kind, game.numbers[i], rival(game, i))]);
    const list = byId('arms-to-pull');
    list.style.setProperty('--columns', String(game.arms > 6 ? Math.ceil(game.arms / 2) : game.arms));
    list.replaceChildren(...Array.from({ length: game.arms }, (_, arm) => {
      const button = element('button', { type: 'button', class: 'arm' });
      button.addEventListener('click', () => pull(arm));
      return button;
    }));
    keep('play', writeGame(game));
    show();
  }

  /** @param {number} arm */
  function pull(arm) {
    if (arm < game.arms && game.moves.length < game.steps) {
      game.moves.push(arm);
      keep('play', writeGame(game));
      show();
    }
  }

  /** @returns {Player[]} */
  function players() {
    return [game.moves, ...theirs].map((all, i) => {
      const moves = all.slice(0, game.moves.length);
      return { name: i ? rival(game, i - 1) : 'you', colour: i ? i - 1 : YOURS, moves, rewards: [...classes.rewards(...world(), moves)] };
    });
  }

  function show() {
    const step = game.moves.length;
    const over = step === game.steps;
    const all = players();
    const means = [...classes.means(...world())];
    const best = means.indexOf(Math.max(...means));
    const regrets = all.map(each => [0, ...(over ? classes.regret(...world(), each.moves) : [])]);
    say(byId('game-title'), over ? 'The arms, shown' : 'Pull ' + (step + 1) + ' of ' + game.steps);
    say(byId('game-words'), over ? verdict(game, best, regrets.map(each => each[step]))
      : step === 0 ? 'Choose an arm.'
        : 'Arm ' + (game.moves[step - 1] + 1) + ' paid ' + decimal(all[0].rewards[step - 1], places()) + '. ' + (game.steps - step)
        + (game.steps - step === 1 ? ' pull is' : ' pulls are') + ' left.');
    byId('game-words').classList.toggle('verdict', over);
    arms(all[0], over ? means : [], best);
    say(byId('game-note'), 'Each dot is a reward' + (over ? ', the thick line the true mean' : ', the newest in orange') + '; the thin '
      + (places() ? 'line is 0, between −5 and 5.' : 'lines are 0 and 1.'));
    say(byId('race-title'), over ? 'Your regret compared with theirs' : 'Your reward compared with theirs');
    say(byId('race-note'), over ? 'Regret is what was given up so far, compared with always pulling arm ' + (best + 1) + '. It counts true means; reward has luck in it.'
      : 'Regret is shown at the end: it would give the best arm away.');
    const curves = over ? regrets : all.map(each => sums(each.rewards));
    chart(byId('race'), all.map(({ name, colour }, i) =>
      ({ x: curves[i].map((_, n) => n), y: curves[i], margin: curves[i].map(() => NaN), colour, name })),
      { x: 'pull', y: over ? 'regret' : 'reward so far', log: false, share: false, marks: [], end: game.steps });
    table(all, over ? regrets : [], best);
    byId('game-again').hidden = step === 0;
    byId('game-end').hidden = !over;
    byId('to-average').setAttribute('href', '#view=trade-off&arms=' + game.arms + '&steps=100&seed=' + game.seed + '&learners='
      + RIVALS.map(([kind], i) => kind + ':' + game.numbers[i]).join(',') + (game.bed === 'bernoulli' ? '&bed=bernoulli' : ''));
    controls();
  }

  /** How many decimals a reward is shown with. */
  function places() {
    return game.bed === 'bernoulli' ? 0 : 2;
  }

  /**
   * What you have seen of each arm, and at the end its mean.
   *
   * @param {Player} you
   * @param {number[]} means empty while they are hidden
   * @param {number} best
   */
  function arms({ moves, rewards }, means, best) {
    const last = moves[moves.length - 1];
    byId('arms-to-pull').querySelectorAll('button').forEach((button, arm) => {
      const seen = rewards.filter((_, n) => moves[n] === arm);
      const mean = seen.reduce((sum, x) => sum + x, 0) / seen.length;
      const lines = [seen.length === 0 ? 'not pulled' : seen.length === 1 ? 'pulled once' : 'pulled ' + seen.length + ' times',
        'mean paid ' + (seen.length ? decimal(mean, 2) : '?')];
      if (means.length) {
        lines.push('true mean ' + decimal(means[arm], 2));
      }
      button.replaceChildren(element('b', {}, 'Arm ' + (arm + 1), ...(means.length && arm === best ? [element('em', {}, 'best')] : [])),
        strip(seen, arm === last && !means.length, means[arm]), ...lines.map(line => element('span', {}, line, ' ')));
      button.classList.toggle('last', arm === last && !means.length);
      button.classList.toggle('best', means.length > 0 && arm === best);
      button.setAttribute('aria-disabled', String(means.length > 0));
    });
  }

  /**
   * The rewards of an arm as dots, its mean as a line.
   *
   * @param {number[]} seen
   * @param {boolean} fresh whether the newest is marked
   * @param {number | undefined} mean
   * @returns {SVGElement}
   */
  function strip(seen, fresh, mean) {
    const ones = game.bed === 'bernoulli';
    const [low, high, spread] = ones ? [-0.2, 1.2, 0.3] : [-5, 5, 0];
    const across = (/** @type {number} */ x) => 200 * (Math.min(Math.max(x, low), high) - low) / (high - low);
    const marks = ones ? [0, 1] : [0];
    const strewn = (/** @type {number} */ n) => n - Math.floor(n) - 0.5; // apart, and the same each time
    return drawn('svg', { viewBox: '-6 0 212 44', class: 'strip', 'aria-hidden': 'true' },
      ...marks.map(x => drawn('line', { x1: across(x), x2: across(x), y1: 2, y2: 42, class: 'grid' })),
      ...(mean === undefined ? [] : [drawn('line', { x1: across(mean), x2: across(mean), y1: 0, y2: 44, class: 'mean' })]),
      ...seen.map((x, n) => drawn('circle', {
        cx: across(x + spread * strewn(0.5 + n * 0.7549)), cy: 22 + 30 * strewn(0.5 + n * 0.5698), r: 6, class: fresh && n === seen.length - 1 ? 'fresh' : ''
      })));
  }

  /**
   * @param {Player[]} all
   * @param {number[][]} regrets empty while they are hidden
   * @param {number} best
   */
  function table(all, regrets, best) {
    const heads = ['Player', 'Reward', ...(regrets.length ? ['Regret', 'Best arm'] : [])];
    byId('race-table').replaceChildren(
      element('thead', {}, element('tr', {}, ...heads.map(text => element('th', { scope: 'col' }, text)))),
      element('tbody', {}, ...all.map((each, i) => element('tr', {}, headed(each), ...[
        decimal(each.rewards.reduce((sum, x) => sum + x, 0), regrets.length || places() ? 1 : 0),
        ...(regrets.length ? [decimal(regrets[i][game.steps], 1), count(each.moves, best) + ' times'] : [])
      ].map(text => element('td', {}, text))))));
    byId('moves-table').querySelector('tbody')?.replaceChildren(...all[0].moves.map((arm, n) => element('tr', {},
      ...[n + 1, arm + 1].map(x => element('td', {}, String(x))), element('td', {}, decimal(all[0].rewards[n], places())))));
    byId('pulls-table').replaceChildren(
      element('caption', {}, 'How often each pulled each arm'),
      element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Player'), ...Array.from({ length: game.arms }, (_, arm) =>
        element('th', { scope: 'col', class: arm === best ? 'count chosen' : 'count' }, String(arm + 1))))),
      element('tbody', {}, ...all.map(each => element('tr', {}, headed(each), ...Array.from({ length: game.arms }, (_, arm) =>
        element('td', { class: arm === best ? 'count chosen' : 'count' }, String(count(each.moves, arm))))))));
  }

  function controls() {
    for (const [id, value] of /** @type {[string, string | number][]} */ ([['game-bed', game.bed], ['game-steps', game.steps],
      ['game-arms', game.arms], ['game-seed', game.seed], ['game-softmax', game.numbers[0]], ['game-greedy', game.numbers[1]]])) {
      fill(input(id), value);
    }
  }

  /** @type {(id: string, fits: (x: number) => boolean, words: () => string, then: (x: number) => void) => void} */
  const number = (id, fits, words, then) => onNumber(input(id), fits, () => words() + ' is shown.', x => {
    then(x);
    begin();
  });
  /** @type {(change: Partial<import('./game.js').Game>) => void} */
  const anew = change => {
    game = { ...game, moves: [], ...change };
    begin();
  };
  number('game-arms', x => Number.isInteger(x) && x >= LEAST_ARMS && x <= MOST_ARMS,
    () => LEAST_ARMS + ' to ' + MOST_ARMS + ' arms; ' + game.arms, arms => anew({ arms }));
  number('game-seed', x => Number.isInteger(x) && x >= 0 && x < 2 ** 31,
    () => 'A whole number from 0 to ' + (2 ** 31 - 1) + '; ' + game.seed, seed => anew({ seed }));
  ['game-softmax', 'game-greedy'].forEach((id, i) => {
    input(id).min = String(LEAST_NUMBER);
    number(id, x => allowed(x, RIVALS[i][4]), () => range(i) + '; ' + game.numbers[i], x => {
      game.numbers[i] = x;
    });
  });
  select('game-bed').addEventListener('change', () => anew({ bed: select('game-bed').value }));
  select('game-steps').addEventListener('change', () => anew({ steps: Number(select('game-steps').value) }));
  /** @type {[string, () => Partial<import('./game.js').Game>][]} */
  const buttons = [['game-again', () => ({})], ['game-other', () => ({ seed: (game.seed + 1) % 2 ** 31 })]];
  for (const [id, change] of buttons) {
    byId(id).addEventListener('click', () => {
      anew(change());
      byId('arms-to-pull').querySelector('button')?.focus();
    });
  }
  document.addEventListener('keydown', event => {
    const typing = event.target instanceof HTMLInputElement && event.target.type === 'number' || event.target instanceof HTMLSelectElement;
    if (/^\d$/.test(event.key) && !typing && !event.ctrlKey && !event.altKey && !event.metaKey && !byId('play').hidden && input('game-keys').checked) {
      pull((Number(event.key) + 9) % 10);
    }
  });
  new ResizeObserver(show).observe(byId('play'));

  return given => {
    game = readGame(given);
    begin();
  };
}

/**
 * @param {number[]} moves
 * @param {number} arm
 * @returns {number}
 */
function count(moves, arm) {
  return moves.filter(each => each === arm).length;
}

/**
 * The sums of the first 0, 1, 2, … numbers.
 *
 * @param {number[]} numbers
 * @returns {number[]}
 */
function sums(numbers) {
  const all = [0];
  numbers.forEach((x, n) => all.push(all[n] + x));
  return all;
}

/**
 * @param {Player} player
 * @returns {HTMLElement}
 */
function headed({ name, colour }) {
  return element('th', { scope: 'row' }, element('span', { class: 'swatch c' + colour, 'aria-hidden': 'true' }), name);
}
