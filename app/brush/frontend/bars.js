// The bars: one for each stretch of time, as high as it has claims; those inside the window stand out.
import { iso, marks, number } from './days.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDE = 1000; // units of the drawing, stretched to the strip

export function drawBars(place, data, scale) {
  const most = Math.max(1, ...data.bars.map(bar => bar.claims)), height = data.height;
  place.setAttribute('viewBox', `0 0 ${WIDE} ${height}`);
  place.style.height = `${height}px`;
  place.replaceChildren(...data.bars.filter(bar => bar.claims).map(bar => {
    const left = Math.max(0, scale.share(number(bar.first))), right = Math.min(1, scale.share(number(bar.last) + 1));
    const high = Math.max(3, (height * bar.claims) / most); // one claim beside a thousand is still seen
    const gap = Math.min(1.5, 0.2 * WIDE * (right - left));
    const drawn = document.createElementNS(SVG, 'rect');
    const said = { x: WIDE * left + gap / 2, y: height - high, width: Math.max(0.8, WIDE * (right - left) - gap), height: high, 'data-first': bar.first };
    for (const [name, value] of Object.entries(said)) drawn.setAttribute(name, value);
    return drawn;
  }));
}

export function markInside(place, data, since, until) {
  for (const drawn of place.children) {
    const bar = data.bars.find(each => each.first === drawn.dataset.first);
    drawn.classList.toggle('is-outside', number(bar.last) < since || number(bar.first) > until);
  }
}

export function drawAxis(place, scale, room) {
  const fit = marks(scale.first, scale.last, room).filter(({ day }) => scale.share(day) * room < room - 60); // no cut words
  place.replaceChildren(...fit.map(({ day, words }) => {
    const mark = document.createElement('span');
    mark.textContent = words;
    mark.style.left = `${100 * scale.share(day)}%`;
    return mark;
  }));
}

export function barAt(data, day) {
  const on = iso(day);
  return data.bars.find(bar => bar.first <= on && on <= bar.last);
}
