// Claims over time, a Streamlit component (v2) with a window that can be dragged, walked, typed and played. It asks nothing
// of the network. In: data = {clock, clocks, first, last, from, until, bars, each, words, height}; see app/brush/picture.py
// Out: trigger `event` = {kind: span | clock, clock, from, until, more}: days or null for open; `more` goes on with the last one
import { barAt, drawAxis, drawBars, markInside } from './bars.js';
import { iso, number, stepped } from './days.js';
import { Player } from './play.js';

const views = new WeakMap(); // parent element -> Brush: a drag, and playing, survive reruns
const ANSWER_MS = 4000; // a window that changes nothing has no other answer

class Brush {
  constructor(parent) {
    const find = selector => parent.querySelector(selector);
    this.parent = parent;
    this.root = find('.tb');
    this.parts = Object.fromEntries(['clocks', 'asof', 'known', 'play', 'step', 'from', 'until', 'start', 'to', 'clear', 'words', 'strip', 'bars', 'window', 'left', 'right', 'axis', 'tip', 'live'].map(name => [name, find(`.tb-${name}`)]));
    this.player = new Player(this);
    this.asOf = false;
    this.listen();
    this.sizes = new ResizeObserver(() => this.data?.first && drawAxis(this.parts.axis, this.scale, this.parts.strip.clientWidth));
    this.sizes.observe(this.parts.strip);
  }

  get step() { return this.parts.step.value; }
  get busy() { return Boolean(this.awaited); }

  listen() {
    const { parts } = this;
    parts.clocks.addEventListener('change', event => this.tell({ kind: 'clock', clock: event.target.value }));
    parts.asof.addEventListener('change', () => this.onlyOneDay(parts.asof.checked));
    parts.play.addEventListener('click', () => this.player.toggle());
    parts.clear.addEventListener('click', () => { this.player.pause(); this.choose(this.scale.first, this.scale.last); });
    for (const field of [parts.from, parts.until]) field.addEventListener('change', () => this.typed());
    for (const handle of [parts.left, parts.right]) handle.addEventListener('keydown', event => this.walk(event, handle));
    parts.strip.addEventListener('pointerdown', event => this.grab(event));
    parts.strip.addEventListener('pointermove', event => (this.held ? this.drag(event) : this.point(event)));
    parts.strip.addEventListener('pointerup', () => this.release());
    parts.strip.addEventListener('pointercancel', () => this.release());
    parts.strip.addEventListener('pointerleave', () => { parts.tip.hidden = true; });
  }

  update(args) {
    this.send = event => args.setTriggerValue('event', event);
    const answer = args.data !== this.data;
    const others = answer && this.said && !this.sameDays(args.data, this.said); // other days than were chosen here: by undo, by the panel
    if (answer && this.data && (others || args.data.clock !== this.data.clock)) this.player.pause();
    if (others) this.unsaid = this.said = null;
    this.data = args.data;
    this.draw();
    if (others) this.showDays();
    if (answer) this.heard();
  }

  sameDays(one, other) { return (one.from ?? null) === (other.from ?? null) && (one.until ?? null) === (other.until ?? null); }

  draw() {
    const { data, parts } = this;
    this.root.classList.toggle('is-empty', !data.first);
    drawClocks(parts.clocks, data);
    parts.words.textContent = data.first ? data.words : `Nothing that is drawn has a day. ${data.words}`;
    if (!data.first) return;
    this.scale = makeScale(number(data.first), number(data.last));
    drawBars(parts.bars, data, this.scale);
    drawAxis(parts.axis, this.scale, parts.strip.clientWidth || 800);
    if (!this.held && !this.unsaid) this.follow();
    this.showWindow();
    this.root.dataset.rendered = `${data.clock} ${data.from ?? ''} ${data.until ?? ''}`;
  }

  // What is filtered, also by others: undo, a shared view, the panel.
  follow() {
    const { data, scale } = this;
    this.since = data.from ? number(data.from) : scale.first;
    this.until = data.until ? number(data.until) : scale.last;
    if (data.clock !== 'known' || data.from) this.asOf = false;
    else if (data.until && !this.followed) this.asOf = true; // later the reader's own choice is kept: both mean the same
    this.followed = true;
  }

  showWindow() {
    const { parts, scale, since, until, asOf } = this, open = since <= scale.first && until >= scale.last;
    const left = 100 * scale.share(since), right = 100 * scale.share(until + 1);
    parts.window.style.left = `${left}%`;
    parts.window.style.width = `${right - left}%`;
    parts.left.style.left = `${left}%`;
    parts.right.style.left = `${right}%`;
    parts.left.hidden = parts.start.hidden = asOf;
    parts.known.hidden = this.data.clock !== 'known';
    parts.asof.checked = asOf;
    parts.clear.disabled = open;
    parts.to.textContent = asOf ? 'as known on' : 'to';
    this.root.classList.toggle('is-open', open);
    for (const [handle, day] of [[parts.left, since], [parts.right, until]]) setSlider(handle, scale, day);
    if (document.activeElement !== parts.from) parts.from.value = iso(since); // what is being typed is left alone
    if (document.activeElement !== parts.until) parts.until.value = iso(until);
    markInside(parts.bars, this.data, since, until);
    this.showPlaying();
  }

  showDays() {
    if (!this.data.first) return;
    this.parts.from.value = iso(this.since);
    this.parts.until.value = iso(this.until);
  }

  showPlaying() {
    const { play } = this.parts, { playing } = this.player;
    play.textContent = playing ? '❚❚ Pause' : '▶ Play';
    play.setAttribute('aria-pressed', String(playing));
  }

  // Choose days; `more` says that this goes on with what was chosen last, as in a drag.
  choose(since, until, { more = false, say = true } = {}) {
    const { scale } = this;
    [since, until] = since <= until ? [since, until] : [until, since];
    this.since = this.asOf ? scale.first : Math.max(scale.first, since);
    this.until = Math.min(scale.last, until);
    this.showWindow();
    if (!say) return;
    this.parts.live.textContent = this.asOf ? `As known on ${iso(this.until)}` : `${iso(this.since)} to ${iso(this.until)}`;
    this.tell({ kind: 'span', clock: this.data.clock, from: this.since > scale.first ? iso(this.since) : null, until: this.until < scale.last ? iso(this.until) : null, more });
  }

  // One at a time, the latest only: dragging must not flood the server.
  tell(event) {
    this.unsaid = { ...event, more: event.more && !(this.unsaid && !this.unsaid.more) };
    this.sayNext();
  }

  sayNext() {
    if (this.awaited || !this.unsaid) return;
    const event = this.unsaid;
    this.unsaid = null;
    this.said = event.kind === 'span' ? event : this.said;
    this.awaited = setTimeout(() => this.heard(), ANSWER_MS);
    this.send(event);
  }

  heard() {
    clearTimeout(this.awaited);
    this.awaited = null;
    this.sayNext();
  }

  onlyOneDay(on) {
    this.player.pause();
    this.asOf = on;
    this.choose(this.scale.first, this.until);
  }

  typed() {
    const { from, until } = this.parts;
    if (!until.value || (!this.asOf && !from.value)) return;
    this.player.pause();
    this.choose(this.asOf ? this.scale.first : number(from.value), number(until.value));
  }

  walk(event, handle) {
    const ways = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 1, PageDown: -1 };
    const far = event.shiftKey || event.key.startsWith('Page'), isLeft = handle === this.parts.left, { scale } = this;
    let day = isLeft ? this.since : this.until;
    if (event.key in ways) day = far ? stepped(day, this.step, ways[event.key]) : day + ways[event.key];
    else if (event.key === 'Home') day = isLeft ? scale.first : this.since;
    else if (event.key === 'End') day = isLeft ? this.until : scale.last;
    else return;
    event.preventDefault();
    event.stopPropagation();
    this.player.pause();
    day = Math.max(scale.first, Math.min(scale.last, day));
    const walking = this.walking && performance.now() - this.walking < 1500;
    this.walking = performance.now();
    if (isLeft) this.choose(Math.min(day, this.until), this.until, { more: walking });
    else this.choose(this.since, Math.max(day, this.since), { more: walking });
  }

  dayAt(event) {
    const box = this.parts.strip.getBoundingClientRect();
    return this.scale.day(Math.max(0, Math.min(1, (event.clientX - box.left) / box.width)));
  }

  grab(event) {
    if (!this.data.first || event.button) return;
    const { parts } = this, day = this.dayAt(event), handle = event.target.closest('.tb-handle');
    const open = this.root.classList.contains('is-open');
    const what = this.asOf ? 'right' : handle ? (handle === parts.left ? 'left' : 'right') : event.target === parts.window && !open ? 'middle' : 'new';
    event.preventDefault();
    handle?.focus();
    this.player.pause();
    parts.strip.setPointerCapture(event.pointerId);
    this.held = { what, day, since: this.since, until: this.until, more: false };
    if (this.asOf && !handle) this.drag(event);
  }

  drag(event) {
    const { held, scale } = this, day = this.dayAt(event), by = day - held.day;
    const clamped = Math.max(scale.first - held.since, Math.min(scale.last - held.until, by));
    const [since, until] = { left: [day, held.until], right: [held.since, day], middle: [held.since + clamped, held.until + clamped], new: [held.day, day] }[held.what];
    if (held.what === 'new' && !held.more && Math.abs(by) < 1) return;
    this.choose(since, until, { more: held.more });
    held.more = true;
  }

  release() {
    this.held = null;
  }

  point(event) {
    if (!this.data.first) return;
    const bar = barAt(this.data, this.dayAt(event)), { tip } = this.parts;
    tip.hidden = !bar;
    if (!bar) return;
    tip.textContent = `${bar.name}: ${bar.claims.toLocaleString('en')} ${bar.claims === 1 ? 'claim' : 'claims'}`;
    tip.style.left = `${Math.max(6, Math.min(94, 100 * this.scale.share(this.dayAt(event))))}%`;
  }

  end() {
    this.player.pause();
    clearTimeout(this.awaited);
    this.sizes.disconnect();
    views.delete(this.parent);
  }
}

function makeScale(first, last) {
  const length = last - first + 1;
  return { first, last, share: day => (day - first) / length, day: share => Math.min(last, first + Math.floor(share * length)) };
}

function setSlider(handle, scale, day) {
  const said = { min: scale.first, max: scale.last, now: day, text: iso(day) };
  for (const [name, value] of Object.entries(said)) handle.setAttribute(`aria-value${name}`, value);
}

function drawClocks(place, data) {
  if (place.children.length !== data.clocks.length) {
    place.replaceChildren(...data.clocks.map(({ name, words }) => {
      const label = document.createElement('label'), box = document.createElement('input');
      Object.assign(box, { type: 'radio', name: 'tb-clock', value: name });
      label.append(box, words);
      return label;
    }));
  }
  for (const box of place.querySelectorAll('input')) box.checked = box.value === data.clock;
}

export default function (args) {
  const parent = args.parentElement;
  if (!views.has(parent)) views.set(parent, new Brush(parent));
  const brush = views.get(parent);
  brush.update(args);
  return () => brush.end();
}
