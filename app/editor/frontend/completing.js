// What may come next in a query, by what stands before it: labels, relations, properties, functions, words, or names of entities.
import { KEYWORDS } from './cypher.js';

const PROPERTY = /(?:^|[^\p{L}\p{Nd}_.])[\p{L}_][\p{L}\p{Nd}_]*\.([\p{L}\p{Nd}_]*)$/u;
const CALL = /\bcall\s+([\p{L}\p{Nd}_.]*)$/iu;
const RELATION = /\[[^\]()]*[:|!&]\s*([\p{L}\p{Nd}_]*)$/u;
const LABEL = /(?:\([^()[\]{}]*|\b[\p{L}_][\p{L}\p{Nd}_]*)[:|!&]\s*([\p{L}\p{Nd}_]*)$/u;
const KEY = /[({,]\s*([\p{L}\p{Nd}_]*)$/u;
const WORD = /([\p{L}_][\p{L}\p{Nd}_.]*)$/u;
const LETTERS = 2; // of a name, before the store is asked

// The place in a query as completions see it: {kind, from, typed}, or null where nothing can be said.
export function placeOf(before) {
  const open = openText(before);
  if (open === undefined) return null; // in a comment
  if (open !== null) return { kind: 'name', from: open + 1, typed: before.slice(open + 1), quote: before[open], id: /\bid\s*[:=]\s*(?:\[[^\]]*)?$/.test(before.slice(0, open)) };
  for (const [kind, pattern] of [['procedure', CALL], ['relation', RELATION], ['property', PROPERTY], ['label', LABEL]]) {
    const found = pattern.exec(before);
    if (found && !(kind === 'label' && inMap(before))) return { kind, from: before.length - found[1].length, typed: found[1] };
  }
  const key = KEY.exec(before);
  if (key && inMap(before)) return { kind: 'property', from: before.length - key[1].length, typed: key[1], key: true };
  const word = WORD.exec(before);
  return word && { kind: 'word', from: before.length - word[1].length, typed: word[1] };
}

// Where the text begins that is open at the end: its quote's place, null where none is, undefined inside a comment.
function openText(before) {
  let open = null;
  for (let at = 0; at < before.length; at++) {
    const sign = before[at];
    if (open !== null) {
      if (sign === '\\' && before[open] !== '`') at++;
      else if (sign === before[open]) open = null;
    } else if (sign === '/' && before[at + 1] === '/') {
      at = before.indexOf('\n', at);
      if (at < 0) return undefined;
    } else if (sign === '/' && before[at + 1] === '*') {
      at = before.indexOf('*/', at + 2) + 1;
      if (at < 1) return undefined;
    } else if (`'"\``.includes(sign)) open = at;
  }
  return open !== null && before[open] === '`' ? undefined : open;
}

function inMap(before) {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at--) {
    if (before[at] === '}') depth++;
    if (before[at] === '{' && depth-- === 0) return /[(\[][^()[\]]*$/.test(before.slice(0, at));
  }
  return false;
}

// The completions for a place; `names` answers for the store: (typed) => Promise<[{id, name, shown, type}]>.
export async function completionsAt(place, words, names) {
  if (!place) return null;
  if (place.kind === 'name') return place.typed.trim().length < LETTERS ? null : offered(place, await names(place.typed.trim()));
  const options = {
    label: () => offers('type', words.labels, 'label'),
    relation: () => offers('type', words.relations, 'relation'),
    property: () => offers('property', words.properties, 'property'),
    procedure: () => offers('function', words.procedures, 'procedure', name => `${name}()`),
    word: () => [...offers('keyword', KEYWORDS.map(word => word.toUpperCase()), ''), ...offers('function', words.functions, 'function', name => `${name}(`)],
  }[place.kind]();
  return { from: place.from, options, validFor: /^[\p{L}\p{Nd}_.]*$/u };
}

const offers = (type, list, detail, apply) => list.map(label => ({ label, type, detail, apply: apply?.(label) }));

function offered(place, found) {
  const escaped = text => text.replace(/\\/g, '\\\\').replaceAll(place.quote, `\\${place.quote}`);
  const options = found.map(each => ({ label: each.shown, detail: place.id ? each.id : each.type, type: 'text', apply: escaped(place.id ? each.id : each.name) }));
  return { from: place.from, options, filter: false };
}
