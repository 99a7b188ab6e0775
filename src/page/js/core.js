/**
 * What is computed by Kelvin's classes: see kelvin.page.Decision.
 *
 * @typedef {object} Core
 * @property {(values: number[], temperature: number) => Float64Array} softmax
 * @property {(values: number[], temperature: number) => Float64Array} gates
 * @property {(values: number[], temperature: number) => Float64Array} onlyOpen
 * @property {(values: number[], temperature: number) => Float64Array} measures
 * @property {(values: number[], measure: number, target: number) => number} temperature
 * @property {(seed: number, count: number) => Float64Array} uniforms
 * @property {(values: number[], temperature: number, seed: number, count: number) => Int32Array} draws
 */

/**
 * Loads the classes from the page itself.
 *
 * @param {string} base64
 * @returns {Promise<Core>}
 */
export async function load(base64) {
  const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
  const runtime = /** @type {any} */ (globalThis).TeaVM;
  return (await runtime.wasmGC.load(bytes)).exports;
}
