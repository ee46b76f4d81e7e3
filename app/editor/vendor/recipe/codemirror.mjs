// What the query editor takes from CodeMirror 6; bundled into the one file beside this folder.
export { autocompletion, closeBrackets, closeBracketsKeymap, closeCompletion, completionKeymap } from '@codemirror/autocomplete';
export { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
export { HighlightStyle, StreamLanguage, bracketMatching, syntaxHighlighting } from '@codemirror/language';
export { setDiagnostics } from '@codemirror/lint';
export { Compartment, EditorState, Prec } from '@codemirror/state';
export { EditorView, drawSelection, highlightActiveLine, keymap, lineNumbers, placeholder, tooltips } from '@codemirror/view';
export { tags } from '@lezer/highlight';
