import { byId, drawn, element } from './dom.js';

/** Pixels of a PNG for each unit of its drawing: sharp on slides. */
const SCALE = 2;
/** What a drawing has from the style sheet, which a file of its own has to bring. */
const STYLES = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'stroke-linejoin', 'opacity', 'font-weight'];

/**
 * Offers a drawing as files under it.
 *
 * @param {string} id of the drawing
 * @param {string} file the name of the files without their ends
 * @param {() => void} [draw] draws it first, where it is only drawn to be saved
 */
export function offer(id, file, draw = () => {}) {
  const svg = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (byId(id)));
  const button = (/** @type {string} */ kind, /** @type {(text: string) => void} */ then) => {
    const made = element('button', { type: 'button', id: id + '-' + kind, 'aria-label': 'Save ' + file + '.' + kind }, kind.toUpperCase());
    made.addEventListener('click', () => {
      draw();
      then(alone(svg));
    });
    return made;
  };
  svg.after(element('p', { class: 'save' }, 'Save as ',
    button('svg', text => save(new Blob([text], { type: 'image/svg+xml' }), file + '.svg')),
    button('png', text => paint(text, picture => save(picture, file + '.png')))));
}

/**
 * A drawing as the text of a file that needs no style sheet.
 *
 * @param {SVGSVGElement} svg
 * @returns {string}
 */
function alone(svg) {
  const copy = /** @type {SVGSVGElement} */ (svg.cloneNode(true));
  const copies = copy.querySelectorAll('*');
  svg.querySelectorAll('*').forEach((each, i) => {
    const style = getComputedStyle(each);
    STYLES.forEach(name => copies[i].setAttribute(name, style.getPropertyValue(name)));
    copies[i].removeAttribute('class');
  });
  const { width, height } = svg.viewBox.baseVal;
  const name = svg.getAttribute('aria-label') ?? '';
  [...copy.attributes].filter(each => each.name !== 'viewBox').forEach(each => copy.removeAttribute(each.name));
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  copy.setAttribute('font-family', 'system-ui, "DejaVu Sans", sans-serif');
  copy.setAttribute('font-size', '14');
  copy.prepend(drawn('title', {}, name), drawn('rect', { width, height, fill: getComputedStyle(document.body).backgroundColor }));
  return new XMLSerializer().serializeToString(copy);
}

/**
 * @param {string} text of an SVG file
 * @param {(picture: Blob) => void} then
 */
function paint(text, then) {
  const image = new Image();
  image.onload = () => {
    const canvas = /** @type {HTMLCanvasElement} */ (element('canvas', {}));
    canvas.width = SCALE * image.width;
    canvas.height = SCALE * image.height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob(picture => picture && then(picture));
  };
  image.src = 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);
}

/**
 * @param {Blob} content
 * @param {string} file
 */
function save(content, file) {
  const href = URL.createObjectURL(content);
  element('a', { href, download: file }).click();
  setTimeout(() => URL.revokeObjectURL(href), 1000);
}
