// Doors inside the page's own HTML: elements with data-door, inside the container that the component stands in.
// In:  data = {within: key of that container, scroll: id of an element to bring into view whenever it changes}
// Out: trigger `pressed` = {door, id, claim, turn}
const rooms = new WeakMap(); // parent element -> Room: one listener each, whatever the number of reruns

class Room {
  constructor(parent) {
    this.parent = parent;
    this.click = event => this.press(event, event.target);
    this.key = event => { if (event.key === 'Enter' || event.key === ' ') this.press(event, event.target.matches?.('button, a') ? null : event.target); };
    document.addEventListener('click', this.click);
    document.addEventListener('keydown', this.key);
  }

  update(data, tell) {
    this.tell = tell;
    const other = data.scroll !== this.data?.scroll;
    this.data = data;
    if (this.room) this.room.dataset.doors = 'heard'; // from now on a press is heard
    if (data.scroll && other) this.seek(60);
  }

  get room() { return this.parent.closest(`.st-key-${CSS.escape(this.data.within)}`); }

  press(event, target) {
    const door = target?.closest?.('[data-door]');
    if (!door || !this.room?.contains(door)) return;
    event.preventDefault();
    const { door: kind, id, claim } = door.dataset;
    this.tell('pressed', { door: kind, id: id ?? '', claim: claim ?? '', turn: Date.now() });
  }

  // The page's HTML may come after the component: look again with each frame, for a second at most.
  seek(left) {
    const there = this.room?.querySelector(`[id="${CSS.escape(this.data.scroll)}"]`);
    if (there) there.scrollIntoView({ block: 'center' });
    else if (left) requestAnimationFrame(() => this.seek(left - 1));
  }

  leave() {
    document.removeEventListener('click', this.click);
    document.removeEventListener('keydown', this.key);
  }
}

export default function ({ parentElement, data, setTriggerValue }) {
  if (!rooms.has(parentElement)) rooms.set(parentElement, new Room(parentElement));
  rooms.get(parentElement).update(data, setTriggerValue);
  return () => { rooms.get(parentElement)?.leave(); rooms.delete(parentElement); };
}
