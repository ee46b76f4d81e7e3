// What is drawn as tables, a Streamlit component (v2). It asks nothing of the network.
// In:  data = {tables, acts, group, selected, chosen, pins, height}; see app/table/picture.py
// Out: trigger `event` = {kind, id, ids}, as the canvas tells it, or {kind: dossier, id}
import { save, toCsv } from './csv.js';
import { Grid } from './grid.js';
import { arrange, drawTable, html } from './rows.js';

const ANSWER_MS = 1500; // after which an act counts as heard, though nothing it changed came back
const views = new WeakMap(); // parent element -> View: what is sorted and sought survives reruns

class View {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.root = find('.tb');
    this.parts = { tabs: find('.tb-tabs'), input: find('.tb-find input'), said: find('.tb-said'), csv: find('.tb-csv'), chosen: find('.tb-chosen'), scroll: find('.tb-scroll'), keys: find('.tb-keys') };
    this.grid = new Grid(this.parts.scroll);
    this.shown = 0;
    this.sort = null;
    this.unsaid = [];
    this.ticks = []; // what was ticked before the first tick that isn't answered yet, and after each since
    this.awaited = null;
    this.parts.input.addEventListener('input', () => this.draw());
    this.parts.csv.addEventListener('click', () => save(`entente-${this.table().name.toLowerCase()}.csv`, toCsv(this.table(), this.rows())));
    this.parts.scroll.addEventListener('click', event => this.press(event.target));
    this.parts.scroll.addEventListener('keydown', event => this.key(event));
    this.parts.tabs.addEventListener('click', event => this.turn(event.target.closest('button')));
    this.parts.tabs.addEventListener('keydown', event => this.walkTabs(event));
    this.parts.chosen.addEventListener('click', event => this.actOnAll(event.target.closest('button')?.dataset.act));
  }

  update(args) {
    this.tell = event => args.setTriggerValue('event', event);
    const before = this.data?.selected, answer = args.data !== this.given;
    this.given = args.data;
    this.data = { ...args.data, chosen: this.ticked(args.data.chosen) };
    this.parts.scroll.style.maxHeight = `${this.data.height}px`;
    this.parts.keys.textContent = this.data.acts.map(act => `${act.key}: ${act.says.toLowerCase()}`).join(', ');
    if (this.data.selected !== before) this.show(this.data.selected);
    this.draw();
    if (this.data.selected !== before) this.parts.scroll.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
    if (answer) this.heard();
  }

  // What is ticked now: an answer to what was done before the last ticks knows nothing of these yet.
  ticked(chosen) {
    const key = ids => [...ids].sort().join(' '), known = this.ticks.map(key), at = known.lastIndexOf(key(chosen));
    if (at >= 0 && at < known.length - 1) return this.ticks.at(-1);
    this.ticks = [];
    return chosen;
  }

  table() { return this.data.tables[this.shown]; }

  rows() { return arrange(this.table(), this.parts.input.value, this.sort); }

  // The table that has what was selected elsewhere.
  show(id) {
    const at = this.data.tables.findIndex(table => table.rows.some(row => row.id === id));
    if (at >= 0 && at !== this.shown) { this.shown = at; this.sort = null; }
  }

  draw() {
    const { tabs, scroll, said } = this.parts, table = this.table(), rows = this.rows();
    const held = scroll.contains(document.activeElement), at = { left: scroll.scrollLeft, top: scroll.scrollTop };
    const inTabs = tabs.contains(document.activeElement);
    tabs.replaceChildren(...this.data.tables.map((each, place) => html('button', { type: 'button', role: 'tab', 'data-tab': String(place), 'aria-selected': String(place === this.shown), tabindex: place === this.shown ? '0' : '-1' }, `${each.name} `, html('b', {}, String(each.rows.length)))));
    if (inTabs) tabs.querySelector('[aria-selected=true]').focus();
    scroll.replaceChildren(drawTable(this, table, rows));
    scroll.setAttribute('aria-label', table.name);
    scroll.scrollTo(at);
    this.grid.restore(held, this.data.selected);
    said.textContent = rows.length < table.rows.length ? `${rows.length} of ${table.rows.length} rows` : table.said;
    this.drawChosen();
    this.root.dataset.rendered = `${table.name} ${rows.length} ${this.data.selected ?? ''}`;
  }

  drawChosen() {
    const { chosen } = this.parts, { acts, group } = this.data;
    const number = this.data.chosen.length, held = chosen.contains(document.activeElement);
    chosen.hidden = number === 0 || this.table().what !== 'node';
    if (chosen.hidden) return void (held && this.parts.input.focus());
    const offered = [...acts.filter(act => act.several), group, { kind: 'none', says: 'Untick all' }];
    chosen.replaceChildren(html('span', {}, `${number} ticked:`), ...offered.map(act => html('button', { type: 'button', 'data-act': act.kind }, act.says)));
  }

  send(kind, id, ids) {
    if (kind !== 'choose') this.ticks = [];
    this.unsaid.push({ kind, id, ids: ids ?? (id === null ? [] : [id]), stamp: performance.now() });
    this.sayNext();
  }

  // One at a time: of two that are sent at once Streamlit loses the first.
  sayNext() {
    if (this.awaited || !this.unsaid.length) return;
    this.awaited = setTimeout(() => this.heard(), ANSWER_MS);
    this.tell(this.unsaid.shift());
  }

  heard() {
    clearTimeout(this.awaited);
    this.awaited = null;
    this.sayNext();
  }

  actOnAll(kind) {
    if (!kind) return;
    const act = this.data.acts.find(each => each.kind === kind);
    if (kind === 'none') this.send('choose', null, []);
    else this.send(act ? act.several : kind, null, this.data.chosen);
  }

  press(target) {
    const from = target.closest('button, input');
    if (!from) return;
    const { sort, select, tick, act, id } = from.dataset;
    if (sort !== undefined) this.sortBy(Number(sort));
    else if (select !== undefined) this.send('select', select);
    else if (tick !== undefined) this.tick(tick);
    else if (act !== undefined) this.send(act, id);
  }

  tick(id) {
    if (!this.ticks.length) this.ticks = [this.data.chosen];
    const chosen = new Set(this.data.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.data.chosen = [...chosen].sort();
    this.ticks.push(this.data.chosen);
    this.draw();
    this.send('choose', null, this.data.chosen);
  }

  sortBy(column) {
    this.sort = this.sort?.column === column ? { column, down: !this.sort.down } : { column, down: this.table().numbers.includes(column) };
    this.draw();
  }

  key(event) {
    if (event.altKey || event.metaKey || (event.ctrlKey && !['Home', 'End'].includes(event.key))) return;
    const id = event.target.closest('tr')?.dataset.id, entities = this.table().what === 'node';
    const act = this.data.acts.find(each => each.key === event.key);
    const native = event.target.matches('button, input');
    if (this.grid.walk(event)) return void event.preventDefault();
    if (id !== undefined && entities && act) this.send(act.kind, id);
    else if (id !== undefined && entities && event.key === ' ' && !native) this.tick(id);
    else if (id !== undefined && event.key === 'Enter' && !native) this.send('select', id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  turn(button) {
    if (!button) return;
    this.shown = Number(button.dataset.tab);
    this.sort = null;
    this.grid.at = null;
    this.parts.input.value = '';
    this.draw();
  }

  walkTabs(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const count = this.data.tables.length;
    this.turn(this.parts.tabs.children[(this.shown + step + count) % count]);
    this.parts.tabs.querySelector('[aria-selected=true]').focus();
  }
}

export default function (args) {
  const parent = args.parentElement;
  if (!views.has(parent)) views.set(parent, new View(parent));
  views.get(parent).update(args);
  return () => views.delete(parent);
}
