/**
 * What is computed by Kelvin's classes on the page's own thread: see kelvin.page.Decision.
 *
 * @typedef {object} Core
 * @property {(values: number[], temperature: number) => Float64Array} softmax
 * @property {(values: number[], temperature: number) => Float64Array} gates
 * @property {(values: number[], temperature: number) => Float64Array} onlyOpen
 * @property {(values: number[], temperature: number) => Float64Array} measures
 * @property {(values: number[], measure: number, target: number) => number} temperature
 * @property {(policy: string, number: number, values: number[], temperature: number) => string} obstacle
 * @property {(policy: string, number: number, values: number[], temperature: number) => Float64Array} chosen
 * @property {(policy: string, number: number, values: number[], temperature: number, seed: number, count: number) => Int32Array} chosenDraws
 * @property {(values: number[], probabilities: Float64Array) => Float64Array} measuresOf
 * @property {(seed: number, count: number) => Float64Array} uniforms
 * @property {(values: number[], temperature: number, seed: number, count: number) => Int32Array} draws
 */

/**
 * Unpacks compiled classes that the page holds.
 *
 * @param {string} letters
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(letters) {
  const packed = Uint8Array.from(atob(letters), letter => letter.charCodeAt(0));
  return new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer();
}

/**
 * Loads classes to call.
 *
 * @param {string} letters
 * @returns {Promise<Core>}
 */
export async function load(letters) {
  const runtime = /** @type {any} */ (globalThis).TeaVM;
  return (await runtime.wasmGC.load(new Uint8Array(await unpack(letters)))).exports;
}
