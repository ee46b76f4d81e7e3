// The newest claims: what is claimed, how firmly and by whom, the sentence, and where it stood.
import { door, element, hue, words } from './element.js';

export function drawClaims(data) {
  return element('ul', { class: 'gl-claims' }, ...data.claims.map(claim => element('li', { style: hue(claim.colour) },
    door('edge', claim.id, { class: 'gl-says' }, words(claim.source), ` ${claim.phrase} `, words(claim.target)),
    element('blockquote', { dir: 'auto' }, claim.sentence),
    element('div', { class: 'gl-facts' },
      element('span', { class: `chip is-${claim.modality}` }, claim.modality),
      ...(claim.speaker ? [words(claim.speaker)] : []),
      element('span', { class: 'gl-from' }, words(claim.from), element('time', {}, `\u00a0· ${claim.on}`))))));
}
