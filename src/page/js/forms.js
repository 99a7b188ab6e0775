import { byId } from './dom.js';

/**
 * A policy that can be chosen, made from its record when the page was built.
 *
 * @typedef {[name: string, summary: string, parameters: string[], first: number]} Form
 */

/** @type {Form[]} */
export const FORMS = JSON.parse(byId('policy-forms').textContent ?? '[]');

/**
 * @param {string} policy
 * @returns {Form | undefined}
 */
export function formOf(policy) {
  return FORMS.find(([name]) => name === policy);
}
