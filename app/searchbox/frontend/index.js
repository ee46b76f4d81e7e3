// A search field with suggestions as one types (the combobox pattern of ARIA). It asks the page's server, nothing else.
// In:  data = {label, placeholder, hidden_label, value, answer: {text, options: [{id, kind, type, icon, name, note, count}], foot}}
// Out: trigger `asked` = {text}: suggestions wanted; trigger `chosen` = {id, text, turn}: id of an option, "" for what fits best
const boxes = new WeakMap(); // parent element -> Box: what is being typed survives reruns
const DEBOUNCE_MS = 130;
const PATIENCE_MS = 4000; // an answer that is lost must not silence the box
let made = 0;

class Box {
  constructor(parent) {
    const find = name => parent.querySelector(`.sb-${name}`);
    this.parts = Object.fromEntries(['label', 'input', 'clear', 'list', 'options', 'foot', 'live'].map(name => [name, find(name)]));
    this.root = parent.querySelector('.sb');
    this.active = -1;
    this.turn = Date.now();
    const { input, label, options } = this.parts;
    const id = `sb-${++made}`;
    input.id = `${id}-input`; options.id = `${id}-options`;
    label.htmlFor = input.id;
    input.setAttribute('aria-controls', options.id);
    this.listen();
  }

  listen() {
    const { input, clear, options, list } = this.parts;
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', event => this.press(event));
    input.addEventListener('focus', () => { if (this.fits()) this.open(); });
    input.addEventListener('blur', () => this.close());
    clear.addEventListener('click', () => { this.write(''); this.choose(null, ''); input.focus(); });
    list.addEventListener('pointerdown', event => event.preventDefault()); // the field keeps the focus
    options.addEventListener('click', event => {
      const option = event.target.closest('[role=option]');
      if (option && option.getAttribute('aria-disabled') !== 'true') this.choose(option.dataset.id);
    });
  }

  update({ data, setTriggerValue }) {
    this.tell = setTriggerValue;
    const { input, label } = this.parts;
    const before = this.data;
    this.data = data;
    label.textContent = data.label;
    label.classList.toggle('sb-unseen', data.hidden_label);
    input.placeholder = data.placeholder;
    this.parts.options.setAttribute('aria-label', data.label);
    if (data.reset !== before?.reset) this.write(data.value);
    if (data.answer && data.answer !== before?.answer) this.hear(data.answer);
  }

  typed() {
    const text = this.parts.input.value.trim();
    this.parts.clear.hidden = !this.parts.input.value;
    this.parts.live.textContent = '';
    clearTimeout(this.clock);
    if (!text) { this.close(); return; }
    if (!this.fits()) this.root.dataset.waiting = 'true';
    this.clock = setTimeout(() => this.ask(text), DEBOUNCE_MS);
  }

  ask(text) {
    if (this.fits()) { this.open(); return; }
    if (this.waiting) return; // one question at a time: the newest is asked when this one is answered
    this.waiting = text;
    this.lost = setTimeout(() => { this.waiting = null; this.askAgain(); }, PATIENCE_MS);
    this.tell('asked', { text });
  }

  askAgain() {
    const text = this.parts.input.value.trim();
    if (text && !this.fits()) this.ask(text);
  }

  hear(answer) {
    clearTimeout(this.lost);
    this.waiting = null;
    this.answer = answer;
    this.draw();
    if (this.fits()) {
      delete this.root.dataset.waiting;
      this.root.dataset.answered = answer.text;
      if (document.activeElement === this.parts.input) this.open();
    } else this.askAgain(); // a stale answer is dropped
  }

  fits() { return Boolean(this.answer) && this.answer.text === this.parts.input.value.trim().toLowerCase().replace(/\s+/g, ' '); }

  draw() {
    const { options, foot } = this.parts;
    options.replaceChildren(...this.answer.options.map((each, place) => this.option(each, place)));
    foot.textContent = this.answer.foot;
    this.active = this.answer.options.findIndex(each => each.id);
    this.mark();
  }

  option(each, place) {
    const item = document.createElement('li');
    const part = (name, text) => { const it = document.createElement('span'); it.className = name; it.textContent = text; it.dir = 'auto'; return it; };
    item.id = `${this.parts.options.id}-${place}`;
    item.setAttribute('role', 'option');
    item.className = `sb-option sb-${each.kind}${each.type ? ` is-${each.type}` : ''}`;
    item.dataset.id = each.id;
    if (!each.id) item.setAttribute('aria-disabled', 'true');
    item.append(this.icon(each.icon), part('sb-name', each.name), part('sb-note', each.note), part('sb-kind', each.says), part('sb-count', each.count));
    return item;
  }

  icon(path) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '0 0 24 24'); svg.setAttribute('aria-hidden', 'true'); svg.setAttribute('class', 'icon');
    const shape = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    shape.setAttribute('d', path);
    svg.append(shape);
    return svg;
  }

  press(event) {
    const shown = !this.parts.list.hidden;
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (shown) this.step(event.key === 'ArrowDown' ? 1 : -1);
      else if (this.fits()) this.open();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (this.fits() && this.active < 0) this.open(); // nothing to choose: that is said
      else if (this.parts.input.value.trim()) this.choose(shown && this.fits() ? this.parts.options.children[this.active].dataset.id : '');
    } else if (event.key === 'Escape') {
      if (shown) { event.preventDefault(); event.stopPropagation(); this.close(); } else if (this.parts.input.value) this.write('');
    } else if (event.key === 'Tab') this.close();
  }

  step(by) {
    const items = [...this.parts.options.children];
    if (!items.some(item => item.dataset.id)) return;
    do this.active = (this.active + by + items.length) % items.length; while (!items[this.active].dataset.id);
    this.mark();
  }

  mark() {
    [...this.parts.options.children].forEach((item, place) => {
      item.setAttribute('aria-selected', String(place === this.active));
      if (place === this.active && !this.parts.list.hidden) item.scrollIntoView({ block: 'nearest' });
    });
    const item = this.parts.options.children[this.active];
    if (item && !this.parts.list.hidden) this.parts.input.setAttribute('aria-activedescendant', item.id);
    else this.parts.input.removeAttribute('aria-activedescendant');
  }

  open() {
    delete this.root.dataset.waiting;
    this.parts.list.hidden = false;
    this.parts.input.setAttribute('aria-expanded', 'true');
    this.parts.live.textContent = this.answer.foot;
    this.mark();
  }

  close() {
    this.parts.list.hidden = true;
    this.parts.input.setAttribute('aria-expanded', 'false');
    this.parts.input.removeAttribute('aria-activedescendant');
  }

  choose(id, text = this.parts.input.value.trim()) {
    clearTimeout(this.clock);
    this.waiting = null;
    delete this.root.dataset.waiting;
    this.close();
    this.turn += 1; // the same choice twice is two choices
    this.tell('chosen', { id, text, turn: this.turn });
  }

  write(text) {
    this.parts.input.value = text;
    this.parts.clear.hidden = !text;
    this.close();
  }
}

export default function (component) {
  const { parentElement } = component;
  if (!boxes.has(parentElement)) boxes.set(parentElement, new Box(parentElement));
  boxes.get(parentElement).update(component);
}
