// Sorts the experiments of an index.

const sections = [...document.querySelectorAll('section')];
const lists = sections.map(section => /** @type {HTMLElement} */ (section.querySelector('ul')));
const homes = lists.map(list => [...list.children]);

/** @param {Element} item @param {string} noun @returns {number} how many it says it has of them; -1 if it does not */
const count = (item, noun) => Number(item.querySelector('.faint')?.textContent?.match('(\\d+) ' + noun)?.[1] ?? -1);

/** @param {Element} item */
const question = item => item.querySelector('a')?.textContent ?? '';

/** What comes first. @type {Record<string, (a: Element, b: Element) => number>} */
const orders = {
  question: (a, b) => question(a).localeCompare(question(b), 'en'),
  'most learners': (a, b) => count(b, 'learner') - count(a, 'learner'),
  'most steps or episodes': (a, b) => count(b, '(?:step|episode)') - count(a, '(?:step|episode)'),
  'most repetitions': (a, b) => count(b, 'repetition') - count(a, 'repetition')
};

const select = document.createElement('select');
select.append(...['kind of problem', ...Object.keys(orders)].map(name => new Option(name)));
select.onchange = () => {
  const order = orders[select.value];
  const grouped = order === undefined;
  sections.forEach((section, i) => {
    section.hidden = !grouped && i > 0;
    /** @type {HTMLElement} */ (section.querySelector('h2')).hidden = !grouped;
    lists[i].replaceChildren(...(grouped ? homes[i] : []));
  });
  if (!grouped) {
    lists[0].replaceChildren(...homes.flat().sort(order));
  }
};
const label = document.createElement('label');
label.append('Sort by ', select);
document.querySelector('h1')?.after(label);
