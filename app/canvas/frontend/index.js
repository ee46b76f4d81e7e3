// The drawn graph, a Streamlit component (v2) on Cytoscape.js. It asks nothing of the network.
// In:  data = {nodes, edges, types, modalities, relations, off, confidence, selected, revision, fit, status, height}; see app/canvas/picture.py
// Out: trigger `event` = {kind: select | clear | expand | hide | move | toggle | require, what: node | edge | null, id, moved: {id: [x, y]}}
import cytoscape from '../vendor/cytoscape-3.34.4.esm.min.mjs';
import { listenToKeys } from './keys.js';
import { quietCrowdedNames } from './labels.js';
import { drawLegend } from './legend.js';
import { readTheme, stylesheet } from './style.js';

const views = new WeakMap(); // parent element -> View: the drawing survives reruns, and with it positions and viewport
const MARGIN = 28;
const CLOSEST = 1.25;
const HOVER_MS = 220;
const ANSWER_MS = 700; // an event that changes nothing on the canvas has no other answer
const stillness = matchMedia('(prefers-reduced-motion: reduce)');

class View {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.parent = parent;
    this.root = find('.kg');
    this.canvas = find('.kg-canvas');
    this.parts = { legend: find('.kg-legend'), live: find('.kg-live'), status: find('.kg-status'), outside: find('.kg-outside') };
    this.moved = {};
    this.unsaid = [];
    this.fitting = false;
    this.cy = cytoscape({ container: this.canvas, layout: { name: 'preset' }, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false });
    this.acts = { in: () => this.zoom(1.3), out: () => this.zoom(1 / 1.3), fit: () => this.fit(), png: () => this.download(), full: () => this.fullScreen() };
    this.listen();
    listenToKeys(this);
    this.root.kg = { cy: this.cy, at: id => this.whereOnPage(id), model: id => ({ ...this.cy.getElementById(id).position() }) }; // what tests hold on to
  }

  listen() {
    const { cy, root } = this;
    cy.on('tap', 'node,edge', event => this.select(event.target));
    cy.on('tap', event => { if (event.target === cy) this.select(null); });
    cy.on('dbltap', 'node', event => this.send('expand', event.target));
    cy.on('dragfree', 'node', event => this.keepMoved(event.target));
    cy.on('mouseover', 'edge', event => event.target.addClass('over'));
    cy.on('mouseout', 'edge', event => event.target.removeClass('over'));
    cy.on('mouseover', 'node', event => { this.hover = setTimeout(() => this.light(event.target), HOVER_MS); });
    const unlight = () => { clearTimeout(this.hover); cy.elements('.dim').removeClass('dim'); };
    cy.on('mouseout', 'node', unlight);
    this.canvas.addEventListener('pointerleave', unlight); // Cytoscape sends no mouseout when the pointer leaves the canvas
    this.canvas.addEventListener('wheel', unlight, { passive: true });
    cy.on('viewport', () => { this.fitted = this.fitting; this.countOutside(); }); // the reader's own zoom and pan is kept
    root.addEventListener('click', event => this.acts[event.target.closest('[data-act]')?.dataset.act]?.());
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(this.canvas);
    this.clock = setInterval(() => this.restyle(), 800); // the canvas doesn't see CSS: look whether the page turned dark
  }

  update(args) {
    const { data } = args;
    this.tell = event => args.setTriggerValue('event', event);
    const answer = data !== this.data;
    const fresh = data.revision !== this.data?.revision;
    const first = !this.data;
    this.data = data;
    this.root.style.height = `${data.height}px`;
    this.restyle(true);
    if (fresh) this.redraw(first || data.fit);
    drawLegend(this.parts.legend, data, this.theme, this.send.bind(this));
    this.parts.status.textContent = data.status;
    if (!this.unsaid.length) this.showSelected(data.selected?.id);
    if (answer) this.heard();
  }

  redraw(fit) {
    const { cy, data } = this;
    const keep = new Set([...data.nodes, ...data.edges].map(element => element.id));
    cy.batch(() => {
      cy.elements('.dim').removeClass('dim');
      cy.elements().filter(element => !keep.has(element.id())).remove();
      data.nodes.forEach(node => this.drawNode(node));
      data.edges.forEach(edge => this.drawEdge(edge));
    });
    quietCrowdedNames(cy, this.theme.font);
    if (fit) this.fit();
    this.countOutside();
    this.fadeIn();
    this.root.dataset.nodes = data.nodes.length;
    this.root.dataset.edges = data.edges.length;
    cy.one('render', () => { this.root.dataset.rendered = String(data.revision); });
  }

  drawNode({ x, y, ...data }) {
    const drawn = this.cy.getElementById(data.id);
    if (drawn.empty()) this.cy.add({ group: 'nodes', data, position: { x, y }, classes: 'fresh' });
    else drawn.data(data);
    if (!drawn.empty() && !this.isMoving(drawn)) drawn.position({ x, y }); // Python owns the places
  }

  // In the reader's hand, or put down a moment ago: Python doesn't know its new place yet.
  isMoving(node) {
    return node.grabbed() || node.id() in this.moved || this.unsaid.some(event => node.id() in event.moved);
  }

  drawEdge(data) {
    const drawn = this.cy.getElementById(data.id);
    if (drawn.empty()) this.cy.add({ group: 'edges', data });
    else drawn.data(data);
  }

  fadeIn() {
    const fresh = this.cy.nodes('.fresh').removeClass('fresh');
    if (stillness.matches || fresh.length > 80) return;
    fresh.style('opacity', 0).animate({ style: { opacity: 1 } }, { duration: 240, complete: () => fresh.removeStyle('opacity') });
  }

  select(element) {
    const id = element?.id() ?? null;
    if (id === this.chosen) return; // the second click of a double click
    this.showSelected(id);
    this.say(element ? this.describe(element) : 'Nothing selected');
    this.send(element ? 'select' : 'clear', element);
  }

  showSelected(id) {
    const { cy } = this;
    this.chosen = id ?? null;
    cy.batch(() => {
      cy.elements(':selected').unselect();
      cy.edges('.near').removeClass('near');
      const element = id ? cy.getElementById(id) : cy.collection();
      element.select();
      element.connectedEdges().addClass('near');
    });
  }

  send(kind, element, id = element?.id()) {
    const moved = this.moved;
    this.moved = {};
    this.unsaid.push({ kind, what: element ? (element.isNode() ? 'node' : 'edge') : null, id: id ?? null, moved });
    this.sayNext();
  }

  // One at a time: of two that are sent at once (a double click selects, then expands) Streamlit loses the first and
  // hands on the second twice.
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

  keepMoved(node) {
    const { x, y } = node.position();
    this.moved[node.id()] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
    quietCrowdedNames(this.cy, this.theme.font);
    this.send('move', node);
  }

  light(node) {
    const { cy } = this;
    if (cy.nodes().length < 3) return;
    cy.batch(() => cy.elements().not(node.closedNeighborhood()).addClass('dim'));
  }

  describe(element) {
    if (element.isEdge()) return `${element.source().data('label')} ${element.data('label')} ${element.target().data('label')}, ${element.data('modality')}`;
    const hidden = element.data('hidden');
    return `${element.data('type')} ${element.data('label')}, ${element.degree()} relations shown${hidden ? `, ${hidden} more neighbours` : ''}`;
  }

  say(words) { this.parts.live.textContent = words; }

  restyle(force) {
    const theme = readTheme(this.root);
    const look = JSON.stringify([theme, Object.keys(this.data?.types || {})]);
    if (!this.data || look === this.look) return;
    const known = this.look !== undefined;
    this.look = look;
    this.theme = theme;
    this.cy.style(stylesheet(theme, this.data.types, this.data.modalities));
    if (known && !force) drawLegend(this.parts.legend, this.data, theme, this.send.bind(this));
  }

  fit() {
    const { cy } = this;
    this.fitting = true;
    cy.resize();
    cy.fit(cy.elements(), MARGIN);
    if (cy.zoom() > CLOSEST) { cy.zoom(CLOSEST); cy.center(); }
    this.fitting = false;
    this.fitted = true;
  }

  // A panel that opens beside it, or full screen, changes the room: keep what was fitted fitted, else keep the middle.
  resize() {
    if (!this.canvas.clientWidth) return;
    this.cy.resize();
    if (this.data && this.width !== this.canvas.clientWidth && this.fitted) this.fit();
    this.width = this.canvas.clientWidth;
  }

  zoom(factor) {
    this.cy.zoom({ level: this.cy.zoom() * factor, renderedPosition: { x: this.canvas.clientWidth / 2, y: this.canvas.clientHeight / 2 } });
  }

  bringIntoView(element) {
    const box = element.renderedBoundingBox({ includeLabels: false });
    const seen = box.x1 > 0 && box.y1 > 0 && box.x2 < this.canvas.clientWidth && box.y2 < this.canvas.clientHeight;
    if (!seen) this.cy.center(element);
  }

  countOutside() {
    const seen = this.cy.extent();
    const away = this.cy.nodes().filter(node => {
      const { x, y } = node.position();
      return x < seen.x1 || x > seen.x2 || y < seen.y1 || y > seen.y2;
    }).length;
    this.parts.outside.hidden = away === 0;
    this.parts.outside.textContent = `${away} outside the view – fit`;
  }

  download() {
    const link = document.createElement('a');
    const picture = this.cy.png({ output: 'blob', full: true, scale: 2, maxWidth: 8000, maxHeight: 8000, bg: this.theme.ground });
    link.download = 'entente.png';
    link.href = URL.createObjectURL(picture);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 5000);
  }

  // The panel beside the graph comes along, so that an edge's sentence can be read in full screen too.
  fullScreen() {
    if (document.fullscreenElement) return document.exitFullscreen();
    return (this.parent.closest('[data-testid="stHorizontalBlock"]') || this.root).requestFullscreen?.();
  }

  whereOnPage(id) {
    const element = this.cy.getElementById(id);
    const point = element.isEdge() ? element.renderedMidpoint() : element.renderedPosition();
    const corner = this.canvas.getBoundingClientRect();
    return { x: corner.left + point.x, y: corner.top + point.y };
  }

  end() {
    clearInterval(this.clock);
    clearTimeout(this.awaited);
    this.sizes.disconnect();
    this.cy.destroy();
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
