import { load } from './core.js';
import { byId } from './dom.js';
import { decision } from './decision.js';

/** @param {unknown} problem */
function fail(problem) {
  const trouble = byId('trouble');
  if (trouble.hidden) { // else the browser is said to be too old already
    trouble.textContent = 'The page could not start: ' + problem;
    trouble.hidden = false;
  }
}

load(byId('wasm').textContent ?? '').then(core => {
  byId('page').hidden = false;
  decision(core);
}).catch(fail);
