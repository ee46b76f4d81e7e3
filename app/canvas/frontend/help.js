// The list of what the keys and the pointer do, from the same table that the keys are read from.
import { KEYS } from './keys.js';

const POINTER = [
  [['Click'], 'Select; a relation that stands for several: draw them apart'],
  [['Double-click'], 'Expand an entity, open a group'],
  [['Drag'], 'Move an entity; beside all: move the view'],
  [['Shift+click'], 'Choose one more'],
  [['Shift+drag'], 'Choose all in a box'],
  [['Wheel'], 'Zoom'],
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
  list.append(...rows.map(([keys, says]) => {
    const row = document.createElement('div'), term = document.createElement('dt'), meaning = document.createElement('dd');
    term.append(...keys.flatMap(combination));
    meaning.textContent = says;
    row.append(term, meaning);
    return row;
  }));
  box.replaceChildren(leave, title, list);
  box.showModal();
  return undefined;
}

// Keys that are pressed together, each as a key; an ellipsis stands between the first and the last of a row.
function combination(keys) {
  if (keys === '…') return ['…'];
  return (keys === '+' ? ['+'] : keys.split('+')).map(word => {
    const made = document.createElement('kbd');
    made.textContent = word;
    return made;
  });
}
