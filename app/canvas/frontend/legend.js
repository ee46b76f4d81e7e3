// The legend is the filter: each key says what a colour, shape or line means and how many are drawn; pressing hides or shows.
import { lineColour, shade } from './style.js';

const SVG = 'http://www.w3.org/2000/svg';
// Outlines in a 16 x 16 field for the node shapes that the schema uses.
const OUTLINES = {
  ellipse: 'M8 1.5a6.5 6.5 0 1 1 0 13a6.5 6.5 0 1 1 0-13z',
  hexagon: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z',
  'round-rectangle': 'M4 2h8a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2z',
  diamond: 'M8 1l7 7-7 7-7-7z',
  'round-tag': 'M2.5 3h7.5L15 8l-5 5H2.5A1 1 0 0 1 1.5 12V4a1 1 0 0 1 1-1z',
  'round-triangle': 'M8 2l6.5 12h-13z',
  pentagon: 'M8 1.5l6.8 5-2.6 8H3.8l-2.6-8z',
  star: 'M8 1l2 4.8 5.2.4-4 3.4 1.3 5L8 11.9 3.5 14.6l1.3-5-4-3.4L6 5.8z',
};

export function drawLegend(place, data, theme, send) {
  place.hidden = data.still; // nothing to hide or show in it
  const toggle = name => send('toggle', null, name);
  const held = place.contains(document.activeElement) && document.activeElement.dataset.key;
  const off = new Set(data.off);
  const keys = [
    ...Object.entries(data.types).filter(([name, type]) => type.count || off.has(name)).map(([name, type]) =>
      key(name, type.plural, type.count, !off.has(name), shape(type, theme), toggle)),
    document.createElement('hr'),
    ...Object.entries(data.modalities).map(([name, modality]) => key(name, name, modality.count, !off.has(name), line(name, modality, theme), toggle, modality.says)),
  ];
  if (data.confidence.levels.length) keys.push(document.createElement('hr'), confidence(data.confidence, level => send('require', null, level)));
  if (data.relations.length) keys.push(relations(place, data.relations, off, toggle));
  if (data.colouring) keys.push(document.createElement('hr'), ...painted(data.colouring, theme));
  place.replaceChildren(...keys);
  if (held) place.querySelector(`[data-key="${held}"]`)?.focus(); // the keyboard stays where it was
}

function key(name, words, count, shown, picture, toggle, title) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'kg-key';
  button.dataset.key = name;
  button.setAttribute('aria-pressed', String(shown));
  if (title) button.title = title;
  const text = document.createElement('span'), number = document.createElement('small');
  text.textContent = words;
  number.textContent = count;
  button.append(...(picture ? [picture] : []), text, number);
  button.addEventListener('click', () => toggle(name));
  return button;
}

// How sure a claim must be for its relation to be drawn.
function confidence({ levels, min }, require) {
  const choice = document.createElement('select');
  choice.className = 'kg-confidence';
  choice.dataset.key = 'confidence';
  choice.setAttribute('aria-label', 'Confidence');
  choice.title = 'Shows relations with a claim that is so sure; claims without a confidence show under "any confidence" only';
  choice.append(new Option('any confidence', ''), ...levels.map(level => new Option(`at least ${Math.round(100 * level)} % sure`, level)));
  choice.value = min ?? '';
  choice.addEventListener('change', () => require(choice.value));
  return choice;
}

// The relations drawn here, behind one word: there may be twenty of them.
function relations(place, list, off, toggle) {
  const box = document.createElement('details'), title = document.createElement('summary'), menu = document.createElement('div');
  const hidden = list.filter(relation => off.has(relation.name)).length;
  box.className = 'kg-relations';
  box.open = Boolean(place.querySelector('.kg-relations')?.open);
  title.className = 'kg-key';
  title.textContent = hidden ? `Relations (${hidden} hidden)` : 'Relations';
  menu.append(...list.map(relation => key(relation.name, relation.phrase, relation.count, !off.has(relation.name), null, toggle)));
  box.append(title, menu);
  return box;
}

// What an analysis gave to sizes and colours; a letter says the same as each colour.
function painted({ sized_by, coloured_by, groups }, theme) {
  const words = [sized_by && `Larger: ${sized_by}`, coloured_by && `Colour: ${coloured_by}`].filter(Boolean).map(says => {
    const line = document.createElement('span');
    line.className = 'kg-painted';
    line.textContent = says;
    return line;
  });
  const swatches = groups.map(group => {
    const line = document.createElement('span'), letter = document.createElement('b'), name = document.createElement('span'), count = document.createElement('small');
    line.className = 'kg-painted';
    letter.textContent = group.letter;
    letter.style.background = shade(group.colour, theme);
    letter.style.color = theme.dark ? '#10151f' : '#ffffff';
    name.textContent = group.name;
    count.textContent = group.count;
    line.append(letter, name, count);
    return line;
  });
  return [...words, ...swatches];
}

function shape(type, theme) {
  return svg('0 0 16 16', '', { d: OUTLINES[type.shape] || OUTLINES.ellipse, fill: shade(type.colour, theme) });
}

function line(name, modality, theme) {
  const dashes = { solid: '', dashed: '6 4', dotted: '1.5 3.5' }[modality.line];
  return svg('0 0 30 16', 'kg-line', { d: name === 'denied' ? 'M1 8h26M28 3v10' : 'M1 8h28', stroke: lineColour(name, modality, theme), 'stroke-width': 2.2, 'stroke-dasharray': dashes, fill: 'none' });
}

function svg(viewBox, className, attributes) {
  const picture = document.createElementNS(SVG, 'svg'), path = document.createElementNS(SVG, 'path');
  picture.setAttribute('viewBox', viewBox);
  picture.setAttribute('class', className);
  picture.setAttribute('aria-hidden', 'true');
  for (const [name, value] of Object.entries(attributes)) path.setAttribute(name, value);
  picture.append(path);
  return picture;
}
