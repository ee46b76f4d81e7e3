// Cypher for CodeMirror: which letters are words of the language, names, labels, texts, parameters and comments.
// CodeMirror's own old mode for it knows no block comments, no escapes in texts, no names in backticks and no parameters.
export const KEYWORDS = `all and any as asc ascending by call case contains count descending desc detach distinct else end ends
  exists explain false finish foreach in is limit match nodetach not null offset on optional or order path paths return shortest show
  skip starts then true union unwind use using when where with xor yield`.split(/\s+/);
const WRITING = 'create delete drop load merge remove set'.split(' ');
const WORDS = new Set([...KEYWORDS, ...WRITING]);
const CALLED = new Set(['all', 'any', 'count', 'exists']); // words that are functions before a bracket
const NAME = /^[\p{L}\p{Nd}\p{Pc}\p{M}]+/u;

export const cypher = {
  name: 'cypher',
  startState: () => ({ inside: null, before: '' }),
  copyState: state => ({ ...state }),
  languageData: { commentTokens: { line: '//', block: { open: '/*', close: '*/' } }, closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] } },
  token(stream, state) {
    if (state.inside) return inside(stream, state);
    if (stream.eatSpace()) return null;
    if (stream.match('//')) { stream.skipToEnd(); return 'comment'; }
    if (stream.match('/*')) { state.inside = '*/'; return inside(stream, state); }
    const sign = stream.peek();
    if (sign === "'" || sign === '"') { stream.next(); state.inside = sign; return inside(stream, state); }
    const before = state.before;
    state.before = sign;
    if (stream.match(/^\$(?:`[^`]*`?|[\p{L}\p{Nd}_]+)/u)) return 'variableName.special';
    if (stream.match(/^`(?:[^`]|``)*`?/)) return named(before);
    if (stream.match(/^(?:0x[\da-f]+|\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?)/i)) return 'number';
    const word = stream.match(NAME);
    if (word) { state.before = stream.match(/^\s*:(?!:)/, false) ? '' : 'word'; return worded(word[0], before, stream); }
    stream.next();
    return /[-+*/%^=<>&|!~]/.test(sign) ? 'operator' : /[()[\]{},.;:]/.test(sign) ? 'punctuation' : null;
  },
};

function inside(stream, state) {
  const end = state.inside;
  while (!stream.eol()) {
    if (end !== '*/' && stream.eat('\\')) { stream.next(); continue; }
    if (stream.match(end)) { state.inside = null; state.before = ''; break; }
    stream.next();
  }
  return end === '*/' ? 'comment' : 'string';
}

function worded(word, before, stream) {
  if (before === ':' || before === '|' || before === '&' || before === '!') return 'typeName';
  if (before === '.') return stream.match(/^\s*\(/, false) ? 'variableName.standard' : 'propertyName';
  if (stream.match(/^\s*:/, false) && (before === '{' || before === ',')) return 'propertyName';
  if (WORDS.has(word.toLowerCase()) && !(CALLED.has(word.toLowerCase()) && stream.match(/^\(/, false))) return 'keyword';
  return stream.match(/^\s*\(/, false) ? 'variableName.standard' : 'variableName';
}

const named = before => before === ':' || before === '|' ? 'typeName' : before === '.' ? 'propertyName' : 'variableName';
