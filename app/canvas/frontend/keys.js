// Everything the pointer can do, by key: arrows walk to the nearest entity that way, a full stop steps through its relations.
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

const ids = view => view.choice.targets().map(node => node.id());
const withTargets = kind => view => { const all = ids(view); if (all.length) view.send(kind, null, all.length === 1 ? all[0] : null, { ids: all }); };

// What is shown in the help, which keys, and what they do.
export const KEYS = [
  { shown: ['←', '↑', '→', '↓'], says: 'Walk to the nearest entity that way', keys: Object.keys(WAYS), act: (view, key) => view.walk.towards(WAYS[key]) },
  { shown: ['.'], says: 'Step through its relations', keys: ['.'], act: view => view.walk.throughRelations() },
  { shown: ['Enter'], says: 'Select where the walk is', keys: ['Enter'], act: view => view.walk.at && view.select(view.walk.at) },
  { shown: ['Space'], says: 'Choose one more', keys: [' '], act: view => view.walk.entity() && view.choice.toggle(view.walk.entity()) },
  { shown: ['Ctrl+A'], says: 'Choose all', ctrl: true, keys: ['a'], act: view => view.choice.set(view.cy.nodes()) },
  { shown: ['e'], says: 'Expand; open a group', keys: ['e'], act: view => view.acts.expand() },
  { shown: ['Shift+E'], says: 'Choose what an expansion brings', keys: ['E'], act: view => view.acts.ask() },
  { shown: ['c'], says: 'Collapse', keys: ['c'], act: view => view.acts.collapse() },
  { shown: ['h'], says: 'Hide', keys: ['h', 'Delete'], act: withTargets('hide') },
  { shown: ['k'], says: 'Keep only what is chosen or in focus', keys: ['k'], act: view => (view.focus.near ? view.focus.keep() : withTargets('keep')(view)) },
  { shown: ['p'], says: 'Pin, unpin', keys: ['p'], act: withTargets('pin') },
  { shown: ['g'], says: 'Group what is chosen', keys: ['g'], act: view => view.acts.bundle() },
  { shown: ['l'], says: 'Lasso: draw a line around what to choose', keys: ['l'], act: view => view.choice.lasso() },
  { shown: ['1', '…', '9'], says: 'Look only at so many steps around the selected', keys: [...'123456789'], act: (view, key) => view.focus.around(Number(key)) },
  { shown: ['0'], says: 'Look at all again', keys: ['0'], act: view => view.focus.leave() },
  { shown: ['r'], says: 'Arrange all anew', keys: ['r'], act: view => view.acts.arrange() },
  { shown: ['f'], says: 'Fit all into view', keys: ['f'], act: view => view.sight.fit() },
  { shown: ['+', '−'], says: 'Zoom in, out', keys: ['+', '=', '-'], act: (view, key) => (key === '-' ? view.acts.out() : view.acts.in()) },
  { shown: ['Ctrl+Z'], says: 'Undo, anywhere on the page', keys: [] },
  { shown: ['Ctrl+Shift+Z'], says: 'Redo, anywhere on the page', keys: [] },
  { shown: ['Escape'], says: 'Leave what is open, then the focus, then the selection', keys: ['Escape'], act: view => view.leave() },
  { shown: ['?'], says: 'This list', keys: ['?'], act: view => view.acts.help() },
];

export function listenToKeys(view) {
  view.walk = new Walk(view);
  view.canvas.addEventListener('keydown', event => {
    const known = !event.altKey && KEYS.find(({ keys, ctrl }) => keys.includes(event.key) && Boolean(ctrl) === (event.ctrlKey || event.metaKey));
    if (!known) return;
    event.preventDefault();
    event.stopPropagation();
    known.act(view, event.key);
  });
  view.canvas.addEventListener('blur', () => view.walk.leave());
  const undo = event => undoAnywhere(event, view);
  document.addEventListener('keydown', undo);
  return () => document.removeEventListener('keydown', undo);
}

// Undo and redo hold for the whole page, but for what is being written into a field.
function undoAnywhere(event, view) {
  const key = event.key.toLowerCase();
  const kind = key === 'y' || (key === 'z' && event.shiftKey) ? 'redo' : key === 'z' ? 'undo' : null;
  if (!kind || event.altKey || !(event.ctrlKey || event.metaKey)) return;
  if (event.target.closest?.('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable=true]')) return;
  event.preventDefault();
  view.send(kind, null);
}

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
    return undefined;
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
    this.view.sight.bring(element);
    this.view.say(this.view.describe(element));
  }

  leave() { this.at?.removeClass('cursor'); this.at = null; }
}
