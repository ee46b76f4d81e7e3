// The drawn world: each land as one filled shape, the borders between lands as lines, disputed ones dashed.
import { outline } from './outline.js';
import { svg } from './svg.js';

export const WORLD = { x: 0, y: 0, width: outline.width, height: outline.height };

export function drawLand(parent) {
  const lines = outline.arcs.map(points);
  const uses = lines.map(() => 0);
  const shapes = new Map();
  for (const [code, rings] of Object.entries(outline.lands)) {
    rings.flat().forEach(arc => { uses[arc < 0 ? ~arc : arc] += 1; });
    shapes.set(code, svg('path', { class: 'wm-land', 'data-land': code, d: rings.map(ring => closed(ring, lines)).join('') }, parent));
  }
  svg('path', { class: 'wm-border', d: lines.filter((line, arc) => uses[arc] > 1).map(open).join('') }, parent);
  const disputed = outline.disputed.map(points).map(open).join('');
  svg('path', { class: 'wm-undrawn', d: disputed }, parent); // takes the solid line away below the dashed one
  svg('path', { class: 'wm-disputed', d: disputed }, parent);
  return shapes;
}

function points(steps) {
  const line = [];
  for (let x = 0, y = 0, i = 0; i < steps.length; i += 2) {
    x += steps[i];
    y += steps[i + 1];
    line.push([x, y]);
  }
  return line;
}

const open = line => 'M' + line.map(point => point.join(' ')).join('L');

function closed(ring, lines) {
  return 'M' + ring.flatMap(arc => (arc < 0 ? [...lines[~arc]].reverse() : lines[arc])).map(point => point.join(' ')).join('L') + 'Z';
}
