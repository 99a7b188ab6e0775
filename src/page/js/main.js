import { forget, linkTo, write } from './address.js';
import { load, unpack } from './core.js';
import { decision } from './decision.js';
import { byId } from './dom.js';
import { leadBack, lessons } from './lessons.js';
import { play } from './play.js';
import { tradeOff } from './tradeoff.js';

/** @param {unknown} problem */
function fail(problem) {
  const trouble = byId('trouble');
  if (trouble.hidden) { // else the browser is said to be too old already
    trouble.textContent = 'The page could not go on: ' + problem;
    trouble.hidden = false;
  }
}

/**
 * The text of an element of the page.
 *
 * @param {string} id
 * @returns {string}
 */
function text(id) {
  return byId(id).textContent ?? '';
}

/** The worker that plays, from the page itself. */
function player() {
  const worker = new Worker(URL.createObjectURL(new Blob([text('runtime'), '\n', text('worker')], { type: 'text/javascript' })));
  worker.onerror = event => fail(event.message);
  unpack(text('trade-off-classes')).then(classes => worker.postMessage({ classes }, [classes]), fail);
  return worker;
}

/**
 * The views: each begins when it is first shown, and then shows what an address holds.
 *
 * @type {Record<string, { title: string, begin: () => Promise<(given: URLSearchParams) => void> }>}
 */
const VIEWS = {
  decision: { title: 'One decision', begin: async () => decision(await load(text('decision-classes'))) },
  play: { title: 'Play it yourself', begin: async () => play(/** @type {any} */ (await load(text('trade-off-classes')))) },
  'trade-off': { title: 'The trade-off', begin: async () => tradeOff(player(), fail) },
  lessons: { title: 'Lessons', begin: async () => lessons() }
};

/** @type {Map<string, Promise<(given: URLSearchParams) => void>>} */
const begun = new Map();

/** Which lesson is read, or the list of them. */
let lesson = '#view=lessons';

async function follow() {
  forget();
  const given = new URLSearchParams(location.hash.replace(/^#/, ''));
  const wanted = given.has('lesson') ? 'lessons' : given.get('view') ?? '';
  const shown = wanted in VIEWS ? wanted : 'decision';
  const view = begun.get(shown) ?? VIEWS[shown].begin();
  begun.set(shown, view);
  const show = await view;
  document.title = VIEWS[shown].title + ' · Kelvin';
  for (const each of Object.keys(VIEWS)) {
    byId(each).hidden = each !== shown;
    if (each === shown) {
      linkTo(each).setAttribute('aria-current', 'page');
    } else {
      linkTo(each).removeAttribute('aria-current');
    }
  }
  lesson = shown === 'lessons' ? location.hash : lesson;
  linkTo('lessons').setAttribute('href', shown === 'lessons' ? '#view=lessons' : lesson);
  show(given);
  leadBack(shown);
}

window.addEventListener('hashchange', () => follow().catch(fail));
document.addEventListener('click', event => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
  if (link) {
    write();
    if (link.getAttribute('href') === (location.hash || '#')) { // which no hashchange tells
      follow().catch(fail);
    }
  }
});
follow().catch(fail);
