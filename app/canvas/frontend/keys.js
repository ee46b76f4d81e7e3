// Everything the pointer can do, by key: arrows walk to the nearest entity that way, a full stop steps through its relations.
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

export function listenToKeys(view) {
  const walk = new Walk(view);
  view.canvas.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = WAYS[event.key] ? () => walk.towards(WAYS[event.key]) : ACTS[event.key]?.(view, walk);
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  });
  view.canvas.addEventListener('blur', () => walk.leave());
}

const ACTS = {
  Enter: (view, walk) => walk.at && (() => view.select(walk.at)),
  '.': (view, walk) => () => walk.throughRelations(),
  e: (view, walk) => walk.entity() && (() => view.send('expand', walk.entity())),
  h: (view, walk) => walk.entity() && (() => view.send('hide', walk.entity())),
  f: view => () => view.acts.fit(),
  '+': view => () => view.acts.in(),
  '=': view => () => view.acts.in(),
  '-': view => () => view.acts.out(),
  Escape: (view, walk) => () => { walk.leave(); view.select(null); },
};

class Walk {
  constructor(view) { this.view = view; this.at = null; this.home = null; }

  // The entity that a key acts on: where the walk is, else the selected one.
  entity() { return this.alive() && this.at.isNode() ? this.at : this.view.cy.nodes(':selected')[0] || null; }

  alive() { return this.at && this.at.inside(); }

  towards([dx, dy]) {
    const { cy } = this.view;
    const start = this.alive() && this.at.isNode() ? this.at : this.home?.inside() ? this.home : null;
    if (!start) return this.stop(cy.nodes(':selected')[0] || cy.nodes().max(node => node.degree()).ele);
    const from = start.position();
    const cost = node => {
      const x = node.position('x') - from.x, y = node.position('y') - from.y;
      const forward = x * dx + y * dy;
      return forward <= 1 ? Infinity : forward + 2.5 * Math.abs(x * dy - y * dx);
    };
    const best = cy.nodes().min(node => (node.same(start) ? Infinity : cost(node)));
    if (best.ele && best.value < Infinity) this.stop(best.ele);
  }

  throughRelations() {
    const home = this.home?.inside() ? this.home : this.entity();
    if (!home) return;
    const all = home.connectedEdges().sort((a, b) => (a.id() < b.id() ? -1 : 1));
    if (all.empty()) return;
    const next = this.alive() && this.at.isEdge() ? [...all].findIndex(edge => edge.same(this.at)) + 1 : 0;
    this.stop(all[next % all.length]);
    this.home = home;
  }

  stop(element) {
    if (!element) return;
    this.at?.removeClass('cursor');
    this.at = element.addClass('cursor');
    if (element.isNode()) this.home = element;
    this.view.bringIntoView(element);
    this.view.say(this.view.describe(element));
  }

  leave() { this.at?.removeClass('cursor'); this.at = null; }
}
