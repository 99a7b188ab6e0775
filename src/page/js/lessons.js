import { byId, element } from './dom.js';

/** The part of "One decision" that a key of its address is about. */
const PLACES = new Map(Object.entries({
  q: 'values-title', closed: 'values-title', for: 'values-title', t: 'heat-title', raise: 'raise-title', step: 'one-title',
  seed: 'draw-title', draws: 'draw-title'
}));

/** The lesson that is open, how far it was read, and where the link that was followed from it leads. */
const left = { key: '', title: '', scroll: 0, place: '', followed: false };

/**
 * The view "Lessons": the list, or one lesson of it.
 *
 * @returns {(given: URLSearchParams) => void}
 */
export function lessons() {
  const article = byId('lesson');
  article.addEventListener('click', event => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    const state = link?.getAttribute('href') ?? '';
    if (/^#(?!lesson=)/.test(state)) {
      const places = [...new URLSearchParams(state.slice(1)).keys()].flatMap(key => PLACES.get(key) ?? []);
      Object.assign(left, { scroll: scrollY, place: places.pop() ?? '', followed: true });
    }
  });
  article.addEventListener('toggle', () => letScroll(article), true);
  window.addEventListener('resize', () => letScroll(article));

  return given => {
    const wanted = given.get('lesson') ?? 'index';
    const key = text(wanted) ? wanted : 'index';
    if (key === left.key) {
      scrollTo(0, left.scroll);
    } else {
      const content = /** @type {HTMLTemplateElement} */ (text(key)).content.cloneNode(true);
      article.replaceChildren(content);
      const title = /** @type {HTMLElement} */ (article.querySelector('h1'));
      byId('lesson-steps').replaceChildren(...steps(key));
      byId('lesson-steps').hidden = key === 'index';
      scrollTo(0, 0);
      if (left.key !== '') { // else the page begins here, and is read from its top
        title.tabIndex = -1;
        title.focus();
      }
      Object.assign(left, { key, title: title.textContent, scroll: 0 });
    }
    document.title = left.title + ' · Kelvin';
    letScroll(article);
  };
}

/**
 * Leads to what a lesson wanted to show, and back; for the view that is shown now.
 *
 * @param {string} view
 */
export function leadBack(view) {
  document.getElementById('back')?.remove();
  if (view === 'lessons' || !left.followed) {
    left.followed = false;
    return;
  }
  const section = left.place === '' ? byId(view).querySelector('section') : byId(left.place).closest('section');
  const back = element('a', { href: '#lesson=' + left.key }, 'Back to lesson ' + left.title);
  (section ?? byId(view)).prepend(element('p', { id: 'back' }, back));
  back.focus({ preventScroll: true });
  (section ?? byId(view)).scrollIntoView();
}

/**
 * @param {string} key
 * @returns {HTMLTemplateElement | null}
 */
function text(key) {
  const found = document.getElementById('lesson-' + key);
  return found instanceof HTMLTemplateElement ? found : null;
}

/**
 * The links to the lesson before, to all, and to the lesson after.
 *
 * @param {string} key
 * @returns {HTMLElement[]}
 */
function steps(key) {
  /** @type {(key: string, words: string) => HTMLElement[]} */
  const link = (key, words) => {
    const title = text(key)?.content.querySelector('h1')?.textContent;
    return title ? [element('a', { href: '#lesson=' + key }, words + title)] : [];
  };
  return [
    ...link(String(Number(key) - 1), 'Previous: '), element('a', { href: '#view=lessons' }, 'All lessons'),
    ...link(String(Number(key) + 1), 'Next: ')
  ];
}

/**
 * Lets keys reach what scrolls within itself, and only that.
 *
 * @param {HTMLElement} article
 */
function letScroll(article) {
  for (const each of article.querySelectorAll('pre, .picture, .scroll')) {
    if (each.scrollWidth > each.clientWidth) {
      each.setAttribute('tabindex', '0');
    } else {
      each.removeAttribute('tabindex');
    }
  }
}
