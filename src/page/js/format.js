const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/**
 * A number for people: with that many decimals, or as a power of ten where these would all be 0.
 *
 * @param {number} x
 * @param {number} decimals
 * @returns {string}
 */
export function decimal(x, decimals) {
  if (x === -Infinity) {
    return '−∞';
  }
  const fixed = x.toFixed(decimals);
  if (x === 0 || Number(fixed) !== 0) {
    return minus(fixed);
  }
  const [digit, power] = x.toExponential(0).split('e');
  const raised = [...String(-Number(power))].map(each => SUPERSCRIPTS[Number(each)]).join('');
  return minus(digit + '·10⁻' + raised);
}

/**
 * A probability, with three decimals; where these would hide that it is not 0 or not 1, they say so.
 *
 * @param {number} p
 * @returns {string}
 */
export function probability(p) {
  return p < 1 && p >= 0.9995 ? '> 0.999' : p > 0 && p < 0.0005 ? '< 0.001' : decimal(p, 3);
}

/**
 * A change with its sign.
 *
 * @param {number} x
 * @returns {string}
 */
export function signed(x) {
  return x === 0 ? '0' : Math.abs(x) < 0.0005 ? (x > 0 ? '< +0.001' : '> −0.001') : (x > 0 ? '+' : '') + decimal(x, 3);
}

/**
 * A temperature as it is typed.
 *
 * @param {number} t
 * @returns {string}
 */
export function tau(t) {
  return String(Number(t.toPrecision(3)));
}

/**
 * @param {string} number
 * @returns {string}
 */
export function minus(number) {
  return number.replace('-', '−');
}

/**
 * Names in a sentence.
 *
 * @param {string[]} names
 * @returns {string}
 */
export function list(names) {
  return names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + ' and ' + names[names.length - 1];
}
