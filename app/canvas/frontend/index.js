// The drawn graph, a Streamlit component (v2) on Cytoscape.js. It asks nothing of the network.
// In:  data = {nodes, edges, types, modalities, relations, off, confidence, colouring, selected, chosen, asked, revision, fit, status,
//      height}; see app/drawing.py
// Out: trigger `event` = {kind, what: node | edge | null, id, ids, wish, moved: {id: [x, y]}}; the kinds: see app/acting.py, and
//      ask | undo | redo | move
import cytoscape from '../vendor/cytoscape-3.34.4.esm.min.mjs';
import { Question } from './asking.js';
import { Choice } from './choosing.js';
import { Focus } from './focus.js';
import { showHelp } from './help.js';
import { listenToKeys } from './keys.js';
import { quietCrowdedNames } from './labels.js';
import { drawLegend } from './legend.js';
import { Sight } from './sight.js';
import { readTheme, stylesheet } from './style.js';

const views = new WeakMap(); // parent element -> View: the drawing survives reruns, and with it positions and viewport
const HOVER_MS = 220;
const ANSWER_MS = 700; // an event that changes nothing on the canvas has no other answer
const SEVERAL = '*'; // the relation of an edge that stands for several
const stillness = matchMedia('(prefers-reduced-motion: reduce)');
const PARTS = ['legend', 'live', 'status', 'outside', 'bar', 'ask', 'focus', 'help', 'menu'];

class View {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.parent = parent;
    this.root = find('.kg');
    this.stage = find('.kg-stage');
    this.canvas = find('.kg-canvas');
    this.parts = Object.fromEntries(PARTS.map(name => [name, find(`.kg-${name}`)]));
    this.moved = {};
    this.unsaid = [];
    this.cy = cytoscape({ container: this.canvas, layout: { name: 'preset' }, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: true });
    this.sight = new Sight(this);
    this.choice = new Choice(this);
    this.question = new Question(this);
    this.focus = new Focus(this);
    this.acts = this.listActs();
    this.listen();
    this.deafen = listenToKeys(this);
    this.root.kg = { cy: this.cy, png: (scale, name) => this.sight.download(scale, name), at: id => this.sight.whereOnPage(id), model: id => ({ ...this.cy.getElementById(id).position() }) }; // what tests hold on to
  }

  // What the buttons do, by their data-act.
  listActs() {
    const ids = () => this.choice.targets().map(node => node.id());
    const many = kind => () => ids().length && this.send(kind, null, null, { ids: ids() });
    const one = act => () => { const node = this.choice.targets()[0]; if (node) act(node); };
    const expand = one(node => this.send(node.data('members') ? 'open' : 'expand', node));
    const fromMenu = act => () => { this.toggleMenu(false); act(); };
    return {
      in: () => this.sight.zoom(1.3), out: () => this.sight.zoom(1 / 1.3), fit: () => this.sight.fit(), png: () => this.sight.download(), full: () => this.sight.fullScreen(),
      lasso: () => this.choice.lasso(), groups: () => this.toggleMenu(), arrange: () => this.send('arrange', null), help: () => showHelp(this),
      'by-type': fromMenu(() => this.send('bundle_by', null, 'type')), 'by-community': fromMenu(() => this.send('bundle_by', null, 'community')), 'open-all': fromMenu(() => this.send('open', null)),
      expand: () => (ids().length > 1 ? this.acts.expand_all() : expand()), open: expand, ask: one(node => node.data('hidden') > 0 && !node.data('members') && this.question.open(node)),
      collapse: one(node => this.send('collapse', node)), expand_all: many('expand_all'), pin: many('pin'), hide: many('hide'), keep: many('keep'),
      bundle: () => ids().length > 1 && many('bundle')(), clear: () => this.select(null), fan: () => this.fanIn(),
      'keep-near': () => this.focus.keep(), 'leave-focus': () => this.focus.leave(),
    };
  }

  listen() {
    const { cy, root } = this;
    cy.on('tap', 'node', event => (event.originalEvent?.shiftKey ? this.choice.toggle(event.target) : this.select(event.target)));
    cy.on('tap', 'edge', event => (event.target.data('relation') === SEVERAL ? this.send('fan', event.target) : this.select(event.target)));
    cy.on('tap', event => { if (event.target === cy && !event.originalEvent?.shiftKey) this.select(null); });
    cy.on('dbltap', 'node', event => event.originalEvent?.shiftKey || this.send(event.target.data('members') ? 'open' : 'expand', event.target));
    cy.on('dragfreeon', 'node', event => this.keepMoved(event.target));
    cy.on('mouseover', 'edge', event => event.target.addClass('over'));
    cy.on('mouseout', 'edge', event => event.target.removeClass('over'));
    cy.on('mouseover', 'node', event => { this.hover = setTimeout(() => this.light(event.target), HOVER_MS); });
    const unlight = () => { clearTimeout(this.hover); cy.elements('.dim').removeClass('dim'); };
    cy.on('mouseout', 'node', unlight);
    this.canvas.addEventListener('pointerup', () => this.canvas.focus({ preventScroll: true })); // Cytoscape takes the focus away when the button goes down
    // Cytoscape sends no mouseout when the pointer leaves the canvas.
    this.canvas.addEventListener('pointerleave', () => { unlight(); cy.edges('.over').removeClass('over'); });
    this.canvas.addEventListener('wheel', unlight, { passive: true });
    root.addEventListener('click', event => this.acts[event.target.closest('[data-act]')?.dataset.act]?.());
    root.addEventListener('keydown', event => { if (event.key === 'Escape' && event.target !== this.canvas && this.leave()) event.stopPropagation(); });
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
    if (!this.unsaid.length) this.show(data.selected?.id, data.chosen ?? []);
    this.question.answer(data.asked);
    if (answer) this.heard();
  }

  redraw(fit) {
    const { cy, data } = this;
    const keep = new Set([...data.nodes, ...data.edges].map(element => element.id));
    cy.batch(() => {
      cy.elements('.dim').removeClass('dim');
      cy.elements().filter(element => !keep.has(element.id())).remove();
      this.restack();
      data.nodes.forEach(node => this.drawNode(node));
      data.edges.forEach(edge => this.drawEdge(edge));
    });
    this.sight.lighten();
    this.focus.leave();
    quietCrowdedNames(cy, this.theme.font);
    if (fit) this.sight.fit();
    this.sight.countOutside();
    this.sight.nameLandmarks(true);
    this.fadeIn();
    this.root.dataset.nodes = data.nodes.length;
    this.root.dataset.edges = data.edges.length;
    cy.one('render', () => { this.root.dataset.rendered = String(data.revision); });
  }

  drawNode({ x, y, ...data }) {
    const drawn = this.cy.getElementById(data.id);
    if (drawn.empty()) this.cy.add({ group: 'nodes', data, position: { x, y }, classes: this.known.has(data.id) ? '' : 'fresh' });
    else drawn.data(data);
    if (!drawn.empty() && !this.isMoving(drawn)) drawn.position({ x, y }); // Python owns the places
  }

  // In the reader's hand, or put down a moment ago: Python doesn't know its new place yet.
  isMoving(node) {
    return node.grabbed() || node.id() in this.moved || this.unsaid.some(event => node.id() in event.moved);
  }

  // What is drawn stands in the order of the data, for parallel edges bend by it: a picture that is opened elsewhere, or whose
  // filters were taken back, looks the same. What stands otherwise is drawn anew, nodes only while none is in a hand.
  restack() {
    const { cy, data } = this;
    const amiss = (drawn, wanted) => {
      const there = new Set(drawn.map(element => element.id()));
      const order = [...there, ...wanted.map(element => element.id).filter(id => !there.has(id))];
      return order.some((id, at) => id !== wanted[at].id);
    };
    this.known = new Set(cy.nodes().map(node => node.id()));
    if (amiss(cy.nodes(), data.nodes) && cy.nodes(':grabbed').empty()) cy.nodes().remove();
    if (amiss(cy.edges(), data.edges)) cy.edges().remove();
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

  // `anew` says it even of what is selected already: several were chosen before.
  select(element, anew = false) {
    const id = element?.id() ?? null, several = this.choice.nodes().nonempty();
    if (id === this.chosen && !anew && !several) return; // the second click of a double click
    this.question.close();
    this.show(id);
    this.say(element ? this.describe(element) : 'Nothing selected');
    this.send(element ? 'select' : 'clear', element);
  }

  show(id, chosen = []) {
    const { cy } = this, several = new Set(chosen);
    this.chosen = id ?? null;
    cy.batch(() => {
      cy.elements(':selected').unselect();
      cy.edges('.near').removeClass('near');
      cy.nodes().forEach(node => { node.toggleClass('chosen', several.has(node.id())); });
      cy.nodes('.chosen').select();
      const element = id ? cy.getElementById(id) : cy.collection();
      element.select();
      element.connectedEdges().addClass('near');
    });
    this.choice.drawBar();
  }

  send(kind, element, id = element?.id(), more = {}) {
    const moved = this.moved;
    this.moved = {};
    this.unsaid.push({ kind, what: element ? (element.isNode() ? 'node' : 'edge') : null, id: id ?? null, moved, ...more });
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
    const together = node.hasClass('chosen') ? this.choice.nodes() : node; // what is chosen is dragged as one
    together.forEach(each => {
      const { x, y } = each.position();
      this.moved[each.id()] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
    });
    quietCrowdedNames(this.cy, this.theme.font);
    this.send('move', node);
  }

  // Leave what is open, the innermost first. Whether there was anything.
  leave() {
    if (this.choice.cancel) { this.choice.cancel(); return true; }
    if (this.question.close() || this.toggleMenu(false) || this.focus.leave()) return true;
    this.walk.leave();
    this.select(null);
    return true;
  }

  toggleMenu(open = this.parts.menu.hidden) {
    const before = !this.parts.menu.hidden, button = this.stage.querySelector('[data-act=groups]');
    this.parts.menu.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
    if (open) this.parts.menu.querySelector('button').focus({ preventScroll: true });
    else if (before) button.focus({ preventScroll: true });
    return before && !open;
  }

  press(act, pressed) { this.stage.querySelector(`[data-act=${act}]`).setAttribute('aria-pressed', String(pressed)); }

  isFanned(edge) { return Boolean(edge && this.data.fanned?.includes(this.pair(edge))); }

  pair(edge) { return [edge.data('source'), edge.data('target')].sort().join(`~${SEVERAL}~`); }

  fanIn() {
    const edge = this.cy.edges(':selected')[0];
    if (edge) this.send('fan', edge, this.pair(edge));
  }

  light(node) {
    const { cy } = this;
    if (cy.nodes().length < 3) return;
    cy.batch(() => cy.elements().not(node.closedNeighborhood()).addClass('dim'));
  }

  describe(element) {
    if (element.isEdge()) return `${element.source().data('label')} ${element.data('label')} ${element.target().data('label')}, ${element.data('modality')}`;
    const { hidden, members, pinned, type, label } = element.data();
    return `${members ? `Group of ${members}` : type} ${label}, ${element.degree()} relations shown${hidden ? `, ${hidden} more neighbours` : ''}${pinned ? ', pinned' : ''}`;
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

  end() {
    clearInterval(this.clock);
    clearTimeout(this.awaited);
    this.deafen();
    this.sight.end();
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
