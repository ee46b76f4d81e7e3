// The list of what the keys and the pointer do, from the same table that the keys are read from.
import { KEYS } from './keys.js';

const POINTER = [
  ['Click', 'Select an entity or a relation; on a relation that stands for several: draw them apart'],
  ['Double-click', 'Expand an entity, open a group'],
  ['Drag', 'Move an entity; beside all: move the view'],
  ['Shift + click', 'Choose one more'],
  ['Shift + drag', 'Choose all in a box'],
  ['Wheel', 'Zoom'],
];

export function showHelp(view) {
  const box = view.parts.help;
  const close = () => { box.close(); view.canvas.focus({ preventScroll: true }); };
  if (box.open) return close();
  const title = document.createElement('h2'), leave = document.createElement('button'), list = document.createElement('dl');
  title.textContent = 'Keys and pointer';
  leave.type = 'button';
  leave.textContent = 'Close';
  leave.addEventListener('click', close);
  const rows = [...KEYS.map(({ shown, says }) => [shown, says]), ...POINTER];
  list.append(...rows.flatMap(([keys, says]) => {
    const term = document.createElement('dt'), meaning = document.createElement('dd');
    term.append(...keys.split(' ').map(word => (word.length < 3 || /^[A-Z?]/.test(word) ? key(word) : document.createTextNode(` ${word} `))));
    meaning.textContent = says;
    return [term, meaning];
  }));
  box.replaceChildren(title, list, leave);
  box.showModal();
  return undefined;
}

function key(word) {
  if (word === '+' || word === '–') return document.createTextNode(` ${word} `);
  const made = document.createElement('kbd');
  made.textContent = word === 'plus' ? '+' : word;
  return made;
}
