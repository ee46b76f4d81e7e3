// A group of choices: what it is called, a search where it is long, and its rows with counts and bars.
import { drawing, element, number } from './element.js';

const DASHES = { solid: '', dashed: '6 4', dotted: '1.5 3.5' };

// `held` has what the reader did to a group here: whether it is unfolded, and what is searched for in it.
export function drawGroup(group, held, change) {
  const rows = element('div', { class: 'sv-rows' });
  const box = element('fieldset', { class: 'sv-group', 'data-field': group.field }, heading(group), ...search(group, held, change), rows);
  rows.append(...shown(group, held).map(row => drawRow(group, row)));
  const words = foldWords(group, held);
  if (words) box.append(element('button', { type: 'button', class: 'sv-more', 'data-kind': 'fold', 'data-field': group.field, 'data-key': `fold ${group.field}`, 'aria-expanded': String(Boolean(held.open)) }, words));
  if (group.note) box.append(element('p', { class: 'sv-note' }, group.note));
  return box;
}

function heading(group) {
  const title = element('legend', {}, group.title);
  if (group.asked) title.append(press('drop', group.field, '', 'reset', `Ask nothing of: ${group.title}`, 'sv-reset'));
  return title;
}

function search(group, held, change) {
  if (!group.search) return [];
  const label = `Search ${group.rows.length} ${group.field}`;
  const field = element('input', { type: 'search', class: 'sv-search', placeholder: `${label} …`, 'aria-label': label, 'data-key': `search ${group.field}` });
  field.value = held.words || '';
  field.addEventListener('input', () => change(group.field, { words: field.value }));
  return [field];
}

function found(group, held) {
  const words = (held.words || '').trim().toLowerCase();
  return words ? group.rows.filter(row => row.name.toLowerCase().includes(words)) : group.rows;
}

function shown(group, held) {
  const rows = found(group, held);
  if (held.open || rows.length <= group.folded) return rows;
  const first = group.search ? rows : [...rows].sort((a, b) => b.count - a.count);
  const kept = new Set(first.slice(0, group.folded));
  return rows.filter(row => kept.has(row) || (group.asked && group.search && row.on));
}

function foldWords(group, held) {
  const all = found(group, held).length;
  if (!all) return 'none has such a name';
  if (all <= group.folded) return '';
  return held.open ? 'show fewer' : `show all ${number(all)}`;
}

function drawRow(group, row) {
  const most = Math.max(1, ...group.rows.map(other => other.count ?? 0));
  const kind = group.several ? 'tick' : 'ask';
  const box = element('input', { type: group.several ? 'checkbox' : 'radio', name: `sv ${group.field}`, 'data-kind': kind, 'data-field': group.field, 'data-value': row.value, 'data-key': `${group.field} ${row.value}` });
  box.checked = row.on;
  const counted = row.count === null ? null : element('span', { class: 'sv-count' }, number(row.count));
  const bar = element('span', { class: 'sv-bar', 'aria-hidden': 'true' });
  bar.style.setProperty('--share', `${row.count ? Math.max(2, (100 * row.count) / most) : 0}%`);
  const title = row.count === null ? row.says : `${row.says ? `${row.says}; ` : ''}${number(row.count)} ${group.what}${row.claims ? `, ${number(row.claims)} claims` : ''}`;
  const name = element('bdi', { class: 'sv-name' }, row.name);
  const label = element('label', { title }, box, look(row), name, bar, counted);
  const line = element('div', { class: `sv-row${row.count === 0 ? ' is-none' : ''}${row.on ? '' : ' is-out'}${row.look ? ` is-${row.look}` : ''}` }, label);
  if (group.several) line.append(press('only', group.field, row.value, 'only', `Only ${row.name}`, 'sv-only'));
  return line;
}

function look(row) {
  if (row.path) return drawing('0 0 24 24', 'sv-icon', { d: row.path });
  if (!row.line) return null;
  return drawing('0 0 30 16', 'sv-line', { d: row.look === 'denied' ? 'M1 8h26M28 3v10' : 'M1 8h28', 'stroke-dasharray': DASHES[row.line] });
}

export function press(kind, field, value, words, label, className) {
  return element('button', { type: 'button', class: className, 'data-kind': kind, 'data-field': field, 'data-value': value, 'data-key': `${kind} ${field} ${value}`, 'aria-label': label === words ? null : label }, words);
}
