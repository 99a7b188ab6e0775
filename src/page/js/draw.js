import { byId, element, heading, name, say } from './dom.js';
import { decimal, probability } from './format.js';
import { shares } from './policy.js';
import { MOST_DRAWS, effective } from './state.js';

/**
 * The cumulative bar that a uniform number falls on, and how often it fell on each part.
 *
 * @param {import('./core.js').Core} core
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {import('./decision.js').Part}
 */
export function draw(core, change) {
  /** @type {[string, (draws: number) => number][]} */
  const buttons = [
    ['draw-one', draws => draws + 1],
    ['draw-many', draws => draws + 100],
    ['draw-none', () => 0]
  ];
  for (const [id, then] of buttons) {
    byId(id).addEventListener('click', () => change(state => {
      state.draws = Math.min(MOST_DRAWS, then(state.draws));
    }));
  }
  const needle = byId('needle');

  return state => {
    const q = effective(state);
    const p = shares(core, state, q, state.temperature);
    const drawn = state.policy === 'Softmax' || core.obstacle(state.policy, state.number, q, state.temperature)
      ? core.draws(q, state.temperature, state.seed, state.draws)
      : core.chosenDraws(state.policy, state.number, q, state.temperature, state.seed, state.draws);
    const counts = q.map(() => 0);
    drawn.forEach(action => counts[action]++);
    byId('ladder').replaceChildren(...[...p].map((share, i) => {
      const part = element('span', { class: 'c' + i % 8 }, element('b', {}, share > 0.03 ? name(i) : ''));
      part.style.inlineSize = 100 * share + '%';
      return part;
    }));
    let to = 0;
    byId('draw-table').querySelector('tbody')?.replaceChildren(...[...p].map((share, i) => {
      const from = to;
      to += share;
      return element('tr', {}, heading(i), ...[edge(from), edge(to), probability(share), String(counts[i]),
        state.draws > 0 ? decimal(counts[i] / state.draws, 3) : '–'].map(text => element('td', { class: 'count' }, text)));
    }));
    needle.hidden = state.draws === 0;
    if (state.draws === 0) {
      say(byId('draw-words'), 'Nothing is drawn yet.');
      return;
    }
    const u = core.uniforms(state.seed, state.draws)[state.draws - 1];
    const action = drawn[state.draws - 1];
    needle.style.insetInlineStart = 100 * u + '%';
    say(byId('draw-words'), 'Draw ' + state.draws + ': the number ' + decimal(u, 4) + ' falls on ' + name(action)
      + (state.draws < MOST_DRAWS ? '. Move a value or τ, and the same numbers fall on the new bar.' : '. More than ' + MOST_DRAWS + ' are not drawn here.'));
  };
}

/**
 * Where a part of the bar begins or ends.
 *
 * @param {number} x
 * @returns {string}
 */
function edge(x) {
  return x < 0.5 ? probability(x) : decimal(x, 3);
}
