r"""Cypher cut into tokens: enough to see what a query calls, whatever comments, escapes and brackets stand around it.

What is looked at must be what the server reads. So `spell_out` writes \uXXXX as the sign it stands for, which the
server would do before reading, and blanks comments; and this text is what is sent.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from graph.errors import QueryFailed

ESCAPE = re.compile(r"(\\+)u+([0-9A-Fa-f]{4})?")
PARTS = re.compile(
    r"""(?P<comment>//[^\r\n]*|/\*.*?\*/)
    |(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
    |(?P<quoted>`(?:[^`]|``)*`)
    |(?P<open>['"`]|/\*)
    |(?P<other>.)""",
    re.DOTALL | re.VERBOSE,
)
WORD_PARTS = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Sc"))
LINE_ENDS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Token:
    """One word, name in backticks, or sign. `text` is lower case for words; names in backticks keep theirs."""

    kind: str
    text: str

    def says(self, *words: str) -> bool:
        """Whether it is one of these words, not in backticks."""
        return self.kind == "word" and self.text in words


def spell_out(query: str) -> str:
    """The same query without escapes of the kind that could hide a word, and with blanks for comments."""
    spelled = _with_surrogates_joined(ESCAPE.sub(_sign, query))
    if re.search(r"\\u", spelled):
        raise QueryFailed(r"an escape \u… is written so that it could be read in two ways; write the sign itself")
    return "".join(_kept(part) for part in PARTS.finditer(spelled))


def read_tokens(spelled: str) -> list[Token]:
    """The tokens of a query that is spelled out; texts are one token each, without what they say."""
    return list(_iter_tokens(spelled))


def _iter_tokens(spelled: str) -> Iterator[Token]:
    word = ""
    for part in PARTS.finditer(spelled):
        if part.lastgroup == "other" and _in_word(part[0]):
            word += part[0]
            continue
        if word:
            yield Token("word", word.lower())
            word = ""
        if part.lastgroup == "quoted":
            yield Token("quoted", part[0][1:-1].replace("``", "`"))
        elif part.lastgroup == "text":
            yield Token("text", "")
        elif not _is_blank(part[0]):
            yield Token("sign", part[0])
    if word:
        yield Token("word", word.lower())


def _sign(escape: re.Match[str]) -> str:
    if len(escape[1]) > 1 or escape[2] is None:
        raise QueryFailed(rf"{escape[0]} could be read in two ways; write the sign itself instead of \u…")
    return chr(int(escape[2], 16))


def _with_surrogates_joined(text: str) -> str:
    try:
        return text.encode("utf-16", "surrogatepass").decode("utf-16")
    except UnicodeDecodeError:
        raise QueryFailed("the query has half a sign (a lone surrogate); write the sign itself") from None


def _kept(part: re.Match[str]) -> str:
    if part.lastgroup == "open":
        line = part.string.count("\n", 0, part.start()) + 1
        raise QueryFailed(f"what {part[0]} opens in line {line} has no end; close it with the same sign")
    if part.lastgroup == "other" and _is_hidden(part[0]):
        raise QueryFailed(
            f"U+{ord(part[0]):04X} can't be seen and may split words; only texts may have it, take it out"
        )
    if part.lastgroup != "comment":
        return part[0]
    if LINE_ENDS.search(part[0]):
        raise QueryFailed("a comment has a line end of an unusual kind; leave the comment out")
    return "".join(sign if sign in "\r\n" else " " for sign in part[0])


def _is_hidden(sign: str) -> bool:
    return sign not in "\t\r\n" and unicodedata.category(sign) in ("Cc", "Cf", "Cn", "Co", "Cs")


def _is_blank(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign)[0] == "Z"


def _in_word(sign: str) -> bool:
    return sign != "$" and unicodedata.category(sign) in WORD_PARTS
