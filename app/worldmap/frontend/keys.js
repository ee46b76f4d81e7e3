// Everything the pointer can do on the map, by key: arrows walk to the nearest place that way, a full stop steps through its relations.
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export function listenToKeys(map, view) {
  const walk = { node: null, arc: null };
  const stop = (node, arc) => {
    walk.node = node;
    walk.arc = arc;
    view.point(arc?.id ?? node?.id ?? null);
  };
  const towards = ([dx, dy]) => {
    const nodes = view.data.nodes;
    if (!nodes.length) return;
    if (!walk.node || !nodes.includes(walk.node)) return stop(nodes.find(node => node.id === view.data.selected) || busiest(nodes), null);
    const cost = node => {
      const x = node.x - walk.node.x, y = node.y - walk.node.y, forward = x * dx + y * dy;
      return node === walk.node || forward <= 1 ? Infinity : forward + 2.5 * Math.abs(x * dy - y * dx);
    };
    const best = nodes.reduce((a, b) => (cost(b) < cost(a) ? b : a));
    if (cost(best) < Infinity) stop(best, null);
  };
  const throughRelations = () => {
    const arcs = walk.node ? view.shownArcs().filter(arc => arc.source === walk.node.id || arc.target === walk.node.id) : [];
    if (arcs.length) stop(walk.node, arcs[(arcs.indexOf(walk.arc) + 1) % arcs.length]);
  };
  const acts = {
    Enter: () => { const it = walk.arc || walk.node; if (it) view.choose(it.id); },
    '.': throughRelations, '+': () => view.zoom(1.4), '=': () => view.zoom(1.4), '-': () => view.zoom(1 / 1.4),
    f: () => view.fit(), w: () => view.world(), Escape: () => { stop(null, null); view.choose(null); },
  };
  map.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = WAYS[event.key] ? () => towards(WAYS[event.key]) : acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  map.addEventListener('blur', () => view.point(null));
}

const busiest = nodes => nodes.reduce((a, b) => (b.claims > a.claims ? b : a));
