// What of the drawing is in sight: zoom, fit, the count of what lies outside, full screen, the picture as a file.
const ROOM = { top: 56, right: 58, bottom: 40, left: 26 }; // pixels that the bar, the tools and the status lie over
const CLOSEST = 1.25;
const SMALL = 0.6; // zoom below which only the names of landmarks are written, in a size that can be read
const READABLE = 11; // pixels
const LONG = 7; // half the width at which a name is wrapped, in letters' heights
const SLIGHT = 40; // pixels: a scroll bar that comes or goes beside the canvas must not move the picture
const STILL_MS = 140; // without a move, after which the view counts as still
const MANY = 2500; // nodes and edges above which a moving view is a picture of itself: the CPU alone draws that many too slowly

export class Sight {
  constructor(view) {
    this.view = view;
    this.fitting = false;
    view.cy.on('viewport', () => { this.fitted = this.fitting; this.whenStill(); }); // the reader's own zoom and pan is kept
    this.sizes = new ResizeObserver(() => this.resize());
    this.sizes.observe(view.canvas);
  }

  get shown() { return this.view.canvas.clientWidth > 0; }

  fit() {
    const { cy } = this.view;
    this.waiting = !this.shown; // another view of the picture stands in front: when the canvas comes back
    if (this.waiting) return;
    this.fitting = true;
    cy.resize();
    cy.nodes().removeClass('landmark nameless'); // their names count as they are near by: the same picture always fits the same
    this.frame(cy.elements().boundingBox());
    this.nameLandmarks(true);
    this.fitting = false;
    this.fitted = true;
  }

  // What looks at every node waits until the view stands still, or each frame of a move would pay for it.
  whenStill() {
    clearTimeout(this.moving);
    this.moving = setTimeout(() => { this.countOutside(); this.nameLandmarks(); }, STILL_MS);
  }

  // To be called whenever other things are drawn.
  lighten() {
    const { cy } = this.view;
    cy.renderer().textureOnViewport = cy.elements().length > MANY;
  }

  // All of a box in sight, in the middle of what nothing lies over.
  frame({ x1, y1, w, h }) {
    const { canvas, cy } = this.view;
    if (!w && !h) return;
    const wide = Math.max(80, canvas.clientWidth - ROOM.left - ROOM.right), high = Math.max(80, canvas.clientHeight - ROOM.top - ROOM.bottom);
    const zoom = Math.max(cy.minZoom(), Math.min(CLOSEST, wide / w, high / h));
    cy.viewport({ zoom, pan: { x: ROOM.left + (wide - w * zoom) / 2 - x1 * zoom, y: ROOM.top + (high - h * zoom) / 2 - y1 * zoom } });
  }

  // Full screen or another window changes the room: what was fitted stays fitted, else all stays where it is.
  resize() {
    const { canvas, cy, data } = this.view;
    if (!this.shown) return;
    cy.resize();
    const wider = this.width === undefined || Math.abs(canvas.clientWidth - this.width) > SLIGHT; // at first the legend has just taken its room
    if (data && (this.waiting || (wider && this.fitted))) this.fit();
    if (wider) this.width = canvas.clientWidth;
  }

  zoom(factor) {
    const { canvas, cy } = this.view;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: canvas.clientWidth / 2, y: canvas.clientHeight / 2 } });
  }

  bring(element) {
    const { canvas, cy } = this.view;
    const box = element.renderedBoundingBox({ includeLabels: false });
    const seen = box.x1 > 0 && box.y1 > 0 && box.x2 < canvas.clientWidth && box.y2 < canvas.clientHeight;
    if (!seen) cy.center(element);
  }

  countOutside() {
    const { cy, parts } = this.view;
    const seen = cy.extent();
    const away = cy.nodes().filter(node => {
      const { x, y } = node.position();
      return x < seen.x1 || x > seen.x2 || y < seen.y1 || y > seen.y2;
    }).length;
    parts.outside.hidden = away === 0;
    parts.outside.textContent = `${away} outside the view – fit`;
  }

  // Far out, the largest get their names in a readable size, as many as have room; the others' are too small to write.
  nameLandmarks(anew = false) {
    const { cy } = this.view, zoom = Math.round(cy.zoom() * 25) / 25;
    if (!anew && zoom === this.named) return;
    this.named = zoom;
    const taken = [], size = READABLE / Math.max(zoom, 0.04), high = size * 1.3;
    const free = node => {
      const { x, y } = node.position(), half = Math.min(node.data('label').length * size * 0.55, 2 * LONG * size) / 2;
      const top = y + node.data('size') / 2;
      const box = { x1: x - half, x2: x + half, y1: top, y2: top + high * 1.4 };
      const clear = taken.every(other => box.x2 < other.x1 || box.x1 > other.x2 || box.y2 < other.y1 || box.y1 > other.y2);
      if (clear) taken.push(box);
      return clear;
    };
    const ranked = zoom < SMALL ? cy.nodes().sort((a, b) => b.data('size') - a.data('size') || (a.id() < b.id() ? -1 : 1)) : cy.collection();
    const named = ranked.filter(free);
    cy.batch(() => {
      cy.nodes('.landmark').not(named).removeClass('landmark');
      named.data('font', size).addClass('landmark');
      cy.nodes().toggleClass('nameless', zoom < SMALL);
    });
  }

  download(scale = 2, name = 'entente.png') {
    const { cy, theme } = this.view;
    const link = document.createElement('a');
    const picture = cy.png({ output: 'blob', full: true, scale, maxWidth: 8000, maxHeight: 8000, bg: theme.ground });
    link.download = name;
    link.href = URL.createObjectURL(picture);
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 5000);
  }

  // The panel beside the graph comes along, so that an edge's sentence can be read in full screen too.
  fullScreen() {
    if (document.fullscreenElement) return document.exitFullscreen();
    return (this.view.parent.closest('[data-testid="stHorizontalBlock"]') || this.view.root).requestFullscreen?.();
  }

  whereOnPage(id) {
    const element = this.view.cy.getElementById(id);
    const point = element.isEdge() ? element.renderedMidpoint() : element.renderedPosition();
    const corner = this.view.canvas.getBoundingClientRect();
    return { x: corner.left + point.x, y: corner.top + point.y };
  }

  end() {
    clearTimeout(this.moving);
    this.sizes.disconnect();
  }
}
