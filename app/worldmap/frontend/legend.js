// What the colours and lines of arcs mean, as buttons that hide or show them; and the same relations as a table.
import { DASHES, html, hue, svg } from './svg.js';

export function drawLegend(place, data, off, toggle) {
  const held = place.contains(document.activeElement) && document.activeElement.dataset.key;
  const count = (field, name) => data.arcs.filter(arc => arc[field] === name).length;
  const themes = Object.entries(data.themes).filter(([name]) => count('theme', name)).map(([name, look]) =>
    key(name, count('theme', name), !off.has(name), line(hue(look.colour), 'solid'), look.says, toggle));
  const modalities = Object.entries(data.modalities).filter(([name]) => count('modality', name)).map(([name, look]) =>
    key(name, count('modality', name), !off.has(name), line('--hue: currentColor', look.line, name === 'denied'), look.says, toggle));
  place.replaceChildren(...themes, ...(themes.length ? [html('hr')] : []), ...modalities);
  if (held) place.querySelector(`[data-key="${held}"]`)?.focus(); // the keyboard stays where it was
}

function key(name, count, shown, picture, says, toggle) {
  const button = html('button', { type: 'button', class: 'wm-key', 'data-key': name, 'aria-pressed': String(shown), title: says }, picture, name, html('small', {}, String(count)));
  button.addEventListener('click', () => toggle(name));
  return button;
}

function line(style, kind, denied) {
  const picture = svg('svg', { viewBox: '0 0 30 12', 'aria-hidden': 'true', style });
  svg('path', { d: denied ? 'M1 6h26M28 1v10' : 'M1 6h28', 'stroke-dasharray': DASHES[kind] }, picture);
  return picture;
}

export function drawTable(details, arcs, names, selected, choose) {
  details.querySelector('summary').textContent = `The same as a table (${arcs.length} ${arcs.length === 1 ? 'relation' : 'relations'})`;
  const place = details.querySelector('.wm-rows');
  const fresh = () => place.replaceChildren(table(arcs, names, selected, choose));
  details.ontoggle = () => { if (details.open) fresh(); };
  if (details.open) fresh();
}

function table(arcs, names, selected, choose) {
  const head = html('thead', {}, html('tr', {}, ...['Relation', 'Modality', 'Told'].map(words => html('th', { scope: 'col' }, words))));
  const rows = arcs.map(arc => {
    const button = html('button', { type: 'button', 'aria-pressed': String(arc.id === selected) }, `${names.get(arc.source)} ${arc.phrase} ${names.get(arc.target)}`);
    button.addEventListener('click', () => choose(arc.id));
    return html('tr', {}, html('td', {}, button), html('td', {}, arc.modality), html('td', {}, arc.told));
  });
  return html('table', {}, head, html('tbody', {}, ...rows));
}
