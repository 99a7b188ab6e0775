import { bar, byId, element, heading, input, name, say, select } from './dom.js';
import { signed, decimal, minus, probability } from './format.js';
import { shares } from './policy.js';
import { effective } from './state.js';

/**
 * What the others lose when the value of one is raised.
 *
 * @param {import('./core.js').Core} core
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {import('./decision.js').Part}
 */
export function raise(core, change) {
  const raised = select('raised');
  raised.addEventListener('change', () => change(state => {
    state.raised = Number(raised.value);
  }));
  const by = input('raise');
  by.addEventListener('input', () => change(state => {
    state.by = by.valueAsNumber;
  }));

  return state => {
    if (raised.options.length !== state.values.length) {
      raised.replaceChildren(...state.values.map((_, i) => element('option', { value: String(i) }, name(i))));
    }
    raised.value = String(state.raised);
    by.value = String(state.by);
    const amount = (state.by > 0 ? '+' : '') + minus(String(state.by));
    say(byId('raise-now'), amount);
    by.setAttribute('aria-valuetext', amount);

    const before = effective(state);
    const after = before.map((q, i) => i === state.raised ? q + state.by : q);
    const [p, p2] = [before, after].map(q => shares(core, state, q, state.temperature));
    const [gates, gates2] = [before, after].map(q => core.gates(q, state.temperature));
    byId('raise-table').querySelector('tbody')?.replaceChildren(...before.map((_, i) => element('tr', { class: i === state.raised ? 'chosen' : '' },
      heading(i),
      element('td', { class: 'share' }, ...bar(i, p2[i], probability(p[i]) + ' → ' + probability(p2[i]), p[i])),
      element('td', { class: 'count' }, signed(p2[i] - p[i])),
      element('td', { class: 'share' }, ...bar(i, gates2[i], probability(gates[i]) + ' → ' + probability(gates2[i]), gates[i])),
      element('td', { class: 'count' }, signed(gates2[i] - gates[i])))));
    say(byId('raise-words'), words(state, p, p2, gates2[state.raised] - gates[state.raised]));
  };
}

/**
 * @param {import('./state.js').State} state
 * @param {Float64Array} p before
 * @param {Float64Array} p2 after
 * @param {number} gate the change of the gate
 * @returns {string}
 */
function words(state, p, p2, gate) {
  const k = state.raised;
  if (state.closed[k]) {
    return name(k) + ' is forbidden: its value means nothing.';
  } else if (p[k] === 1) {
    return 'Nothing else is likely, so nobody pays.';
  } else if (state.by === 0) {
    return 'Move the slider, and see who pays.';
  }
  if (state.policy !== 'Softmax') {
    return 'The share of ' + name(k) + ' changes by ' + signed(p2[k] - p[k]) + ', those of the others in all by as much the other way; only under '
      + 'softmax do they keep their proportions at every change. Gates do not share: that of ' + name(k) + ' moves by ' + signed(gate) + '.';
  }
  const kept = (1 - p2[k]) / (1 - p[k]);
  const moved = p2[k] - p[k];
  return 'Softmax has one choice to give: what ' + name(k) + (moved > 0 ? ' gains' : ' loses') + ', ' + probability(Math.abs(moved))
    + (moved > 0 ? ', the others lose, each in proportion to its share: all keep ' : ', the others gain, each in proportion to its share: all get ')
    + decimal(kept, 3) + (moved > 0 ? ' of it. ' : ' times it. ')
    + 'Gates do not share: that of ' + name(k) + ' moves by ' + signed(gate) + ', and no other moves at all.';
}
