// Choosing what an expansion brings: relations, direction, how many; each with how many neighbours are hidden behind it.
const DIRECTIONS = { both: 'both ways', out: 'outgoing', in: 'incoming' };
const USUAL = 12;

export class Question {
  constructor(view) { this.view = view; this.box = view.parts.ask; this.id = null; }

  open(node) {
    const { view } = this;
    this.id = node.id();
    this.relations = null; // null for all
    this.direction = 'both';
    this.limit = Math.min(USUAL, node.data('hidden'));
    this.box.hidden = false;
    this.fill(null);
    this.place(node);
    view.send('ask', node);
    this.box.querySelector('button')?.focus({ preventScroll: true });
  }

  // The answer came: what there is to choose from.
  answer(asked) {
    if (!asked || asked.id !== this.id || this.box.hidden || asked === this.asked) return;
    this.asked = asked;
    this.fill(asked.ways);
    const node = this.view.cy.getElementById(this.id);
    if (node.nonempty()) this.place(node);
    this.box.querySelector('input')?.focus({ preventScroll: true });
  }

  close() {
    if (this.box.hidden) return false;
    const held = this.box.contains(document.activeElement);
    this.box.hidden = true;
    this.id = this.asked = null;
    if (held) this.view.canvas.focus({ preventScroll: true });
    return true;
  }

  place(node) {
    const { stage } = this.view, at = node.renderedPosition(), half = node.renderedWidth() / 2 + 10;
    const { offsetWidth: wide, offsetHeight: high } = this.box;
    const right = at.x + half + wide < stage.clientWidth - 8;
    const left = Math.max(8, right ? at.x + half : at.x - half - wide);
    this.box.style.left = `${Math.min(left, stage.clientWidth - wide - 8)}px`;
    this.box.style.top = `${Math.max(8, Math.min(at.y - 40, stage.clientHeight - high - 8))}px`;
  }

  fill(ways) {
    const node = this.view.cy.getElementById(this.id), hidden = node.data('hidden');
    this.box.setAttribute('aria-label', `Expand ${node.data('label')}`);
    this.box.replaceChildren(...(ways ? this.form(ways, hidden) : [line('kg-ask-title', `Expand ${node.data('label')}`), line('kg-ask-facts', 'Counting what is hidden …'), this.buttons(false)]));
  }

  form(ways, hidden) {
    const title = line('kg-ask-title', `Expand ${this.view.cy.getElementById(this.id).data('label')}`);
    const facts = line('kg-ask-facts', `${hidden} ${hidden === 1 ? 'neighbour is' : 'neighbours are'} hidden; the best supported come first`);
    const rows = document.createElement('div');
    rows.className = 'kg-ask-ways';
    rows.append(...this.rows(ways));
    return [title, facts, this.ways(ways), rows, this.number(hidden), this.buttons(true)];
  }

  // Which way: each choice with how many there are.
  ways(ways) {
    const group = document.createElement('div');
    group.className = 'kg-ask-directions';
    group.setAttribute('role', 'radiogroup');
    group.setAttribute('aria-label', 'Direction');
    group.append(...Object.entries(DIRECTIONS).map(([name, words]) => {
      const label = document.createElement('label'), input = document.createElement('input'), text = document.createElement('span');
      input.type = 'radio';
      input.name = 'kg-direction';
      input.checked = name === this.direction;
      input.disabled = !ways.some(way => passes(way, name));
      input.addEventListener('change', () => { this.direction = name; this.box.querySelector('.kg-ask-ways').replaceChildren(...this.rows(ways)); });
      text.textContent = words;
      label.append(input, text);
      return label;
    }));
    return group;
  }

  rows(ways) {
    const counts = new Map();
    for (const way of ways.filter(each => passes(each, this.direction))) {
      const row = counts.get(way.relation) ?? { phrase: way.phrase, count: 0, directions: [] };
      row.count += way.count;
      row.directions.push(way.direction);
      counts.set(way.relation, row);
    }
    return [...counts].sort((a, b) => b[1].count - a[1].count).map(([relation, row]) => {
      const label = document.createElement('label'), input = document.createElement('input'), words = document.createElement('span'), count = document.createElement('small');
      input.type = 'checkbox';
      input.value = relation;
      input.checked = !this.relations || this.relations.has(relation);
      input.addEventListener('change', () => this.tick());
      words.textContent = row.phrase;
      count.textContent = `${arrows(row.directions)} ${row.count}`;
      count.title = row.directions.map(each => DIRECTIONS[each]).join(', ');
      label.append(input, words, count);
      return label;
    });
  }

  tick() {
    const boxes = [...this.box.querySelectorAll('.kg-ask-ways input')];
    this.relations = boxes.every(box => box.checked) ? null : new Set(boxes.filter(box => box.checked).map(box => box.value));
    this.box.querySelector('[data-role=draw]').disabled = this.relations?.size === 0;
  }

  number(hidden) {
    const label = document.createElement('label'), input = document.createElement('input'), text = document.createElement('span');
    label.className = 'kg-ask-number';
    text.textContent = `How many, of ${hidden}`;
    Object.assign(input, { type: 'number', min: 1, max: hidden, value: this.limit });
    input.addEventListener('input', () => { this.limit = Math.max(1, Math.min(hidden, Math.round(Number(input.value)) || 1)); });
    label.append(text, input);
    return label;
  }

  buttons(ready) {
    const row = document.createElement('div'), draw = document.createElement('button'), leave = document.createElement('button');
    row.className = 'kg-ask-buttons';
    draw.type = leave.type = 'button';
    draw.dataset.role = 'draw';
    draw.textContent = 'Draw';
    draw.disabled = !ready;
    leave.textContent = 'Cancel';
    draw.addEventListener('click', () => this.draw());
    leave.addEventListener('click', () => this.close());
    row.append(leave, draw);
    return row;
  }

  draw() {
    const node = this.view.cy.getElementById(this.id);
    const wish = { relations: this.relations && [...this.relations], direction: this.direction, limit: this.limit };
    this.close();
    this.view.canvas.focus({ preventScroll: true });
    if (node.nonempty()) this.view.send('expand', node, node.id(), { wish });
  }
}

const passes = (way, direction) => direction === 'both' || way.direction === 'both' || way.direction === direction;
const arrows = directions => ({ out: '→', in: '←', both: '↔' })[directions.length > 1 ? 'both' : directions[0]];

function line(className, words) {
  const made = document.createElement('div');
  made.className = className;
  made.dir = 'auto';
  made.textContent = words;
  return made;
}
