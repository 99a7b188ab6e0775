import { bar, byId, element, heading, say } from './dom.js';
import { decimal, probability } from './format.js';
import { LAST_STEP, effective } from './state.js';

const WORDS = [
  'Each gate is open with its own probability, whatever the others do. These do not sum to 1, and need not.',
  'Only gate i is open when it opens and all others stay shut: gᵢ · Πⱼ(1 − gⱼ) over the others.',
  'Exactly one of them is open with the sum of these, so given that it happens, each has this share of the sum.',
  'Compare: that is the softmax at the same temperature. gᵢ/(1 − gᵢ) = e^(qᵢ/τ), and the rest of the product is the same for all.'
];

/**
 * The gates become the softmax, step by step.
 *
 * @param {import('./core.js').Core} core
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {import('./decision.js').Part}
 */
export function oneGate(core, change) {
  const table = /** @type {HTMLTableElement} */ (byId('one-table'));
  const [back, next] = ['one-back', 'one-next'].map(id => /** @type {HTMLButtonElement} */ (byId(id)));
  back.addEventListener('click', () => change(state => {
    state.step--;
  }));
  next.addEventListener('click', () => change(state => {
    state.step++;
  }));

  return state => {
    const q = effective(state);
    const gates = core.gates(q, state.temperature);
    const alone = core.onlyOpen(q, state.temperature);
    const sum = alone.reduce((total, p) => total + p, 0);
    const columns = [gates, alone, alone.map(p => p / sum), core.softmax(q, state.temperature)].slice(0, state.step + 1);
    back.disabled = state.step === 0;
    next.disabled = state.step === LAST_STEP;
    say(byId('one-step'), 'Step ' + (state.step + 1) + ' of ' + (LAST_STEP + 1));
    say(byId('one-words'), WORDS[state.step]);
    [...(table.tHead?.rows[0].cells ?? [])].forEach((cell, k) => {
      cell.hidden = k > state.step + 1;
    });
    table.tBodies[0].replaceChildren(...q.map((_, i) =>
      element('tr', {}, heading(i), ...columns.map(all => element('td', { class: 'share' }, ...bar(i, all[i], probability(all[i])))))));
    table.tFoot?.replaceChildren(element('tr', {}, element('th', { scope: 'row' }, 'Sum'), ...columns.map(all =>
      element('td', { class: 'share' }, element('span', { class: 'number' }, decimal(all.reduce((total, p) => total + p, 0), 3))))));
  };
}
