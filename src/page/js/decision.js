import { keep } from './address.js';
import { byId, say } from './dom.js';
import { draw } from './draw.js';
import { oneGate } from './onegate.js';
import { policy, policyYaml } from './policy.js';
import { raise } from './raise.js';
import { COLDEST, HOTTEST, effective, read, start, write } from './state.js';
import { temperature } from './temperature.js';
import { values } from './values.js';

/**
 * A part of the page: shows a state, and asks for changes of it.
 *
 * @typedef {(state: import('./state.js').State) => void} Part
 */

/**
 * The whole view of one decision.
 *
 * @param {import('./core.js').Core} core
 * @returns {(given: URLSearchParams) => void} shows what an address holds
 */
export function decision(core) {
  let state = start();
  /** @type {(change: (state: import('./state.js').State) => void) => void} */
  const change = by => {
    by(state);
    show();
    keep('decision', write(state) || '#');
  };
  const parts = [policy, values, temperature, raise, oneGate, draw].map(part => part(core, change));

  function show() {
    const found = state.goal < 0 ? state.temperature : core.temperature(effective(state), state.goal, state.wanted);
    if (found >= COLDEST && found <= HOTTEST) {
      state.temperature = found;
    }
    parts.forEach(part => part(state));
    say(byId('command'), command(state));
  }

  byId('reset').addEventListener('click', () => change(() => {
    state = start();
  }));
  return given => {
    state = read(given);
    show();
    keep('decision', write(state) || '#');
  };
}

/**
 * The command that explains the same decision in a terminal.
 *
 * @param {import('./state.js').State} state
 * @returns {string}
 */
function command(state) {
  const given = effective(state).map(q => q === -Infinity ? '-inf' : String(q)).join(' ');
  const chosen = state.temperature === 1 && state.policy === 'Softmax' ? '' : " --policy '" + policyYaml(state) + "'";
  return './kelvin explain ' + given + chosen + (state.seed === 1 ? '' : ' --seed ' + state.seed);
}
