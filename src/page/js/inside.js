import { areas, chart } from './chart.js';
import { byId, element, fill, input, onNumber, say, select } from './dom.js';
import { decimal } from './format.js';
import { KINDS, labelOf, players } from './experiment.js';

/** Of how many arms the shares stand alone; those of all worse ones stand together. */
const MOST_ARMS = 6;
const ROWS = 12;

/**
 * What can be looked at: its name, its axis, whether it is a share of each arm, and its decimals; see kelvin.page.TradeOff.inside.
 *
 * @type {[name: string, axis: string, ofArms: boolean, decimals: number][]}
 */
export const QUANTITIES = [
  ['how often each arm is pulled', 'share of the pulls', true, 2],
  ['probabilities of the arms', 'probability', true, 3],
  ['entropy of the choice', 'entropy in nats', false, 3],
  ['temperature', 'temperature τ', false, 3],
  ['regret so far', 'regret', false, 1]
];

/**
 * What one learner did, by quantity, each step by step.
 *
 * @typedef {ArrayLike<number>[]} Inside
 */

/**
 * Whether the mean of what is looked at takes playing once more, with a look into the learner at each step.
 *
 * @param {import('./experiment.js').Experiment} experiment
 * @returns {boolean}
 */
export function needsTrace(experiment) {
  return experiment.quantity >= 1 && experiment.quantity <= 3;
}

/**
 * The part of the trade-off that looks at one learner step by step, over all runs and in one of them alone.
 *
 * @param {import('./experiment.js').Experiment} experiment
 * @param {ArrayLike<number>} steps
 * @param {Inside | undefined} mean of all runs, if it is known yet
 * @param {Inside} single of one
 * @param {number} repetitions how many runs
 */
export function inside(experiment, steps, mean, single, repetitions) {
  const [, axis, ofArms, decimals] = QUANTITIES[experiment.quantity];
  const [all, one] = [mean, single].map(each => each ? each[experiment.quantity] : []);
  const known = [all, one].map(each => Array.from(each).some(x => !Number.isNaN(x)));
  const names = ['mean of ' + repetitions + ' runs', 'run ' + experiment.run + ' alone'];
  const drawings = ['inside', 'inside-run'].map(byId);
  drawings[1].parentElement?.toggleAttribute('hidden', !ofArms || !known[1]);
  drawings[0].parentElement?.toggleAttribute('hidden', !known[0] && (ofArms || !known[1]));
  if (ofArms) {
    [all, one].forEach((each, k) => known[k] && areas(drawings[k], steps, together(each, experiment.arms), armNames(experiment.arms),
      { x: 'step', y: axis + ', ' + names[k], log: false, marks: [], stretches: experiment.quantity === 0, hue: experiment.looked }));
  } else if (known[0] || known[1]) {
    chart(drawings[0], [all, one].map((y, k) => ({ x: steps, y, margin: [], colour: k, name: names[k] })).filter((_, k) => known[k]),
      { x: 'step', y: axis, log: false, share: false, marks: [] });
  }
  say(byId('inside-words'), known[0] || known[1] ? words(experiment, mean === undefined, known[0]) : unknown(experiment));
  const columns = ofArms ? armNames(experiment.arms) : [''];
  const rows = ofArms ? [all, one].map(each => together(each, experiment.arms)) : [all, one].map(each => Array.from(each, x => [x]));
  const table = byId('inside-table');
  table.replaceChildren(
    element('caption', {}, axis + ' of ' + labelOf(experiment, experiment.looked)),
    element('thead', {}, element('tr', {}, element('th', { scope: 'col' }, 'Step'),
      ...names.flatMap(name => columns.map(column => element('th', { scope: 'col' }, column + (column ? ', ' : '') + name))))),
    element('tbody', {}, ...places(steps.length).map(i => element('tr', {}, element('th', { scope: 'row' }, String(steps[i])),
      ...rows.flatMap(each => (each[i] ?? columns.map(() => NaN)).map(x => element('td', {}, Number.isNaN(x) ? '–' : decimal(x, decimals))))))));
}

/**
 * The controls of the part.
 *
 * @param {() => import('./experiment.js').Experiment} now
 * @param {(again: boolean) => void} changed whether another run is wanted
 */
export function insideControls(now, changed) {
  select('quantity').append(...QUANTITIES.map(([name], i) => element('option', { value: String(i) }, name)));
  select('quantity').addEventListener('change', () => {
    now().quantity = Number(select('quantity').value);
    changed(false);
  });
  select('looked').addEventListener('change', () => {
    now().looked = Number(select('looked').value);
    changed(false);
  });
  onNumber(input('run'), run => Number.isInteger(run) && run >= 0 && run < now().repetitions,
    () => 'A whole number from 0 to ' + (now().repetitions - 1) + '; ' + now().run + ' is shown.', run => {
      now().run = run;
      changed(true);
    });
}

/**
 * Shows what is chosen; a learner that does not play is not looked at.
 *
 * @param {import('./experiment.js').Experiment} experiment
 */
export function showChosen(experiment) {
  const playing = players(experiment);
  experiment.looked = playing.includes(experiment.looked) ? experiment.looked : playing[0];
  experiment.run = Math.min(experiment.run, experiment.repetitions - 1);
  select('looked').replaceChildren(...playing.map(i => element('option', { value: String(i) }, KINDS[i][1])));
  select('looked').value = String(experiment.looked);
  select('quantity').value = String(experiment.quantity);
  input('run').max = String(experiment.repetitions - 1);
  fill(input('run'), experiment.run);
}

/**
 * The shares of the best arms at each step, and of all others together.
 *
 * @param {ArrayLike<number>} flat
 * @param {number} arms
 * @returns {number[][]}
 */
function together(flat, arms) {
  const names = armNames(arms);
  return Array.from({ length: flat.length / arms }, (_, i) => {
    const row = Array.from(flat).slice(i * arms, (i + 1) * arms);
    const alone = row.slice(0, names.length);
    if (names.length < arms) {
      alone[names.length - 1] = row.slice(names.length - 1).reduce((sum, x) => sum + x, 0);
    }
    return alone;
  });
}

/**
 * @param {number} arms
 * @returns {string[]}
 */
function armNames(arms) {
  const alone = Math.min(arms, arms > MOST_ARMS + 1 ? MOST_ARMS : MOST_ARMS + 1);
  const names = Array.from({ length: alone }, (_, i) => i === 0 ? 'best arm' : i === 1 ? '2nd' : i === 2 ? '3rd' : i + 1 + 'th');
  return alone < arms ? [...names, 'others'] : names;
}

/**
 * The places of about so many steps, the first and the last among them.
 *
 * @param {number} length
 * @returns {number[]}
 */
function places(length) {
  const count = Math.min(length, ROWS);
  return Array.from({ length: count }, (_, i) => Math.round(i * (length - 1) / Math.max(1, count - 1)));
}

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @param {boolean} waiting whether the mean is on its way
 * @param {boolean} known whether it is a number
 * @returns {string}
 */
function words(experiment, waiting, known) {
  if (waiting) {
    return 'The mean is being played…';
  }
  if (!known) {
    return 'In some runs it is not a number, so there is no mean.';
  }
  switch (experiment.quantity) {
    case 0: return 'Arms are ordered by what they pay on average, the best at the bottom. One run settles on few arms, and not always on the best; the mean hides that.';
    case 1: return 'The mean of runs that are each sure of another arm looks like doubt: look at one alone.';
    case 2: return 'From ' + decimal(Math.log(experiment.arms), 2) + ' nats, where all arms are equally likely, to 0, where one is certain.';
    case 3: return 'A fixed temperature is a level line; the learner “cooling” lowers it as 1/√t.';
    default: return 'Where the line of the run is level, it pulls the best arm.';
  }
}

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @returns {string}
 */
function unknown(experiment) {
  return KINDS[experiment.looked][1] + ' has no ' + (experiment.quantity === 3 ? 'temperature.' : 'probabilities that can be computed.');
}
