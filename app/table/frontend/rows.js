// The table itself: headers that sort, rows that are named by their first column, a button for each act.
export function html(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

const icon = path => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  svg.appendChild(document.createElementNS('http://www.w3.org/2000/svg', 'path')).setAttribute('d', path);
  return svg;
};

const order = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });

// Empty cells come last whichever way it is sorted.
export function arrange(table, find, sort) {
  const words = find.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = row => row.cells.map((cell, at) => row.whole[at] ?? cell ?? '').join(' ').toLocaleLowerCase();
  const rows = table.rows.filter(row => words.every(word => text(row).includes(word)));
  if (!sort) return rows;
  const compare = (a, b) => (typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(String(a), String(b)));
  return rows.sort((one, other) => {
    const [a, b] = [one.cells[sort.column], other.cells[sort.column]];
    return a === null || b === null ? (a === null) - (b === null) : compare(a, b) * (sort.down ? -1 : 1);
  });
}

export function drawTable(view, table, rows) {
  const { data } = view, entities = table.what === 'node';
  const heads = table.columns.map((name, at) => header(view, name, at, table.numbers.includes(at)));
  const acts = entities ? data.acts : [];
  const first = entities ? [html('th', { scope: 'col', class: 'tb-tick', tabindex: '-1' }, html('span', { class: 'tb-unseen' }, 'Ticked'))] : [];
  const head = html('tr', { 'aria-rowindex': '1' }, ...first, ...heads, ...acts.map((act, at) => html('th', { scope: 'col', class: 'tb-act', style: `--from-end: ${acts.length - at - 1}`, tabindex: '-1' }, html('span', { class: 'tb-unseen' }, act.says))));
  const body = rows.map((row, at) => line(view, table, row, at + 2));
  return html('table', { role: 'grid', 'aria-label': table.name, 'aria-rowcount': String(rows.length + 1), 'aria-readonly': 'true' }, html('thead', {}, head), html('tbody', {}, ...body));
}

function header(view, name, at, right) {
  const sorted = view.sort?.column === at ? (view.sort.down ? 'descending' : 'ascending') : 'none';
  const mark = { ascending: '↑', descending: '↓', none: '' }[sorted];
  const button = html('button', { type: 'button', 'data-sort': String(at), tabindex: '-1', title: `Sort by ${name.toLowerCase()}` }, name, html('i', { 'aria-hidden': 'true' }, mark));
  return html('th', { scope: 'col', 'aria-sort': sorted, class: right ? 'tb-number' : null }, button);
}

function line(view, table, row, place) {
  const { data } = view, entities = table.what === 'node', selected = data.selected === row.id;
  const tick = html('input', { type: 'checkbox', tabindex: '-1', 'data-tick': row.id, 'aria-label': `Tick ${row.called}` });
  tick.checked = data.chosen.includes(row.id);
  const cells = row.cells.map((value, at) => cell(table, row, value, at, selected));
  const acts = entities ? data.acts.map((act, at) => html('td', { class: 'tb-act', style: `--from-end: ${data.acts.length - at - 1}` }, button(data, act, row))) : [];
  return html('tr', { 'data-id': row.id, 'aria-rowindex': String(place), 'aria-selected': String(selected) }, ...(entities ? [html('td', { class: 'tb-tick' }, tick)] : []), ...cells, ...acts);
}

function cell(table, row, value, at, selected) {
  const said = value === null ? '' : typeof value === 'number' ? value.toLocaleString('en') : value;
  if (at === 0) {
    const name = html('button', { type: 'button', class: 'tb-name', 'data-select': row.id, tabindex: '-1', 'aria-pressed': String(selected) }, html('bdi', {}, said));
    return html('th', { scope: 'row' }, name);
  }
  const look = at === table.looks ? html('span', { class: `tb-look is-${row.look}` }, said) : html('bdi', {}, said);
  return html('td', { tabindex: '-1', class: table.numbers.includes(at) ? 'tb-number' : null }, look);
}

function button(data, act, row) {
  const pinned = act.kind === 'pin' && data.pins.includes(row.id);
  const says = pinned ? 'Unpin' : act.says;
  return html('button', { type: 'button', 'data-act': act.kind, 'data-id': row.id, tabindex: '-1', title: `${says} (${act.key})`, 'aria-label': `${says} ${row.called}`, 'aria-pressed': act.kind === 'pin' ? String(pinned) : null }, icon(act.path));
}
