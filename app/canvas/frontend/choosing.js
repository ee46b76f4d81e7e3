// Choosing several entities: with Shift and a click, with Shift and a drag, or with a line drawn around them; and the bar
// that says what can be done with what is chosen.
const ICONS = { // 24 x 24 outlines from Material Design Icons by Google, Apache-2.0
  expand: 'M19 13h-6v6h-2v-6H5v-2h6V5h2v6h6v2z',
  ask: 'M3 17v2h6v-2H3zM3 5v2h10V5H3zm10 16v-2h8v-2h-8v-2h-2v6h2zM7 9v2H3v2h4v2h2V9H7zm14 4v-2H11v2h10zm-6-4h2V7h4V5h-4V3h-2v6z',
  collapse: 'M19 13H5v-2h14v2z',
  pin: 'M16 9V4h1c.55 0 1-.45 1-1s-.45-1-1-1H7c-.55 0-1 .45-1 1s.45 1 1 1h1v5c0 1.66-1.34 3-3 3v2h5.97v7l1 1 1-1v-7H19v-2c-1.66 0-3-1.34-3-3z',
  hide: 'M12 6c3.79 0 7.17 2.13 8.82 5.5-.59 1.22-1.42 2.27-2.41 3.12l1.41 1.41c1.39-1.23 2.49-2.77 3.18-4.53C21.27 7.11 17 4 12 4c-1.27 0-2.49.2-3.64.57l1.65 1.65C10.66 6.09 11.32 6 12 6zM2.01 3.87l2.68 2.68C3.06 7.83 1.77 9.53 1 11.5 2.73 15.89 7 19 12 19c1.52 0 2.98-.29 4.32-.82l3.42 3.42 1.41-1.41L3.42 2.45 2.01 3.87zM12 16.5c-2.76 0-5-2.24-5-5 0-.77.18-1.5.49-2.14l1.57 1.57c-.03.18-.06.37-.06.57 0 1.66 1.34 3 3 3 .2 0 .38-.03.57-.07L14.14 16c-.65.32-1.37.5-2.14.5z',
  bundle: 'M11.99 18.54l-7.37-5.73L3 14.07l9 7 9-7-1.63-1.27-7.38 5.74zM12 16l7.36-5.73L21 9l-9-7-9 7 1.63 1.27L12 16z',
  keep: 'M3 17.25V21h3.75L3 17.25zM10 18h4v-2h-4v2zM3 6v2h18V6H3zm3 7h12v-2H6v2z',
  clear: 'M19 6.41L17.59 5 12 10.59 6.41 5 5 6.41 10.59 12 5 17.59 6.41 19 12 13.41 17.59 19 19 17.59 13.41 12z',
};
export const BUNDLE_ICON = ICONS.bundle;
export const PIN_ICON = ICONS.pin;
const SHAPES = 'http://www.w3.org/2000/svg';

export class Choice {
  constructor(view) {
    this.view = view;
    this.boxed = view.cy.collection();
    view.cy.on('boxstart', () => { this.boxed = view.cy.collection(); });
    view.cy.on('box', 'node', event => { this.boxed = this.boxed.union(event.target); });
    view.cy.on('boxend', () => setTimeout(() => this.set(this.all().union(this.boxed))));
  }

  // Those chosen now, in the order of their names.
  nodes() { return this.view.cy.nodes('.chosen'); }

  // What an act is for: those chosen, else the entity that the keys walk on or the selected one.
  targets() {
    const chosen = this.nodes();
    if (chosen.length) return chosen;
    const one = this.view.walk.entity();
    return one ? this.view.cy.collection(one) : this.view.cy.collection();
  }

  // Those chosen, or the one selected. Not from :selected, which Cytoscape changes by itself under Shift.
  all() {
    const one = this.view.cy.getElementById(this.view.chosen ?? '');
    return this.nodes().union(one.filter('node'));
  }

  toggle(node) {
    const before = this.all();
    this.set(before.contains(node) ? before.not(node) : before.union(node));
  }

  set(nodes) {
    const { view } = this;
    if (nodes.length < 2) return view.select(nodes[0] ?? null, true);
    view.show(null, nodes.map(node => node.id()));
    view.say(`${nodes.length} entities chosen`);
    view.send('choose', null, null, { ids: nodes.map(node => node.id()) });
  }

  // A line drawn by hand; what lies inside it is chosen.
  lasso() {
    const { view } = this;
    if (this.cancel) return this.cancel();
    const sheet = document.createElementNS(SHAPES, 'svg'), line = document.createElementNS(SHAPES, 'path'), points = [];
    sheet.setAttribute('class', 'kg-lasso');
    sheet.append(line);
    view.stage.append(sheet);
    view.press('lasso', true);
    view.say('Draw a line around the entities to choose; Escape leaves it');
    const at = event => { const box = sheet.getBoundingClientRect(); return { x: event.clientX - box.left, y: event.clientY - box.top }; };
    this.cancel = () => { sheet.remove(); view.press('lasso', false); this.cancel = null; };
    sheet.addEventListener('pointerdown', event => { sheet.setPointerCapture(event.pointerId); points.push(at(event)); });
    sheet.addEventListener('pointermove', event => {
      if (!points.length) return;
      points.push(at(event));
      line.setAttribute('d', `M${points.map(({ x, y }) => `${x} ${y}`).join('L')}Z`);
    });
    sheet.addEventListener('pointerup', event => {
      this.cancel();
      const inside = view.cy.nodes(':visible').filter(node => isInside(node.renderedPosition(), points));
      if (inside.length) this.set(event.shiftKey ? this.all().union(inside) : inside);
      view.canvas.focus({ preventScroll: true });
    });
    return undefined;
  }

  // What can be done with what is chosen, over the canvas, so that nothing below it moves.
  drawBar() {
    const { view } = this, bar = view.parts.bar, chosen = this.nodes();
    const one = chosen.length ? null : view.cy.nodes(':selected')[0];
    const edge = view.cy.edges(':selected')[0];
    const held = bar.contains(document.activeElement) && document.activeElement.dataset.act;
    const [title, acts] = view.data.still ? ['', []] : chosen.length ? [`${chosen.length} chosen`, MANY] : one ? [one.data('label'), one.data('members') ? BUNDLE : ONE] : view.isFanned(edge) ? ['Drawn apart', FANNED] : ['', []];
    const target = chosen.length ? chosen : one;
    const name = document.createElement('span');
    name.className = 'kg-chosen';
    name.dir = 'auto';
    name.textContent = title;
    bar.hidden = !acts.length;
    bar.replaceChildren(name, ...acts.map(act => button(act, view, target)));
    if (held) (bar.querySelector(`[data-act="${held}"]`) ?? view.canvas).focus({ preventScroll: true });
  }
}

const hiddenOf = target => (target?.length === undefined || target.length === 1 ? target.data('hidden') : 0);
const isPinned = target => (target.length > 1 ? target.toArray().every(node => node.data('pinned')) : target.data('pinned'));
const pin = { act: 'pin', icon: 'pin', words: target => (isPinned(target) ? 'Unpin' : 'Pin'), title: 'Pin: stays where it is when all is arranged anew  (p)' };
const hide = { act: 'hide', icon: 'hide', words: () => 'Hide', title: 'Hide  (h)' };
const expand = { act: 'expand', icon: 'expand', words: target => (hiddenOf(target) ? `Expand +${Math.min(12, hiddenOf(target))}` : 'Expand'), title: 'Draw the best supported neighbours  (e, or double-click)', none: target => !hiddenOf(target) };
const ask = { act: 'ask', icon: 'ask', words: () => 'Choose …', title: 'Choose which neighbours to draw, and see how many there are  (Shift+E)', none: target => !hiddenOf(target) };
const collapse = { act: 'collapse', icon: 'collapse', words: () => 'Collapse', title: 'Take away what it brought, and neighbours that hang on nothing else  (c)' };
const ONE = [expand, ask, collapse, pin, hide];
const BUNDLE = [{ act: 'open', icon: 'expand', words: () => 'Open', title: 'Open the group: all exactly where they were  (e, or double-click)' }, pin, hide];
const MANY = [{ ...expand, act: 'expand_all', words: () => 'Expand all', none: undefined }, { act: 'bundle', icon: 'bundle', words: () => 'Group', title: 'Draw them as one  (g)' }, pin, { act: 'keep', icon: 'keep', words: () => 'Keep only', title: 'Keep only these  (k)' }, hide, { act: 'clear', icon: 'clear', words: () => 'Clear', title: 'Choose nothing  (Escape)' }];
const FANNED = [{ act: 'fan', icon: 'collapse', words: () => 'Draw as one', title: 'Draw the relations between these two as one again' }];

function button({ act, icon, words, title, none }, view, target) {
  const made = document.createElement('button'), text = document.createElement('span');
  made.type = 'button';
  made.dataset.act = act;
  made.title = title;
  made.disabled = Boolean(none?.(target));
  text.textContent = words(target);
  made.append(picture(ICONS[icon]), text);
  return made;
}

function picture(path) {
  const made = document.createElementNS(SHAPES, 'svg'), line = document.createElementNS(SHAPES, 'path');
  made.setAttribute('viewBox', '0 0 24 24');
  made.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  made.append(line);
  return made;
}

// Whether a point lies inside a line that is closed: a ray from it crosses the line an odd number of times.
function isInside({ x, y }, line) {
  return line.reduce((inside, from, i) => {
    const to = line[(i + 1) % line.length];
    const crosses = from.y > y !== to.y > y && x < ((to.x - from.x) * (y - from.y)) / (to.y - from.y) + from.x;
    return crosses ? !inside : inside;
  }, false);
}
