// The query editor: CodeMirror with Cypher. What is typed stays here whatever the page does, and is told to it shortly after.
// In:  data = {label, value, reset, words: {labels, relations, properties, functions, procedures}, answer: {text, names}, mark: {text, line, column, says}}
// Out: state `text`; triggers `run` = {text, turn}, `asked` = {text, turn}: names of entities wanted
import { EditorState, EditorView, HighlightStyle, Prec, StreamLanguage, autocompletion, bracketMatching, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap, defaultKeymap, drawSelection, highlightActiveLine, history, historyKeymap, indentWithTab, keymap, lineNumbers, placeholder, setDiagnostics, syntaxHighlighting, tags, tooltips } from '../vendor/codemirror-6.43.15.esm.min.mjs';
import { cypher } from './cypher.js';
import { completionsAt, placeOf } from './completing.js';

const editors = new WeakMap(); // parent element -> Editor
let draft = null; // {text, over}: what was typed last over a query that the page knew; a page that is left may never hear of it
const SETTLED_MS = 350; // after the last letter
const ASK_MS = 160;
const PATIENCE_MS = 4000;
const PAINT = HighlightStyle.define([
  { tag: tags.keyword, class: 'ed-keyword' }, { tag: tags.typeName, class: 'ed-type' }, { tag: tags.propertyName, class: 'ed-property' },
  { tag: tags.string, class: 'ed-string' }, { tag: tags.number, class: 'ed-number' }, { tag: tags.comment, class: 'ed-comment' },
  { tag: tags.standard(tags.variableName), class: 'ed-function' }, { tag: tags.special(tags.variableName), class: 'ed-parameter' },
]);

class Editor {
  constructor(parent) {
    this.root = parent.querySelector('.ed');
    this.turn = Date.now();
    this.answers = new Map();
  }

  update({ data, setStateValue, setTriggerValue }) {
    const before = this.data;
    this.data = data;
    this.setState = setStateValue;
    this.tell = setTriggerValue;
    if (!this.view) this.open();
    if (before && data.reset !== before.reset) this.write(data.value);
    if (data.answer && data.answer !== before?.answer) this.hear(data.answer);
    this.mark();
  }

  open() {
    this.root.querySelector('.ed-label').textContent = this.data.label;
    const listen = EditorView.updateListener.of(update => { if (update.docChanged) this.changed(); });
    const state = EditorState.create({ doc: this.data.value, extensions: [
      history(), lineNumbers(), drawSelection(), highlightActiveLine(), bracketMatching(), closeBrackets(), EditorView.lineWrapping,
      StreamLanguage.define(cypher), syntaxHighlighting(PAINT), placeholder('MATCH (n:Entity) RETURN n LIMIT 25'),
      autocompletion({ override: [context => this.complete(context)], icons: false, maxRenderedOptions: 40 }),
      tooltips({ position: 'fixed' }), listen,
      EditorView.contentAttributes.of({ 'aria-label': this.data.label, 'aria-multiline': 'true', spellcheck: 'false', translate: 'no' }),
      EditorView.domEventHandlers({ blur: event => this.left(event.relatedTarget), keydown: (event, view) => { if (event.key === 'Escape') view.setTabFocusMode(2000); } }),
      Prec.highest(keymap.of([{ key: 'Mod-Enter', run: () => this.run() }])),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...defaultKeymap, ...historyKeymap, indentWithTab]),
    ] });
    this.view = new EditorView({ state, parent: this.root.querySelector('.ed-field') });
    this.view.scrollDOM.tabIndex = -1;
    this.told = this.data.value;
    if (draft && draft.over === this.told && draft.text !== this.told) this.write(draft.text);
    this.root.dataset.ready = 'true';
  }

  text() { return this.view.state.doc.toString(); }

  write(text) {
    if (text !== this.text()) this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text } });
    clearTimeout(this.clock);
    this.told = text;
    this.setState('text', text);
  }

  changed() {
    draft = { text: this.text(), over: this.data.value };
    clearTimeout(this.clock);
    this.clock = setTimeout(() => this.flush(), SETTLED_MS);
  }

  // What is told while a link is followed would call the page back that is being left.
  left(to) {
    if (!to?.closest('a')) this.flush();
    else { clearTimeout(this.clock); this.clock = setTimeout(() => this.flush(), PATIENCE_MS); }
  }

  flush() {
    clearTimeout(this.clock);
    if (!this.root.isConnected) return;
    const text = this.text();
    if (text === this.told) return;
    this.told = text;
    this.setState('text', text);
  }

  run() {
    clearTimeout(this.clock);
    closeCompletion(this.view);
    this.told = this.text();
    this.turn += 1;
    this.tell('run', { text: this.told, turn: this.turn });
    return true;
  }

  // Underlines where the server stopped understanding, as long as the text is the one that it was asked.
  mark() {
    const { mark } = this.data;
    const found = mark && mark.text === this.text() && mark.line <= this.view.state.doc.lines ? [this.wrong(mark)] : [];
    if (found.length || this.marked) this.view.dispatch(setDiagnostics(this.view.state, found));
    this.marked = found.length > 0;
  }

  wrong({ line, column, says }) {
    const { from, to, text } = this.view.state.doc.line(line);
    const start = Math.min(from + column - 1, to);
    const word = /^[\p{L}\p{Nd}_]+/u.exec(text.slice(start - from));
    const end = Math.min(to, start + Math.max(1, word?.[0].length ?? 1));
    return { from: start === end ? Math.max(from, start - 1) : start, to: end, severity: 'error', message: says };
  }

  complete(context) {
    const place = placeOf(context.state.sliceDoc(0, context.pos));
    if (place?.kind === 'word' && !context.explicit && place.typed.length < 2) return null;
    return completionsAt(place, this.data.words, typed => this.names(typed, context));
  }

  // Names of entities: one question at a time, and only the newest when somebody goes on typing.
  async names(typed, context) {
    const key = fold(typed);
    if (this.answers.has(key)) return this.answers.get(key);
    await new Promise(done => setTimeout(done, ASK_MS));
    if (context.aborted) return [];
    return new Promise(done => {
      this.asking?.done([]);
      this.asking = { key, done };
      this.turn += 1;
      setTimeout(() => done([]), PATIENCE_MS);
      this.tell('asked', { text: typed, turn: this.turn });
    });
  }

  hear(answer) {
    this.answers.set(fold(answer.text), answer.names);
    if (this.asking?.key === fold(answer.text)) { this.asking.done(answer.names); this.asking = null; }
  }
}

const fold = text => text.trim().toLowerCase();

export default function (component) {
  const { parentElement } = component;
  if (!editors.has(parentElement)) editors.set(parentElement, new Editor(parentElement));
  editors.get(parentElement).update(component);
}
