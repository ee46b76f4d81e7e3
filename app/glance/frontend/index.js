// Lists of doors, a Streamlit component (v2). It asks nothing of the network.
// In:  data = {kind: claims | ranks | timeline, …}; see app/glance/picture.py
// Out: trigger `event` = {what: entity | edge | span, id}
import { drawClaims } from './claims.js';
import { drawRanks } from './ranks.js';
import { drawTimeline } from './timeline.js';

const DRAW = { claims: drawClaims, ranks: drawRanks, timeline: drawTimeline };

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector('.gl');
  const held = root.contains(document.activeElement) && document.activeElement.dataset.id;
  root.replaceChildren(DRAW[data.kind](data));
  root.dataset.kind = data.kind;
  if (held) [...root.querySelectorAll('button')].find(button => button.dataset.id === held)?.focus(); // the keyboard stays where it was
  root.onclick = event => {
    const door = event.target.closest('button');
    if (door) setTriggerValue('event', { what: door.dataset.what, id: door.dataset.id });
  };
}
