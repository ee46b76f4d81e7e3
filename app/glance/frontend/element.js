// An element with attributes and children; text is only ever put in as text.
export function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

export const hue = colour => `--hue: light-dark(${colour.light}, ${colour.dark})`;

export const words = (text, name = 'bdi', attributes = {}) => element(name, attributes, text);

export const plural = number => `${number.toLocaleString('en')} ${number === 1 ? 'claim' : 'claims'}`;

export function door(what, id, attributes, ...children) {
  return element('button', { type: 'button', 'data-what': what, 'data-id': id, ...attributes }, ...children);
}
