// The most claimed entities of each type as bars; each opens its entity.
import { door, element, hue, plural, words } from './element.js';

const SVG = 'http://www.w3.org/2000/svg';

export function drawRanks(data) {
  return element('div', { class: 'gl-ranks' }, ...data.groups.map(group => element('section', { style: hue(group.colour) },
    element('h3', {}, icon(group.path), group.title, element('small', {}, group.said)),
    element('ol', {}, ...group.rows.map(row => element('li', {},
      door('entity', row.id, { class: 'gl-bar', title: `${row.label}: ${plural(row.claims)}` },
        element('i', { style: `width: ${100 * row.share}%` }), words(row.label, 'span', { class: 'gl-name', dir: 'auto' }), element('b', { 'aria-label': plural(row.claims) }, row.claims.toLocaleString('en')))))))));
}

function icon(path) {
  const picture = document.createElementNS(SVG, 'svg'), line = document.createElementNS(SVG, 'path');
  picture.setAttribute('viewBox', '0 0 24 24');
  picture.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  picture.append(line);
  return picture;
}
