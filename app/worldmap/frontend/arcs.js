// Relations as arcs: several between the same two bend apart, an arrow or a bar at the end says which way and whether denied.
const BEND = 0.16; // of the way between both ends
const SPREAD = 0.11; // between neighbouring arcs of the same two
const HEAD = 7; // pixels

// How much each arc bends, so that parallel ones lie beside one another whichever way they run.
export function bends(arcs) {
  const between = new Map();
  for (const arc of arcs) {
    const pair = [arc.source, arc.target].sort().join('~');
    between.set(pair, [...(between.get(pair) || []), arc]);
  }
  const bent = new Map();
  for (const same of between.values()) {
    same.forEach((arc, i) => {
      const turn = arc.source < arc.target ? 1 : -1;
      bent.set(arc.id, turn * (BEND + SPREAD * i) * (i % 2 && same.length > 3 ? -1 : 1));
    });
  }
  return bent;
}

// The arc's path and the path of its head; `zoom` is pixels per unit, so that heads stay as large as they are.
export function shape(from, to, bend, zoom, arc) {
  const dx = to.x - from.x, dy = to.y - from.y;
  const middle = { x: (from.x + to.x) / 2 + dy * bend, y: (from.y + to.y) / 2 - dx * bend };
  const end = stopBefore(middle, to, (to.size + 2) / zoom);
  return { line: `M${at(from)}Q${at(middle)} ${at(end)}`, head: head(middle, end, zoom, arc), middle: along(from, middle, end) };
}

function head(middle, end, zoom, arc) {
  const length = Math.hypot(end.x - middle.x, end.y - middle.y) || 1;
  const ux = (end.x - middle.x) / length, uy = (end.y - middle.y) / length, size = (HEAD + arc.width) / zoom;
  if (arc.modality === 'denied') return `M${at({ x: end.x - uy * size * 0.6, y: end.y + ux * size * 0.6 })}L${at({ x: end.x + uy * size * 0.6, y: end.y - ux * size * 0.6 })}`;
  if (arc.symmetric) return '';
  const left = { x: end.x - ux * size - uy * size * 0.45, y: end.y - uy * size + ux * size * 0.45 };
  const right = { x: end.x - ux * size + uy * size * 0.45, y: end.y - uy * size - ux * size * 0.45 };
  return `M${at(left)}L${at(end)}L${at(right)}`;
}

function stopBefore(from, to, room) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const share = Math.max(0.2, 1 - room / length);
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const along = (a, b, c) => ({ x: (a.x + 2 * b.x + c.x) / 4, y: (a.y + 2 * b.y + c.y) / 4 });
const at = point => `${point.x.toFixed(1)} ${point.y.toFixed(1)}`;
