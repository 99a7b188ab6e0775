/**
 * @param {string} id
 * @returns {HTMLElement}
 */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) {
    throw new Error('the page has no ' + id);
  }
  return found;
}

/**
 * @param {string} id
 * @returns {HTMLInputElement}
 */
export function input(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/**
 * @param {string} id
 * @returns {HTMLSelectElement}
 */
export function select(id) {
  return /** @type {HTMLSelectElement} */ (byId(id));
}

/**
 * A new element with attributes and children.
 *
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, value);
  }
  made.append(...children);
  return made;
}

/**
 * A new element of a drawing.
 *
 * @param {string} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElement}
 */
export function drawn(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
}

/**
 * Says something, unless it is said already: what is live is then read aloud only when it changes.
 *
 * @param {HTMLElement} where
 * @param {string} text
 */
export function say(where, text) {
  if (where.textContent !== text) {
    where.textContent = text;
  }
}

/**
 * Takes the numbers that are typed into a field; of one that is not allowed it says so beside the field, and what is shown instead.
 *
 * @param {HTMLInputElement} field
 * @param {(x: number) => boolean} allowed
 * @param {() => string} words what is allowed, and what is shown
 * @param {(x: number) => void} then
 */
export function onNumber(field, allowed, words, then) {
  field.addEventListener('input', () => {
    const fits = allowed(field.valueAsNumber);
    refuse(field, fits ? '' : words());
    if (fits) {
      then(field.valueAsNumber);
    }
  });
}

/**
 * Shows a number in its field, unless one is typed there.
 *
 * @param {HTMLInputElement | HTMLSelectElement} field
 * @param {string | number} value
 */
export function fill(field, value) {
  if (field !== document.activeElement) {
    field.value = String(value);
    refuse(field, '');
  }
}

/**
 * @param {HTMLElement} field
 * @param {string} words empty if nothing is wrong
 */
function refuse(field, words) {
  const id = field.id + '-refused';
  document.getElementById(id)?.remove();
  if (words === '') {
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
  } else {
    field.setAttribute('aria-invalid', 'true');
    field.setAttribute('aria-describedby', id);
    (field.closest('label') ?? field).after(element('span', { id, class: 'refused', role: 'alert' }, words));
  }
}

/**
 * A bar in a table cell with its number.
 *
 * @param {number} action whose colour it has
 * @param {number} share its length, in [0, 1]
 * @param {string} text
 * @param {number} [before] the length of an outline beside it
 * @returns {HTMLElement[]}
 */
export function bar(action, share, text, before) {
  const track = element('span', { class: 'track', 'aria-hidden': 'true' });
  const fill = element('span', { class: 'bar c' + action % 8 });
  fill.style.inlineSize = 100 * share + '%';
  track.append(fill);
  if (before !== undefined) {
    const outline = element('span', { class: 'before' });
    outline.style.inlineSize = 100 * before + '%';
    track.append(outline);
  }
  return [track, element('span', { class: 'number' }, text)];
}

/**
 * The name of an action with its colour, to head a row.
 *
 * @param {number} action
 * @returns {HTMLElement}
 */
export function heading(action) {
  return element('th', { scope: 'row' }, element('span', { class: 'swatch c' + action % 8, 'aria-hidden': 'true' }), name(action));
}

/**
 * @param {number} action
 * @returns {string}
 */
export function name(action) {
  return String.fromCharCode(65 + action);
}
