// Which names can be read at this zoom: the busiest first, and none over another name or over what is in the way already.
const LETTER = 6.4, LINE = 15; // pixels

export function readable(nodes, zoom, inTheWay = []) {
  const taken = [...inTheWay, ...nodes.map(node => ({ x1: node.x * zoom - node.size, x2: node.x * zoom + node.size, y1: node.y * zoom - node.size, y2: node.y * zoom + node.size }))];
  const shown = new Map();
  for (const node of [...nodes].sort((a, b) => b.claims - a.claims || (a.id < b.id ? -1 : 1))) {
    const x = node.x * zoom, y = node.y * zoom, wide = LETTER * node.label.length;
    const side = [[node.size + 4, 'start'], [-node.size - 4 - wide, 'end']].find(([offset]) => {
      const box = { x1: x + offset, x2: x + offset + wide, y1: y - LINE / 2, y2: y + LINE / 2 };
      return !taken.some(other => box.x1 < other.x2 && box.x2 > other.x1 && box.y1 < other.y2 && box.y2 > other.y1) && taken.push(box);
    });
    if (side) shown.set(node.id, side[1]);
  }
  return shown;
}
