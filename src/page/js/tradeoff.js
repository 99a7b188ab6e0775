import { keep } from './address.js';
import { chart } from './chart.js';
import { byId, element, fill, input, onNumber, say, select } from './dom.js';
import { decimal } from './format.js';
import { inside, insideControls, needsTrace, showChosen } from './inside.js';
import { offer } from './save.js';
import { KINDS, LEAST_NUMBER, allowed, labelOf, players, range, readExperiment, usual, writeExperiment, yaml } from './experiment.js';

/** The temperatures at which softmax is tried, besides that of the user. */
const GRID = [0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 1, 2, 5, 10];
const METRICS = [['regret', false], ['reward per step', false], ['share of steps on the best arm', true]];

/**
 * What came back from the worker of the job that is played now.
 *
 * @typedef {object} Played
 * @property {number} repetitions how many so far
 * @property {ArrayLike<number>} steps
 * @property {{ mean: ArrayLike<number>, margin: ArrayLike<number> }[]} curves learner by learner, the metrics of each
 * @property {import('./inside.js').Inside[]} inside what each learner did step by step, the mean over the repetitions
 * @property {import('./inside.js').Inside[]} single the same of one run alone
 * @property {number} run which run that is
 * @property {import('./inside.js').Inside | undefined} traced what the learner that is looked at did, with what takes more time to know
 * @property {number} traces over how many repetitions
 * @property {boolean} whole whether the curves are complete
 * @property {number} swept repetitions of the sweep so far
 * @property {number[][]} points regret and margin at each temperature
 */

/**
 * The whole view of the trade-off.
 *
 * @param {Worker} worker
 * @param {(problem: unknown) => void} fail
 * @returns {(given: URLSearchParams) => void} shows what an address holds
 */
export function tradeOff(worker, fail) {
  let experiment = usual();
  let job = 0;
  /** @type {Played} */
  let played = nothing();

  /** Plays anew, and keeps the address. */
  function play() {
    played = nothing();
    byId('download').hidden = true;
    begin();
  }

  /** Begins a job: all of it, or what comes after the curves if these are there. */
  function begin() {
    job++;
    played.traced = undefined;
    controls();
    const { bed, arms, horizon, repetitions, seed, numbers, run } = experiment;
    worker.postMessage({
      id: job, ones: bed === 'bernoulli', arms, horizon, repetitions, seed, run, again: played.whole,
      traced: needsTrace(experiment) ? players(experiment).indexOf(experiment.looked) : -1,
      learners: players(experiment).map(i => [KINDS[i][0], numbers[i], labelOf(experiment, i)]),
      sweep: temperatures(experiment).map(t => ['softmax', t, 'softmax ' + t])
    });
    save();
    byId('experiment').textContent = yaml(experiment);
    show();
  }

  function save() {
    keep('trade-off', writeExperiment(experiment));
  }

  function controls() {
    select('bed').value = experiment.bed;
    select('horizon').value = String(experiment.horizon);
    select('repetitions').value = String(experiment.repetitions);
    select('shown').value = String(experiment.shown);
    for (const [id, value] of /** @type {[string, number][]} */ ([['arms', experiment.arms], ['seed', experiment.seed],
      ...KINDS.map(([kind], i) => ['number-' + kind, experiment.numbers[i]])])) {
      fill(input(id), value);
    }
    const playing = players(experiment);
    KINDS.forEach(([kind], i) => {
      input('plays-' + kind).checked = experiment.plays[i];
      input('plays-' + kind).disabled = playing.length === 1 && experiment.plays[i];
    });
    showChosen(experiment);
  }

  function show() {
    const all = players(experiment);
    const whole = played.repetitions === experiment.repetitions;
    say(byId('progress'), played.repetitions === 0 ? 'Playing…'
      : whole ? 'All ' + played.repetitions + ' repetitions are played.'
        : played.repetitions + ' of ' + experiment.repetitions + ' repetitions: the intervals narrow as more come in.');
    if (played.repetitions > 0) {
      const [metric, share] = METRICS[experiment.shown];
      chart(byId('curves'), all.map((i, k) => {
        const { mean, margin } = played.curves[3 * k + experiment.shown];
        return { x: played.steps, y: mean, margin, colour: i, name: labelOf(experiment, i) };
      }), { x: 'step', y: String(metric), log: false, share: Boolean(share), marks: [] });
      const n = experiment.horizon;
      const last = played.steps[played.steps.length - 2] + 1; // from there on, the last point of a curve is a mean
      const end = last < n ? 'steps ' + last + ' to ' + n : 'step ' + n;
      ['Regret, all ' + n + ' steps', 'Reward, ' + end, 'Best arm, ' + end].forEach((head, m) => say(byId('curves-head-' + m), head));
      byId('curves-table').querySelector('tbody')?.replaceChildren(...all.map((i, k) => element('tr', {},
        element('th', { scope: 'row' }, element('span', { class: 'swatch c' + i % 8, 'aria-hidden': 'true' }), labelOf(experiment, i)),
        ...[0, 1, 2].map(m => ended(played.curves[3 * k + m], m)))));
    }
    const k = all.indexOf(experiment.looked);
    if (played.inside.length && played.single.length) {
      const traced = needsTrace(experiment);
      inside(experiment, played.steps, traced ? played.traced : played.inside[k], played.single[k], traced ? played.traces : played.repetitions);
    }
    if (played.swept > 0) {
      sweep();
    }
  }

  function sweep() {
    const all = temperatures(experiment);
    const [regrets, margins] = [0, 1].map(k => played.points.map(point => point[k]));
    const best = all[regrets.indexOf(Math.min(...regrets))];
    const yours = experiment.numbers[0];
    /** @type {[number, string][]} */
    const marks = [[best, (experiment.plays[0] && best === yours ? 'least, and yours: ' : 'least: ') + best]];
    if (experiment.plays[0] && best !== yours) {
      marks.push([yours, 'yours: ' + yours]);
    }
    chart(byId('sweep'), [{ x: all, y: regrets, margin: margins, colour: 0, name: '', dots: true }],
      { x: 'temperature τ', y: 'regret at the last step', log: true, share: false, marks });
    say(byId('sweep-words'), 'Left of it (colder), softmax settles too early on an arm that only looks best: luck decides, so the band is wide. Right of it (warmer), '
      + 'it goes on trying arms that it knows to be worse. '
      + 'Of these temperatures ' + best + ' costs least, ' + decimal(Math.min(...regrets), 1)
      + (experiment.plays[0] && best !== yours ? '; your ' + yours + ' costs ' + decimal(regrets[all.indexOf(yours)], 1) : '')
      + ' (' + played.swept + ' repetitions). For other arms another temperature is best: what counts is τ beside the gaps between the means, '
      + 'and how many steps there are. Try 100 steps.');
    byId('sweep-table').querySelector('tbody')?.replaceChildren(...all.map((t, i) => element('tr', {},
      element('th', { scope: 'row' }, String(t)), element('td', {}, decimal(regrets[i], 1) + ' ± ' + decimal(margins[i], 1)))));
  }

  worker.onmessage = ({ data }) => {
    if (data.id !== job) {
      return;
    }
    if (data.problem) {
      fail(data.problem);
    } else if (data.run !== undefined && data.run !== experiment.run) {
      return; // another is on its way
    } else if (data.csv) {
      const link = /** @type {HTMLAnchorElement} */ (byId('download'));
      URL.revokeObjectURL(link.href);
      link.href = URL.createObjectURL(new Blob([data.csv], { type: 'text/csv' }));
      link.hidden = false;
      played.whole = true;
    } else {
      Object.assign(played, data);
      show();
    }
  };
  new ResizeObserver(show).observe(byId('trade-off'));

  /** @type {(id: 'arms' | 'seed', low: number, high: number) => void} */
  const whole = (id, low, high) => onNumber(input(id), x => Number.isInteger(x) && x >= low && x <= high,
    () => 'A whole number from ' + low + ' to ' + high + '; ' + experiment[id] + ' is shown.', x => {
      experiment[id] = x;
      play();
    });
  whole('arms', 2, 20);
  whole('seed', 0, 2 ** 31 - 1);
  /** @type {[string, (value: string) => void][]} */
  const choices = [
    ['bed', value => experiment.bed = value],
    ['horizon', value => experiment.horizon = Number(value)],
    ['repetitions', value => experiment.repetitions = Number(value)]
  ];
  for (const [id, then] of choices) {
    select(id).addEventListener('change', () => {
      then(select(id).value);
      play();
    });
  }
  select('shown').addEventListener('change', () => {
    experiment.shown = Number(select('shown').value);
    save();
    show();
  });
  insideControls(() => experiment, run => {
    if (run) {
      worker.postMessage({ id: job, run: experiment.run });
      byId('experiment').textContent = yaml(experiment);
      save();
    } else if (needsTrace(experiment)) {
      begin();
    } else {
      save();
      show();
    }
  });
  [['curves', 'curves'], ['inside', 'steps'], ['inside-run', 'run'], ['sweep', 'temperatures']].forEach(([id, file]) => offer(id, file));
  byId('learners').append(...KINDS.map(([kind, name, symbol, , most, , words], i) => {
    const plays = /** @type {HTMLInputElement} */ (element('input', { type: 'checkbox', id: 'plays-' + kind }));
    plays.addEventListener('change', () => {
      experiment.plays[i] = plays.checked;
      play();
    });
    const number = /** @type {HTMLInputElement} */ (element('input', { type: 'number', id: 'number-' + kind, min: String(LEAST_NUMBER), max: String(most), step: 'any' }));
    onNumber(number, x => allowed(x, most), () => range(i) + '; ' + experiment.numbers[i] + ' is shown.', x => {
      experiment.numbers[i] = x;
      play();
    });
    const label = element('label', {}, plays, element('span', { class: 'swatch c' + i % 8, 'aria-hidden': 'true' }), name);
    number.hidden = symbol === '';
    return element('div', { class: 'learner' }, label, element('label', symbol === '' ? { hidden: '' } : {}, symbol + ' ', number), element('small', {}, words));
  }));

  return given => {
    const wanted = readExperiment(given);
    if (job > 0 && writeExperiment(wanted) === writeExperiment(experiment)) { // played already
      save();
      show();
    } else {
      experiment = wanted;
      play();
    }
  };
}

/** @returns {Played} */
function nothing() {
  return { repetitions: 0, steps: [], curves: [], inside: [], single: [], run: 0, traced: undefined, traces: 0, whole: false, swept: 0, points: [] };
}

/**
 * @param {import('./experiment.js').Experiment} experiment
 * @returns {number[]}
 */
function temperatures(experiment) {
  return [...new Set([...GRID, experiment.numbers[0]])].sort((a, b) => a - b);
}

/**
 * A cell with the end of a curve and its interval.
 *
 * @param {{ mean: ArrayLike<number>, margin: ArrayLike<number> }} curve
 * @param {number} metric
 * @returns {HTMLElement}
 */
function ended({ mean, margin }, metric) {
  const last = mean.length - 1;
  const scale = metric === 2 ? 100 : 1;
  const decimals = metric === 1 ? 3 : 1;
  return element('td', {}, decimal(scale * mean[last], decimals) + ' ',
    element('span', { class: 'margin' }, '± ' + decimal(scale * margin[last], decimals) + (metric === 2 ? ' %' : '')));
}
