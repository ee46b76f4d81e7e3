// Playing: the window goes on by a step when the last one is drawn, and not sooner than a reader can look at it.
import { stepped } from './days.js';

const LOOK_MS = 900;

export class Player {
  constructor(brush) {
    this.brush = brush;
    this.playing = false;
  }

  toggle() {
    if (this.playing) this.pause();
    else this.start();
  }

  start() {
    const { brush } = this, { scale, since, until, asOf } = brush;
    this.playing = true;
    brush.showPlaying();
    const begins = stepped(scale.first, brush.step) - 1;
    const whole = since <= scale.first && until >= scale.last;
    if (asOf) brush.choose(scale.first, until >= scale.last ? Math.min(begins, scale.last) : until, { more: false });
    else if (whole || until >= scale.last) brush.choose(scale.first, Math.min(whole ? begins : scale.first + until - since, scale.last), { more: false });
    else this.next();
    this.wait();
  }

  pause() {
    this.playing = false;
    clearTimeout(this.timer);
    this.brush.showPlaying();
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.brush.busy ? this.wait() : this.next()), LOOK_MS);
  }

  next() {
    const { brush } = this, { scale } = brush;
    if (!this.playing) return;
    if (brush.until >= scale.last) return this.pause();
    const until = Math.min(stepped(brush.until + 1, brush.step) - 1, scale.last);
    const since = brush.asOf ? scale.first : Math.min(stepped(brush.since, brush.step), until);
    brush.choose(since, until, { more: true });
    this.wait();
  }
}
