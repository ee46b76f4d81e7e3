// An element with attributes and children; text is only ever put in as text.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === true) made.setAttribute(key, '');
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child !== null));
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

export function drawing(viewBox, className, attributes) {
  const picture = document.createElementNS(SVG, 'svg'), path = document.createElementNS(SVG, 'path');
  picture.setAttribute('viewBox', viewBox);
  picture.setAttribute('class', className);
  picture.setAttribute('aria-hidden', 'true');
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  picture.append(path);
  return picture;
}

export const number = count => count.toLocaleString('en');
