import { byId, element, input, say, select } from './dom.js';
import { FORMS, formOf } from './forms.js';
import { effective } from './state.js';

/** The parameters that are no numbers of a form: the dial's, and a softmax inside. */
const OTHER = ['temperature', 'policy'];

/**
 * The name of the number of a policy, beside the temperature.
 *
 * @param {import('./forms.js').Form} form
 * @returns {string | undefined}
 */
function numberOf([, , parameters]) {
  return parameters.find(each => !OTHER.includes(each));
}

/**
 * The probabilities of the chosen policy.
 *
 * @param {import('./core.js').Core} core
 * @param {import('./state.js').State} state
 * @param {number[]} q
 * @param {number} t
 * @returns {Float64Array}
 */
export function shares(core, state, q, t) {
  return state.policy === 'Softmax' || core.obstacle(state.policy, state.number, q, t)
    ? core.softmax(q, t)
    : core.chosen(state.policy, state.number, q, t);
}

/**
 * The policy as experiment files write it.
 *
 * @param {import('./state.js').State} state
 * @returns {string}
 */
export function policyYaml({ policy, number, temperature }) {
  const softmax = '{Softmax: {temperature: ' + temperature + '}}';
  const [, , parameters] = formOf(policy) ?? ['', '', [], 0];
  return '{' + policy + ': {' + parameters.map(each => each + ': ' + (each === 'policy' ? softmax : each === 'temperature' ? temperature : number)).join(', ') + '}}';
}

/**
 * The choice of the policy, with its number.
 *
 * @param {import('./core.js').Core} core
 * @param {(change: (state: import('./state.js').State) => void) => void} change
 * @returns {import('./decision.js').Part}
 */
export function policy(core, change) {
  select('policy').append(...FORMS.map(([name]) => element('option', { value: name }, name)));
  select('policy').addEventListener('change', () => change(state => {
    state.policy = select('policy').value;
    state.number = formOf(state.policy)?.[3] ?? 0;
    if (state.policy !== 'Softmax') {
      state.goal = -1;
      state.temperature = Number(state.temperature.toPrecision(3));
    }
  }));
  input('policy-number').addEventListener('input', () => {
    const number = input('policy-number').valueAsNumber;
    if (!Number.isNaN(number)) {
      change(state => {
        state.number = number;
      });
    }
  });

  return state => {
    const form = formOf(state.policy);
    const number = form && numberOf(form);
    const obstacle = core.obstacle(state.policy, state.number, effective(state), state.temperature);
    const plain = state.policy === 'Softmax';
    select('policy').value = state.policy;
    byId('policy-label').hidden = !number;
    say(byId('policy-parameter'), number ?? '');
    if (input('policy-number') !== document.activeElement) {
      input('policy-number').value = String(state.number);
    }
    say(byId('policy-words'), plain ? '' : obstacle ? 'Softmax is shown, for ' + state.policy + ' cannot be: ' + obstacle + '.'
      : form?.[1] + '.' + (form?.[2].includes('policy') ? ' The policy inside is the softmax at τ.' : form?.[2].includes('temperature') ? '' : ' It has no temperature: τ does nothing.'));
    document.querySelectorAll('.policy-name').forEach(each => {
      each.textContent = obstacle ? 'Softmax' : state.policy;
    });
    document.querySelectorAll('.softmax-only').forEach(each => each.toggleAttribute('hidden', !plain));
    byId('values').style.setProperty('--policy', JSON.stringify(plain || obstacle ? 'softmax' : 'policy'));
  };
}
