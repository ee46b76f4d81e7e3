// What was reported when: a bar for each span, of stacked kinds; each opens its days.
import { door, element, hue, plural } from './element.js';

const NARROW = 9; // years between two that are written, times the bars between them

export function drawTimeline(data) {
  const kinds = Object.entries(data.kinds);
  const looks = new Map(kinds.map(([name], place) => [name, `gl-part gl-part-${place % 2}`]));
  const bars = data.bars.map((bar, i) => {
    const parts = [...bar.parts].reverse().map(([kind, number]) => element('i', { class: looks.get(kind) ?? 'gl-part', style: `${data.kinds[kind] ? hue(data.kinds[kind].colour) : ''}; flex: ${number}` }));
    const stack = element('span', { class: 'gl-stack', style: `height: ${100 * bar.share}%` }, ...parts);
    const said = `${bar.name}: ${plural(bar.claims)}${bar.parts.length ? ` (${bar.parts.map(([kind, number]) => `${number} ${kind}`).join(', ')})` : ''}`;
    const year = i === 0 || data.bars[i - 1].year !== bar.year ? element('small', { 'aria-hidden': 'true' }, String(bar.year)) : '';
    return element('li', {}, door('span', bar.id, { class: 'gl-time', title: said, 'aria-label': said, ...(bar.claims ? {} : { disabled: '' }) }, stack), year);
  });
  const keys = kinds.map(([name, look], place) => element('span', { class: 'gl-key', style: hue(look.colour) }, element('i', { class: `gl-part gl-part-${place % 2}` }), `${name}: ${look.says}`));
  const list = element('ol', { class: 'gl-times' }, ...bars);
  thinOut(list);
  return element('div', {}, element('div', { class: 'gl-keys' }, element('span', {}, `claims a ${data.step}, by when they were reported`), ...keys), list);
}

// Of years that would be written over one another only some are.
function thinOut(list) {
  const years = [...list.querySelectorAll('small')], every = Math.ceil(years.length / NARROW / 2);
  years.forEach((year, i) => { if (i % every) year.remove(); });
}
