import { byId } from './dom.js';

/** How long a change may wait for others before the address is written, in milliseconds. */
const PAUSE = 200;

/** What the address is to become. */
let next = '';
let waiting = 0;

/**
 * Keeps what a view shows: at once in the link that leads to the view, a moment later in the address.
 *
 * @param {string} view
 * @param {string} state from # on
 */
export function keep(view, state) {
  linkTo(view).setAttribute('href', state);
  if (!byId(view).hidden) {
    clearTimeout(waiting);
    next = state;
    waiting = window.setTimeout(write, PAUSE);
  }
}

/** Writes the address now, if it waits to be written. */
export function write() {
  if (next !== '') {
    history.replaceState(null, '', next);
  }
  forget();
}

/** The address has become another: what waited to be written is of a view that is left. */
export function forget() {
  clearTimeout(waiting);
  next = '';
}

/**
 * The link of the navigation that leads to a view.
 *
 * @param {string} view
 * @returns {HTMLElement}
 */
export function linkTo(view) {
  return byId('to-' + view);
}
