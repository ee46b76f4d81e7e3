// The matrix is a real table: headers that name rows and columns, a button in each filled cell.
import { describe, firmest } from './cells.js';

export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

export const hue = colour => `--hue: light-dark(${colour.light}, ${colour.dark})`;

export function table(data, order, cells) {
  const filled = axis => new Set([...cells.values()].map(cell => cell[axis]));
  const [inRows, inColumns] = [filled('row'), filled('column')];
  const rows = data.rows.orders[order].filter(id => inRows.has(id)), columns = data.columns.orders[order].filter(id => inColumns.has(id));
  const most = Math.max(1, ...[...cells.values()].map(cell => cell.claims));
  const corner = html('td', { class: 'mx-corner' }, html('span', {}, `${data.columns.what} →`), html('span', {}, `↓ ${data.rows.what}`));
  const head = html('thead', {}, html('tr', {}, corner, ...columns.map(id => header('col', id, data.columns.items[id], data))));
  const body = rows.map(row => html('tr', {}, header('row', row, data.rows.items[row], data), ...columns.map(column => cell(cells.get(`${row} ${column}`), data, most))));
  return html('table', { style: `width: min(100%, ${14 + 4 * columns.length}rem)`, 'aria-label': `${data.rows.what} by ${data.columns.what}` }, head, html('tbody', {}, ...body));
}

function header(scope, id, item, data) {
  const button = html('button', { type: 'button', 'data-id': id, 'data-what': 'node', tabindex: '-1', title: item.label, style: hue(data.types[item.type]), 'aria-pressed': String(data.selected === id) }, html('i'), html('span', {}, item.label));
  return html('th', { scope }, button);
}

function cell(held, data, most) {
  if (!held) return html('td');
  const modality = firmest(held, data.modalities);
  const chosen = held.entries.some(entry => entry.id === data.selected);
  const strength = 14 + 50 * Math.sqrt(held.claims / most);
  const button = html('button', {
    type: 'button', class: `mx-cell mx-${modality}`, 'data-id': held.entries[0].id, 'data-what': 'edge', 'data-cell': `${held.row} ${held.column}`, tabindex: '-1',
    style: `${hue(data.modalities[modality].colour)}; --strength: ${strength.toFixed(0)}%`, 'aria-label': describe(held, data), 'aria-pressed': String(chosen),
  }, String(held.claims), strip(held, data));
  return html('td', {}, button);
}

// Along the cell's foot: how its claims divide into modalities.
function strip(held, data) {
  const parts = Object.keys(data.modalities).filter(name => held.counts[name]);
  const pieces = parts.map(name => html('b', { class: `mx-${name}`, style: `${hue(data.modalities[name].colour)}; flex: ${held.counts[name]}` }));
  return html('span', { class: 'mx-strip', 'aria-hidden': 'true' }, ...(parts.length > 1 ? pieces : []));
}

export function legend(place, data) {
  const counts = new Set(data.cells.flatMap(cell => Object.keys(cell.counts)));
  const keys = Object.entries(data.modalities).filter(([name]) => counts.has(name)).map(([name, look]) =>
    html('span', { class: 'mx-key', title: look.says }, html('b', { class: `mx-cell mx-${name}`, style: `${hue(look.colour)}; --strength: 34%` }, '3'), name));
  place.replaceChildren(html('span', {}, 'A cell counts claims:'), ...keys);
}
