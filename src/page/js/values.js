import { bar, byId, element, heading, name, say } from './dom.js';
import { decimal, list, probability } from './format.js';
import { shares } from './policy.js';
import { MOST_ACTIONS, MOST_VALUE, effective } from './state.js';

/**
 * The table of values, softmax and gates, and what they come to.
 *
 * @param {import('./core.js').Core} core
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {import('./decision.js').Part}
 */
export function values(core, change) {
  const body = /** @type {HTMLTableSectionElement} */ (byId('values').querySelector('tbody'));
  byId('add').addEventListener('click', () => {
    change(state => {
      state.values.push(0);
      state.closed.push(false);
    });
    body.rows[body.rows.length - 1].querySelector('input')?.focus();
  });

  return state => {
    const q = effective(state);
    const softmax = shares(core, state, q, state.temperature);
    const gates = core.gates(q, state.temperature);
    while (body.rows.length > state.values.length) {
      body.deleteRow(-1);
    }
    while (body.rows.length < state.values.length) {
      body.append(row(body.rows.length, change));
    }
    const low = Math.min(-4, Math.floor(Math.min(...state.values)));
    const high = Math.max(4, Math.ceil(Math.max(...state.values)));
    const onlyOne = state.closed.filter(is => !is).length === 1;
    [...body.rows].forEach((each, i) => fill(each, state, i, low, high, onlyOne, softmax[i], gates[i]));
    /** @type {HTMLButtonElement} */ (byId('add')).disabled = state.values.length >= MOST_ACTIONS;
    sums(softmax, gates);
    facts(q, state.policy === 'Softmax' ? core.measures(q, state.temperature) : core.measuresOf(q, softmax), gates);
  };
}

/**
 * @param {number} i
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {HTMLTableRowElement}
 */
function row(i, change) {
  const slider = /** @type {HTMLInputElement} */ (element('input', { type: 'range', step: '0.1', 'aria-label': 'Value of ' + name(i) }));
  const number = /** @type {HTMLInputElement} */ (element('input', { type: 'number', step: '0.1', 'aria-label': 'Value of ' + name(i) + ' as a number' }));
  for (const each of [slider, number]) {
    each.addEventListener('input', () => {
      const q = each.valueAsNumber;
      if (Math.abs(q) <= MOST_VALUE) {
        change(state => {
          state.values[i] = q;
        });
      }
    });
  }
  number.addEventListener('change', () => change(() => {}));
  const close = element('button', { type: 'button' });
  close.addEventListener('click', () => change(state => {
    state.closed[i] = !state.closed[i];
  }));
  const remove = element('button', { type: 'button', 'aria-label': 'Remove ' + name(i) }, '×');
  remove.addEventListener('click', () => change(state => {
    state.values.splice(i, 1);
    state.closed.splice(i, 1);
    if (state.closed.every(is => is)) {
      state.closed[0] = false;
    }
    state.raised = Math.min(state.raised, state.values.length - 1);
  }));
  return /** @type {HTMLTableRowElement} */ (element('tr', { class: 'c' + i % 8 }, heading(i), element('td', { class: 'value' }, slider, number),
    element('td', { class: 'share' }), element('td', { class: 'share' }), element('td', { class: 'acts' }, close, remove)));
}

/**
 * @param {HTMLTableRowElement} row
 * @param {import('./state.js').State} state
 * @param {number} i
 * @param {number} low
 * @param {number} high
 * @param {boolean} onlyOne whether only one action is open
 * @param {number} p
 * @param {number} gate
 */
function fill(row, state, i, low, high, onlyOne, p, gate) {
  const [slider, number] = row.querySelectorAll('input');
  const [close, remove] = row.querySelectorAll('button');
  const closed = state.closed[i];
  row.classList.toggle('closed', closed);
  slider.min = String(low);
  slider.max = String(high);
  slider.value = String(state.values[i]);
  if (document.activeElement !== number || number.valueAsNumber !== state.values[i]) {
    number.value = String(state.values[i]);
  }
  slider.disabled = number.disabled = closed;
  say(close, closed ? 'allow' : 'forbid');
  close.setAttribute('aria-label', (closed ? 'Allow ' : 'Forbid ') + name(i));
  close.disabled = onlyOne && !closed;
  remove.disabled = state.values.length <= 2;
  row.cells[2].replaceChildren(...closed ? ['forbidden'] : bar(i, p, probability(p)));
  row.cells[3].replaceChildren(...closed ? ['forbidden'] : bar(i, gate, probability(gate)));
}

/**
 * Both columns laid end to end: the softmax fills its track, as its sum is 1, and a line on the gates' marks where 1 is.
 *
 * @param {Float64Array} softmax
 * @param {Float64Array} gates
 */
function sums(softmax, gates) {
  const open = gates.reduce((sum, g) => sum + g, 0);
  const scale = Math.max(1, open);
  stack('softmax-stack', softmax, 1);
  stack('gates-stack', gates, scale);
  const one = element('i');
  one.style.insetInlineStart = 100 / scale + '%';
  byId('gates-stack').append(one);
  say(byId('softmax-sum'), decimal(softmax.reduce((sum, p) => sum + p, 0), 2));
  say(byId('gates-sum'), decimal(open, 2));
}

/**
 * @param {string} id
 * @param {Float64Array} shares
 * @param {number} scale
 */
function stack(id, shares, scale) {
  byId(id).replaceChildren(...[...shares].map((share, i) => {
    const part = element('span', { class: 'c' + i % 8 });
    part.style.inlineSize = 100 * share / scale + '%';
    return part;
  }));
}

/**
 * @param {number[]} q
 * @param {Float64Array} measures entropy, effective actions, P(best) and expected loss
 * @param {Float64Array} gates
 */
function facts(q, measures, gates) {
  const [entropy, effectively, best, loss] = measures;
  const open = q.filter(value => value > -Infinity).length;
  const top = Math.max(...q);
  say(byId('entropy'), decimal(entropy, 3));
  say(byId('entropy-words'), 'how undecided: 0 is certain, ' + decimal(Math.log(open), 3) + ' all alike');
  say(byId('effective'), decimal(effectively, 2));
  say(byId('effective-words'), 'as undecided as ' + decimal(effectively, 1) + ' equal actions');
  say(byId('best'), probability(best));
  say(byId('best-words'), 'how often ' + list(q.flatMap((value, i) => value === top ? [name(i)] : [])) + ' is taken');
  say(byId('loss'), decimal(loss, 3));
  say(byId('open'), decimal(gates.reduce((sum, g) => sum + g, 0), 2));
  say(byId('open-words'), 'on average; none with probability ' + probability(gates.reduce((none, g) => none * (1 - g), 1)));
}
