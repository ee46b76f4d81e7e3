// The map of the world with relations as arcs, a Streamlit component (v2) in plain SVG. It asks nothing of the network.
// In:  data = {nodes, arcs, themes, types, modalities, selected, status, note, height}; see app/worldmap/picture.py
// Out: trigger `event` = {kind: select | clear, what: node | edge | null, id}
import { bends, shape } from './arcs.js';
import { listenToKeys } from './keys.js';
import { readable } from './labels.js';
import { WORLD, drawLand } from './land.js';
import { drawLegend, drawTable } from './legend.js';
import { DASHES, hue, svg } from './svg.js';

const views = new WeakMap(); // parent element -> View: the map survives reruns, and with it what part of it is seen
const CLOSEST = 12; // pixels per unit
const NARROWEST = 500; // units that a fitted view is wide at least: about 45 degrees

class View {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.parent = parent;
    this.root = find('.wm');
    this.map = find('.wm-map');
    this.tools = find('.wm-tools');
    this.parts = { legend: find('.wm-legend'), table: find('.wm-table'), tip: find('.wm-tip'), status: find('.wm-status'), note: find('.wm-note'), live: find('.wm-live'), stage: find('.wm-stage') };
    this.off = new Set();
    this.seen = { ...WORLD };
    this.lands = drawLand(svg('g', { class: 'wm-lands' }, this.map));
    this.layers = { arcs: svg('g', {}, this.map), nodes: svg('g', {}, this.map) };
    this.listen();
    listenToKeys(this.map, this);
    this.root.worldmap = { at: id => this.whereOnPage(id) }; // what tests hold on to
  }

  listen() {
    const acts = { in: () => this.zoom(1.4), out: () => this.zoom(1 / 1.4), fit: () => this.fit(), world: () => this.world() };
    this.root.addEventListener('click', event => acts[event.target.closest('[data-act]')?.dataset.act]?.());
    this.map.addEventListener('pointerdown', event => this.grab(event));
    this.map.addEventListener('pointermove', event => this.hover(event));
    this.map.addEventListener('pointerleave', () => this.point(null));
    this.map.addEventListener('wheel', event => this.wheel(event), { passive: false });
    this.sizes = new ResizeObserver(() => { if (this.data) this.look(this.fitted ? this.around() : this.seen); });
    this.sizes.observe(this.parts.stage);
  }

  update(args) {
    const { data } = args;
    const drawn = what => JSON.stringify([what?.nodes.map(node => node.id), what?.arcs]);
    this.tell = event => args.setTriggerValue('event', event);
    const fresh = drawn(data) !== drawn(this.data);
    this.data = data;
    this.nodes = new Map(data.nodes.map(node => [node.id, node]));
    this.bent = bends(data.arcs);
    this.parts.stage.style.height = `${data.height}px`;
    this.parts.status.textContent = data.status;
    this.parts.note.textContent = data.note;
    if (fresh) this.build();
    if (fresh) this.fit();
    this.select(data.selected);
    this.root.dataset.rendered = `${data.nodes.length} ${data.arcs.length} ${data.selected ?? ''}`;
  }

  build() {
    const { data, layers } = this;
    for (const [code, land] of this.lands) land.classList.toggle('wm-named', this.nodes.has(code));
    layers.arcs.replaceChildren();
    layers.nodes.replaceChildren();
    this.drawn = new Map();
    data.arcs.forEach(arc => this.drawn.set(arc.id, this.drawArc(arc)));
    data.nodes.forEach(node => this.drawn.set(node.id, this.drawNode(node)));
    this.list();
  }

  drawArc(arc) {
    const colour = data => hue(data.themes[arc.theme]?.colour ?? data.modalities[arc.modality].colour);
    const group = svg('g', { class: 'wm-arc', 'data-id': arc.id, style: colour(this.data) }, this.layers.arcs);
    const dash = DASHES[this.data.modalities[arc.modality]?.line ?? 'solid'];
    return { group, hit: svg('path', { class: 'wm-hit' }, group), line: svg('path', { class: 'wm-line', 'stroke-width': arc.width, 'stroke-dasharray': dash }, group), head: svg('path', { class: 'wm-line', 'stroke-width': Math.max(1.6, arc.width * 0.8) }, group) };
  }

  drawNode(node) {
    const group = svg('g', { class: 'wm-node', 'data-id': node.id, style: hue(this.data.types[node.type]) }, this.layers.nodes);
    const parts = { group, hit: svg('circle', { class: 'wm-spot', fill: 'transparent' }, group), dot: svg('circle', { class: 'wm-dot' }, group), name: svg('text', { class: 'wm-name' }, group) };
    parts.name.textContent = node.label;
    return parts;
  }

  list() {
    const names = new Map(this.data.nodes.map(node => [node.id, node.label]));
    drawLegend(this.parts.legend, this.data, this.off, name => this.toggle(name));
    drawTable(this.parts.table, this.shownArcs(), names, this.data.selected, id => this.choose(id));
    const shown = new Set(this.shownArcs().map(arc => arc.id));
    this.data.arcs.forEach(arc => this.drawn.get(arc.id).group.toggleAttribute('hidden', !shown.has(arc.id)));
  }

  shownArcs() { return this.data.arcs.filter(arc => !this.off.has(arc.theme) && !this.off.has(arc.modality)); }

  toggle(name) {
    this.off.has(name) ? this.off.delete(name) : this.off.add(name);
    this.list();
  }

  // Put everything where it belongs at this zoom: lines, dots and names keep their size in pixels.
  place() {
    const zoom = this.scale();
    const names = readable(this.data.nodes, zoom, this.inTheWay(zoom));
    for (const arc of this.data.arcs) {
      const { hit, line, head } = this.drawn.get(arc.id);
      const drawn = shape(this.nodes.get(arc.source), this.nodes.get(arc.target), this.bent.get(arc.id), zoom, arc);
      hit.setAttribute('d', drawn.line);
      line.setAttribute('d', drawn.line);
      head.setAttribute('d', drawn.head);
      arc.middle = drawn.middle;
    }
    for (const node of this.data.nodes) {
      const { group, hit, dot, name } = this.drawn.get(node.id);
      const side = names.get(node.id);
      group.setAttribute('transform', `translate(${node.x} ${node.y}) scale(${1 / zoom})`);
      hit.setAttribute('r', Math.max(11, node.size + 3));
      dot.setAttribute('r', node.size);
      name.setAttribute('x', side === 'end' ? -node.size - 4 : node.size + 4);
      name.setAttribute('text-anchor', side ?? 'start');
      group.classList.toggle('wm-quiet', !side);
    }
  }

  // The buttons and what lies beyond the edges, where no name could be read: boxes in pixels of the whole world at this zoom.
  inTheWay(zoom) {
    const map = this.map.getBoundingClientRect(), tools = this.tools.getBoundingClientRect();
    const x = this.seen.x * zoom, y = this.seen.y * zoom, edge = { y1: -Infinity, y2: Infinity };
    const buttons = { x1: x + tools.left - map.left, x2: x + tools.right - map.left, y1: y + tools.top - map.top, y2: y + tools.bottom - map.top };
    return [buttons, { ...edge, x1: -Infinity, x2: x }, { ...edge, x1: x + map.width, x2: Infinity }];
  }

  scale() { return Math.min(this.map.clientWidth / this.seen.width, this.map.clientHeight / this.seen.height) || 1; }

  look(box) {
    const { clientWidth: wide, clientHeight: high } = this.map;
    if (!wide || !high) return;
    const scale = Math.min(CLOSEST, Math.max(Math.min(wide / WORLD.width, high / WORLD.height) * 0.98, Math.min(wide / box.width, high / box.height)));
    const width = wide / scale, height = high / scale;
    const middle = (start, length, whole, room) => (room >= whole ? (whole - room) / 2 : Math.min(whole - room, Math.max(0, start + length / 2 - room / 2)));
    this.seen = { x: middle(box.x, box.width, WORLD.width, width), y: middle(box.y, box.height, WORLD.height, height), width, height };
    this.map.setAttribute('viewBox', `${this.seen.x} ${this.seen.y} ${width} ${height}`);
    this.place();
  }

  around() {
    const { nodes } = this.data;
    if (!nodes.length) return WORLD;
    const xs = nodes.map(node => node.x), ys = nodes.map(node => node.y);
    const span = (values, least) => { const from = Math.min(...values), to = Math.max(...values), room = Math.max(least, (to - from) * 1.26); return [(from + to) / 2 - room / 2, room]; };
    const [x, width] = span(xs, NARROWEST), [y, height] = span(ys, NARROWEST / 2);
    return { x, y, width, height };
  }

  fit() { this.fitted = true; this.look(this.around()); }
  world() { this.fitted = false; this.look(WORLD); }

  zoom(factor, at = { x: this.seen.x + this.seen.width / 2, y: this.seen.y + this.seen.height / 2 }) {
    const { x, y, width, height } = this.seen;
    this.fitted = false;
    this.look({ x: at.x - (at.x - x) / factor, y: at.y - (at.y - y) / factor, width: width / factor, height: height / factor });
  }

  // The page scrolls under the wheel until the map has the focus, or Ctrl is held.
  wheel(event) {
    if (!event.ctrlKey && !event.metaKey && document.activeElement !== this.map) return;
    event.preventDefault();
    this.zoom(Math.exp(-event.deltaY / 400), this.unit(event));
  }

  unit(event) {
    const box = this.map.getBoundingClientRect();
    return { x: this.seen.x + (event.clientX - box.left) / box.width * this.seen.width, y: this.seen.y + (event.clientY - box.top) / box.height * this.seen.height };
  }

  grab(event) {
    const start = { x: event.clientX, y: event.clientY, seen: this.seen }, id = this.idAt(event);
    let dragged = false;
    const move = moved => {
      const dx = moved.clientX - start.x, dy = moved.clientY - start.y, unit = start.seen.width / this.map.clientWidth;
      if (!dragged && Math.hypot(dx, dy) < 4) return;
      dragged = true;
      this.fitted = false;
      this.look({ ...start.seen, x: start.seen.x - dx * unit, y: start.seen.y - dy * unit });
    };
    const drop = () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', drop);
      if (!dragged) this.choose(id);
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', drop);
  }

  idAt(event) {
    const element = event.target.closest?.('[data-id],.wm-named');
    return element?.dataset.id ?? element?.dataset.land ?? null;
  }

  hover(event) {
    this.point(this.idAt(event), event);
  }

  // Say what is under the pointer or where the keys have walked to.
  point(id, event = null) {
    if (id === this.pointed && event) return this.putTip(event.clientX, event.clientY);
    this.drawn?.get(this.pointed)?.group.classList.remove('wm-over');
    this.pointed = id;
    this.parts.tip.hidden = !id;
    if (!id) return;
    this.drawn.get(id)?.group.classList.add('wm-over');
    this.parts.tip.textContent = this.describe(id);
    const where = event ? { x: event.clientX, y: event.clientY } : this.whereOnPage(id);
    this.putTip(where.x, where.y);
    if (!event) this.parts.live.textContent = this.describe(id);
  }

  putTip(x, y) {
    const box = this.parts.stage.getBoundingClientRect(), { tip } = this.parts;
    tip.style.left = `${Math.min(box.width - tip.offsetWidth - 8, Math.max(4, x - box.left + 14))}px`;
    tip.style.top = `${Math.min(box.height - tip.offsetHeight - 8, Math.max(4, y - box.top + 14))}px`;
  }

  describe(id) {
    const node = this.nodes.get(id);
    if (node) return `${node.label} · ${node.claims} ${node.claims === 1 ? 'claim' : 'claims'} on this map`;
    const arc = this.data.arcs.find(each => each.id === id);
    return arc ? `${this.nodes.get(arc.source).label} ${arc.phrase} ${this.nodes.get(arc.target).label} · ${arc.modality} · ${arc.told}` : '';
  }

  choose(id) {
    const what = id === null ? null : this.nodes.has(id) ? 'node' : 'edge';
    if (id === (this.data.selected ?? null)) return;
    this.select(id);
    this.tell({ kind: id === null ? 'clear' : 'select', what, id });
  }

  select(id) {
    const arc = this.data.arcs.find(each => each.id === id);
    const near = each => each.id === id || each.source === id || each.target === id;
    const lit = id && this.drawn.has(id);
    this.root.classList.toggle('wm-chosen', Boolean(lit));
    for (const [key, { group }] of this.drawn) group.classList.toggle('wm-lit', lit && (key === id || key === arc?.source || key === arc?.target));
    this.data.arcs.forEach(each => this.drawn.get(each.id).group.classList.toggle('wm-near', Boolean(lit) && near(each)));
  }

  whereOnPage(id) {
    const point = this.nodes.get(id) ?? this.data.arcs.find(arc => arc.id === id)?.middle;
    const box = this.map.getBoundingClientRect();
    return { x: box.left + (point.x - this.seen.x) / this.seen.width * box.width, y: box.top + (point.y - this.seen.y) / this.seen.height * box.height };
  }

  end() {
    this.sizes.disconnect();
    views.delete(this.parent);
  }
}

export default function (args) {
  const parent = args.parentElement;
  if (!views.has(parent)) views.set(parent, new View(parent));
  const view = views.get(parent);
  view.update(args);
  return () => view.end();
}
