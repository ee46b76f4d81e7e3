// Small helpers round the DOM: SVG elements, and pairs of colours that follow the page from light to dark.
const SVG = 'http://www.w3.org/2000/svg';

export function svg(name, attributes = {}, parent = null) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent?.append(element);
  return element;
}

export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export const hue = colour => `--hue: light-dark(${colour.light}, ${colour.dark})`;
export const DASHES = { solid: 'none', dashed: '7 4', dotted: '1.5 4' };
