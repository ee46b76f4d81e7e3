// Who does what to whom as a matrix, a Streamlit component (v2). It asks nothing of the network.
// In:  data = {rows, columns, cells, relations, modalities, types, selected, height}; see app/matrix/picture.py
// Out: trigger `event` = {kind: select, what: node | edge, id}
import { describe, gather } from './cells.js';
import { html, legend, table } from './table.js';

const views = new WeakMap(); // parent element -> View: the chosen relation and order survive reruns

class View {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.parent = parent;
    this.root = find('.mx');
    this.parts = { said: find('.mx-said'), relation: find('.mx-relation'), order: find('.mx-order'), scroll: find('.mx-scroll'), tip: find('.mx-tip'), legend: find('.mx-legend') };
    this.parts.relation.addEventListener('change', () => this.draw());
    this.parts.order.addEventListener('change', () => this.draw());
    this.parts.scroll.addEventListener('click', event => this.choose(event.target.closest('button')));
    this.parts.scroll.addEventListener('keydown', event => this.walk(event));
    this.parts.scroll.addEventListener('pointerover', event => this.tell(event.target.closest('button')));
    this.parts.scroll.addEventListener('focusin', event => this.tell(event.target.closest('button')));
    this.parts.scroll.addEventListener('pointerleave', () => this.tell(null));
    this.parts.scroll.addEventListener('focusout', () => this.tell(null));
  }

  update(args) {
    this.send = event => args.setTriggerValue('event', event);
    this.data = args.data;
    this.parts.scroll.style.maxHeight = `${this.data.height}px`;
    this.parts.said.textContent = `${this.data.rows.said} by ${this.data.columns.said}`;
    this.offerRelations();
    legend(this.parts.legend, this.data);
    this.draw();
  }

  offerRelations() {
    const { relation } = this.parts, chosen = relation.value;
    relation.replaceChildren(new Option('any', ''), ...this.data.relations.map(each => new Option(each.phrase, each.name)));
    relation.value = this.data.relations.some(each => each.name === chosen) ? chosen : '';
    relation.parentElement.hidden = this.data.relations.length < 2;
  }

  draw() {
    const { scroll, relation, order } = this.parts;
    const held = scroll.contains(document.activeElement) && document.activeElement.dataset;
    const at = { left: scroll.scrollLeft, top: scroll.scrollTop };
    this.cells = gather(this.data.cells, relation.value);
    scroll.replaceChildren(this.cells.size ? table(this.data, order.value, this.cells) : html('p', {}, 'Nothing of this is drawn.'));
    scroll.scrollTo(at);
    const buttons = [...scroll.querySelectorAll('button')];
    const again = held ? buttons.find(button => button.dataset.id === held.id && button.dataset.cell === held.cell) : null;
    (again || scroll.querySelector('button[aria-pressed=true]') || scroll.querySelector('.mx-cell') || buttons[0])?.setAttribute('tabindex', '0');
    again?.focus(); // the keyboard stays where it was
    this.root.dataset.rendered = `${this.cells.size} ${relation.value} ${order.value} ${this.data.selected ?? ''}`;
  }

  choose(button) {
    if (button) this.send({ kind: 'select', what: button.dataset.what, id: button.dataset.id });
  }

  // Arrows walk from filled cell to filled cell, and on to the headers.
  walk(event) {
    const ways = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };
    const way = ways[event.key], from = event.target.closest('td,th');
    if (!way || !from) return;
    event.preventDefault();
    event.stopPropagation();
    const rows = [...this.parts.scroll.querySelectorAll('tr')];
    let y = rows.indexOf(from.parentElement) + way[1], x = from.cellIndex + way[0];
    for (; rows[y]?.cells[x]; x += way[0], y += way[1]) {
      const button = rows[y].cells[x].querySelector('button');
      if (!button) continue;
      this.parts.scroll.querySelectorAll('button[tabindex="0"]').forEach(other => other.setAttribute('tabindex', '-1'));
      button.setAttribute('tabindex', '0');
      button.focus();
      return;
    }
  }

  // The cell in words, and each relation that it stands for.
  tell(button) {
    const { tip } = this.parts, cell = this.cells.get(button?.dataset.cell);
    tip.hidden = !cell;
    if (!cell) return;
    const lines = cell.entries.slice(0, 5).map(entry => html('div', {}, `${entry.phrase} · ${entry.modality} · ${entry.told}`));
    const more = cell.entries.length > 5 ? [html('div', {}, `and ${cell.entries.length - 5} more`)] : [];
    tip.replaceChildren(html('strong', {}, describe(cell, this.data)), ...lines, ...more);
    const at = button.getBoundingClientRect(), box = this.root.getBoundingClientRect();
    tip.style.left = `${Math.max(4, Math.min(box.width - tip.offsetWidth - 4, at.left - box.left))}px`;
    const below = at.bottom - box.top + 6;
    tip.style.top = `${below + tip.offsetHeight > box.height ? at.top - box.top - tip.offsetHeight - 6 : below}px`;
  }
}

export default function (args) {
  const parent = args.parentElement;
  if (!views.has(parent)) views.set(parent, new View(parent));
  views.get(parent).update(args);
  return () => views.delete(parent);
}
