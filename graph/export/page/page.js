// A drawn part of the graph in one file: pan, zoom, and the sentences behind each relation. It asks nothing of any network,
// and puts what articles say on the page as text only.
'use strict';
const said = JSON.parse(document.getElementById('said').textContent);
const svg = document.querySelector('.picture svg');
const panel = document.querySelector('aside');
const whole = svg.viewBox.baseVal;
const start = { x: whole.x, y: whole.y, width: whole.width, height: whole.height };
const CLOSEST = 12;

function element(name, words, kind) {
  const made = document.createElement(name);
  if (words !== undefined) made.textContent = words;
  if (kind) made.className = kind;
  return made;
}

// The view: what part of the picture is seen.
const show = box => svg.setAttribute('viewBox', `${box.x} ${box.y} ${box.width} ${box.height}`);

function zoom(factor, at = { x: whole.x + whole.width / 2, y: whole.y + whole.height / 2 }) {
  const scale = Math.min(Math.max(start.width / whole.width * factor, 0.25), CLOSEST) / (start.width / whole.width);
  const width = whole.width / scale, height = whole.height / scale;
  show({ x: at.x - (at.x - whole.x) / scale, y: at.y - (at.y - whole.y) / scale, width, height });
}

function point(event) {
  const place = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
  return { x: place.x, y: place.y };
}

let grip = null, dragged = false;
svg.addEventListener('pointerdown', event => { grip = point(event); dragged = false; });
svg.addEventListener('pointermove', event => {
  if (!grip || !(event.buttons & 1)) return;
  const now = point(event);
  if (!dragged && Math.hypot(now.x - grip.x, now.y - grip.y) * svg.getScreenCTM().a < 4) return;
  if (!dragged) svg.setPointerCapture(event.pointerId); // only now: a captured click would miss the edge under it
  dragged = true;
  svg.classList.add('moving');
  show({ x: whole.x + grip.x - now.x, y: whole.y + grip.y - now.y, width: whole.width, height: whole.height });
});
for (const end of ['pointerup', 'pointercancel']) svg.addEventListener(end, () => { grip = null; svg.classList.remove('moving'); });
svg.addEventListener('wheel', event => { event.preventDefault(); zoom(Math.exp(-event.deltaY / 500), point(event)); }, { passive: false });

// What is chosen: an entity's relations, or the sentences behind one relation.
const drawn = new Map([...svg.querySelectorAll('[data-id]')].map(group => [group.dataset.id, group]));

function choose(id) {
  svg.querySelectorAll('.chosen').forEach(group => group.classList.remove('chosen'));
  svg.querySelectorAll('.far').forEach(group => group.classList.remove('far'));
  drawn.get(id)?.classList.add('chosen');
  const edge = said.edges.find(each => each.id === id);
  if (edge) tellEdge(edge);
  else if (said.nodes[id] !== undefined) tellNode(id);
  else tellAll();
}

function tellEdge(edge) {
  const more = edge.claims.length < edge.count ? `${edge.claims.length} of ${edge.count}` : String(edge.count);
  panel.replaceChildren(back(), element('h2', edge.says), element('p', `${more} ${edge.count === 1 ? 'claim' : 'claims'}, ${edge.modality}`, 'quiet'));
  edge.claims.forEach(claim => panel.append(card(claim)));
  panel.scrollTop = 0;
}

function card(claim) {
  const made = element('article', undefined, 'claim');
  made.dataset.modality = claim.modality;
  made.style.setProperty('--hue', `var(--${claim.modality})`);
  const facts = element('p');
  facts.append(element('span', claim.modality, 'modality'), claim.facts.length ? ` · ${claim.facts.join(' · ')}` : '');
  const source = element('p');
  source.append(link(claim), claim.source ? `, ${claim.source}` : '');
  made.append(element('q', claim.quote), facts, source);
  return made;
}

function link(claim) {
  if (!/^https?:\/\//i.test(claim.url || '')) return element('span', claim.title);
  const made = element('a', claim.title);
  made.href = claim.url;
  made.rel = 'noopener noreferrer';
  made.target = '_blank';
  return made;
}

function tellNode(id) {
  const own = said.edges.filter(edge => edge.source === id || edge.target === id);
  const near = new Set([id, ...own.flatMap(edge => [edge.id, edge.source, edge.target])]);
  drawn.forEach((group, other) => group.classList.toggle('far', !near.has(other)));
  svg.querySelectorAll('.phrase').forEach(phrase => phrase.classList.toggle('far', !near.has(phrase.dataset.edge)));
  panel.replaceChildren(back(), element('h2', said.nodes[id]), element('p', `${own.length} of its relations are drawn`, 'quiet'), list(own));
}

function tellAll() {
  const box = element('input');
  box.type = 'search';
  box.placeholder = 'Find in these relations';
  box.setAttribute('aria-label', 'Find in these relations');
  const found = element('div');
  const find = () => {
    const words = box.value.toLowerCase().trim();
    const kept = said.edges.filter(edge => !words || edge.says.toLowerCase().includes(words));
    found.replaceChildren(element('p', kept.length === said.edges.length ? `${kept.length} relations` : `${kept.length} of ${said.edges.length} relations`, 'quiet'), list(kept));
  };
  box.addEventListener('input', find);
  panel.replaceChildren(element('h2', 'What is drawn'), element('p', 'Click a relation for the sentences behind it, or an entity for its relations.', 'quiet'), box, found);
  find();
}

function list(edges) {
  const made = element('ul', undefined, 'relations');
  edges.forEach(edge => {
    const button = element('button', edge.says);
    button.type = 'button';
    button.append(element('small', `${edge.modality} · ${edge.count} ${edge.count === 1 ? 'claim' : 'claims'}`));
    button.addEventListener('click', () => choose(edge.id));
    const item = element('li');
    item.append(button);
    made.append(item);
  });
  return made;
}

function back() {
  const made = element('button', '← All relations');
  made.type = 'button';
  made.style.marginBottom = '12px';
  made.addEventListener('click', () => choose(null));
  return made;
}

drawn.forEach((group, id) => {
  group.setAttribute('tabindex', '0');
  group.setAttribute('role', 'button');
  group.setAttribute('aria-label', group.querySelector('title').textContent);
  group.addEventListener('click', event => { if (!dragged) { event.stopPropagation(); choose(id); } });
  group.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(id);
  });
});
svg.setAttribute('role', 'group'); // what is in it can be reached now
svg.addEventListener('click', () => { if (!dragged) choose(null); });
document.addEventListener('keydown', event => {
  if (event.target.matches('input')) return;
  if (event.key === '+' || event.key === '=') zoom(1.25);
  else if (event.key === '-') zoom(0.8);
  else if (event.key === '0') show(start);
  else if (event.key === 'Escape') choose(null);
});
const acts = {
  closer: () => zoom(1.25), farther: () => zoom(0.8), fit: () => show(start),
  ground: () => {
    const root = document.documentElement;
    const dark = root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
    root.dataset.scheme = dark ? 'light' : 'dark';
  },
};
document.querySelectorAll('.tools button').forEach(button => button.addEventListener('click', () => acts[button.dataset.act]()));
tellAll();
