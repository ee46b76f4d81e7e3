// Which relation names can be read: those that would lie on a node, an entity's name or another relation's name stay quiet
// until the pointer or the selection asks for them. Positions decide, not the zoom, so this runs only when something moves.
const WIDEST_NAME = 130; // as the style sheet wraps it
const LINE = 14; // height of a relation name, and the step in which its length is tried
const measure = document.createElement('canvas').getContext('2d');

export function quietCrowdedNames(cy, font) {
  const taken = new Grid();
  cy.nodes().forEach(node => taken.addNode(node, font));
  const byWeight = cy.edges().sort((a, b) => b.data('claims') - a.data('claims') || (a.id() < b.id() ? -1 : 1));
  cy.batch(() => byWeight.forEach(edge => {
    const points = along(edge, font);
    const free = points.every(point => !taken.has(point));
    if (free) points.forEach(point => taken.add(point));
    edge.toggleClass('quiet', !free);
  }));
}

// Points along a relation's name, written in the edge's direction across its middle.
function along(edge, font) {
  measure.font = `12px ${font}`;
  const length = measure.measureText(edge.data('label')).width + 6;
  const middle = edge.midpoint(), from = edge.source().position(), to = edge.target().position();
  const span = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const dx = (to.x - from.x) / span, dy = (to.y - from.y) / span;
  const steps = Math.max(1, Math.ceil(length / (LINE / 2)));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const offset = (i / steps - 0.5) * length;
    return { x: middle.x + dx * offset, y: middle.y + dy * offset };
  });
}

class Grid {
  constructor() { this.points = new Map(); this.boxes = []; }
  add(point) {
    const key = this.cell(point.x, point.y);
    if (!this.points.has(key)) this.points.set(key, []);
    this.points.get(key).push(point);
  }
  // A node's body and its name below it.
  addNode(node, font) {
    const { x, y } = node.position(), half = node.data('size') / 2;
    measure.font = `600 14px ${font}`;
    const length = measure.measureText(node.data('label')).width, lines = Math.ceil(length / WIDEST_NAME);
    const wide = Math.min(length, WIDEST_NAME) / 2 + 4;
    this.boxes.push({ x1: x - half, x2: x + half, y1: y - half, y2: y + half }, { x1: x - wide, x2: x + wide, y1: y + half, y2: y + half + 8 + 17 * lines });
  }
  has(point) {
    if (this.boxes.some(box => point.x > box.x1 && point.x < box.x2 && point.y > box.y1 && point.y < box.y2)) return true;
    for (const dx of [-LINE, 0, LINE]) for (const dy of [-LINE, 0, LINE]) {
      const near = this.points.get(this.cell(point.x + dx, point.y + dy)) || [];
      if (near.some(other => Math.hypot(other.x - point.x, other.y - point.y) < LINE)) return true;
    }
    return false;
  }
  cell(x, y) { return `${Math.floor(x / LINE)}:${Math.floor(y / LINE)}`; }
}
