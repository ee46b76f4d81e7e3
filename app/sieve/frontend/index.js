// What can be filtered, a Streamlit component (v2). It asks nothing of the network.
// In:  data = {chips, everywhere, scope, groups}; see app/sieve/picture.py
// Out: trigger `event` = {kind: tick | only | ask | drop | clear | scope, field, value}
import { element } from './element.js';
import { drawGroup, press } from './groups.js';

const views = new WeakMap(); // parent element -> View: what is unfolded and searched for survives reruns

class View {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.parent = parent;
    this.root = find('.sv');
    this.parts = { chips: find('.sv-chips'), scope: find('.sv-scope'), groups: find('.sv-groups') };
    this.held = {};
    this.drawn = 0;
    this.root.addEventListener('click', event => this.press(event.target.closest('button')));
    this.root.addEventListener('change', event => this.choose(event.target.closest('input[data-kind]')));
  }

  update(args) {
    this.send = event => args.setTriggerValue('event', event);
    this.data = args.data;
    this.draw();
  }

  draw() {
    const key = this.root.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    const caret = key?.startsWith('search') ? document.activeElement.selectionStart : null;
    const { chips, everywhere, scope, groups } = this.data;
    const cleared = chips.length ? [press('clear', '', '', 'Clear all', 'Clear all', 'sv-clear')] : [element('span', { class: 'sv-quiet' }, 'Nothing is filtered out.')];
    this.parts.chips.replaceChildren(...chips.map(drawChip), ...cleared);
    this.parts.scope.replaceChildren(`Counts are of ${scope}. `, press('scope', '', everywhere ? 'drawn' : 'everywhere', everywhere ? 'Count what is drawn' : 'Count the whole store', '', 'sv-more'));
    this.parts.groups.replaceChildren(...groups.map(group => drawGroup(group, this.held[group.field] || {}, (field, held) => this.hold(field, held))));
    const again = key && [...this.root.querySelectorAll('[data-key]')].find(each => each.dataset.key === key);
    again?.focus({ preventScroll: true }); // the keyboard stays where it was
    if (again && caret !== null) again.setSelectionRange(caret, caret);
    this.root.dataset.rendered = String(++this.drawn);
  }

  hold(field, held) {
    this.held[field] = { ...this.held[field], ...held };
    this.draw();
  }

  choose(box) {
    if (box) this.say(box.dataset);
  }

  press(button) {
    if (!button) return;
    if (button.dataset.kind === 'fold') this.hold(button.dataset.field, { open: !this.held[button.dataset.field]?.open });
    else this.say(button.dataset);
  }

  say({ kind, field, value }) {
    this.send({ kind, field, value });
  }
}

function drawChip({ field, words }) {
  const chip = element('span', { class: 'sv-chip' }, element('bdi', {}, words));
  chip.append(press('drop', field, '', '×', `Take out the filter: ${words}`, 'sv-drop'));
  return chip;
}

export default function (args) {
  const parent = args.parentElement;
  if (!views.has(parent)) views.set(parent, new View(parent));
  views.get(parent).update(args);
  return () => views.delete(parent);
}
