// A grid for keyboards: one stop for Tab, arrows walk from cell to cell; see the WAI-ARIA pattern "grid".
const WAYS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1], PageDown: [0, 10], PageUp: [0, -10] };

const stop = cell => cell.querySelector('button, input') || cell;

export class Grid {
  constructor(place) {
    this.place = place;
    this.at = null; // {row, column}: where the keyboard is, by the row's id
    place.addEventListener('focusin', event => this.keep(event.target.closest('td, th')));
  }

  cells() { return [...this.place.querySelectorAll('tr')].map(row => [...row.cells]); }

  keep(cell) {
    if (!cell) return;
    this.at = { row: cell.parentElement.dataset.id ?? '', column: cell.cellIndex };
    this.only(stop(cell));
  }

  only(target) {
    this.place.querySelectorAll('[tabindex="0"]').forEach(other => other.setAttribute('tabindex', '-1'));
    target.setAttribute('tabindex', '0');
  }

  // After rows were drawn anew: Tab comes back to the same cell, and the keyboard stays where it was.
  restore(held, selected) {
    const rows = [...this.place.querySelectorAll('tr')];
    const find = id => rows.find(row => (row.dataset.id ?? '') === id);
    const row = (this.at && find(this.at.row)) || find(selected) || rows[1] || rows[0];
    const cell = row?.cells[Math.min(this.at?.column ?? 0, row.cells.length - 1)];
    if (!cell) return;
    this.only(stop(cell));
    if (held) stop(cell).focus();
  }

  // True where the key walked.
  walk(event) {
    const cell = event.target.closest('td, th'), cells = this.cells();
    const y = cells.findIndex(row => row.includes(cell)), x = cell?.cellIndex ?? 0;
    const last = cells[0].length - 1, bottom = cells.length - 1;
    const ends = { Home: [0, event.ctrlKey ? 0 : y], End: [last, event.ctrlKey ? bottom : y] };
    const to = WAYS[event.key] ? [x + WAYS[event.key][0], y + WAYS[event.key][1]] : ends[event.key];
    if (!to || y < 0) return false;
    const target = cells[Math.max(0, Math.min(bottom, to[1]))][Math.max(0, Math.min(last, to[0]))];
    stop(target).focus();
    target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return true;
  }
}
