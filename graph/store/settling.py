"""Conditions of a statement that known values decide, taken out of it: what is left means exactly the same.

Only what is sure: `x OR true` is true and `x AND true` is x whatever x is, null as well. All else stays as it is.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

Tokens = list[str]
Span = tuple[int, int]  # of tokens, the end not among them

TOKEN = re.compile(
    r"//[^\n]*|/\*.*?\*/|'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`(?:[^`]|``)*`|(?:STARTS|ENDS)\s+WITH\b|\$?\w+|\s+|.",
    re.DOTALL,
)
_OPEN, _CLOSE = ("(", "[", "{", "CASE"), (")", "]", "}", "END")
_CLAUSES = ("MATCH", "OPTIONAL", "RETURN", "WITH", "ORDER", "UNWIND", "CALL", "USING", "UNION", "LIMIT", "SKIP", "SET")
_BEFORE = ("WHERE", "AND", "OR", "(")  # what stands before a whole condition
_AFTER = ("AND", "OR", ")", "}", "|", "]", "", *_CLAUSES)  # and after it; "" is the end
TRUE, FALSE = "true", "false"


def settle(statement: str, values: Mapping[str, Any]) -> Tokens:
    """The statement's tokens, without the conditions that these values of its parameters decide."""
    tokens = _decide(TOKEN.findall(statement), values)
    while (simpler := _without_true(_joined(tokens))) != tokens:
        tokens = simpler
    return tokens


def _decide(tokens: Tokens, values: Mapping[str, Any]) -> Tokens:
    """Put true or false for what is asked of a parameter alone."""
    for at, token in enumerate(tokens):
        if token.startswith("$") and token[1:] in values and _before(tokens, at) in _BEFORE:
            for length, answer in _answers(values[token[1:]], tokens, at):
                if _said(tokens, at, length + 1)[length:] in ([after] for after in _AFTER):
                    end = _reach(tokens, at, length)
                    return _decide([*tokens[:at], answer, *tokens[end:]], values)
    return tokens


def _answers(value: Any, tokens: Tokens, at: int) -> Sequence[tuple[int, str]]:
    """How many tokens ask what of a value, and the answer; none where they ask nothing that we know."""
    said = _said(tokens, at, 4)
    if said[1:3] == ["IS", "NULL"]:
        return [(3, TRUE if value is None else FALSE)]
    if said[1:4] == ["IS", "NOT", "NULL"]:
        return [(4, FALSE if value is None else TRUE)]
    if said[1:2] == ["="] and isinstance(value, str) and re.fullmatch(r"'\w*'", said[2]):
        return [(3, TRUE if said[2] == f"'{value}'" else FALSE)]
    return []


def _joined(tokens: Tokens) -> Tokens:
    """Without alternatives that are false; where one is true the others go."""
    for start, end in _conditions(tokens):
        parts = _parts(tokens, start, end)
        known = [_words(tokens[first:last]) for first, last in parts]
        if len(parts) > 1 and [TRUE] in known:
            return [*tokens[:start], TRUE, *_blank_after(tokens, start, end), *tokens[end:]]
        if len(parts) > 1 and [FALSE] in known:
            gone = known.index([FALSE])
            first, last = (
                (parts[0][0], _next(tokens, parts[1][0])) if gone == 0 else (parts[gone - 1][1], parts[gone][1])
            )
            return [*tokens[:first], *tokens[last:]]
    return tokens


def _without_true(tokens: Tokens) -> Tokens:
    """Without a true or false that is asked beside something else, or for itself."""
    for at, token in enumerate(tokens):
        if token in (TRUE, FALSE) and _before(tokens, at) in _BEFORE:
            start, end, put = _shorter(tokens, at)
            if tokens[start:end] != put:
                return [*tokens[:start], *put, *tokens[end:]]
    return tokens


def _shorter(tokens: Tokens, at: int) -> tuple[int, int, Tokens]:
    """The stretch round a true or false that can be said shorter, and how."""
    before, opened, after = _before(tokens, at), _last(tokens, at - 1), _next(tokens, at + 1)
    following, then = [*tokens[after : after + 1], ""][0], _next(tokens, after + 1)
    if before == "(" and following == ")" and _before(tokens, opened) in _BEFORE:
        return opened, after + 1, [tokens[at]]
    if following == "=" and [*tokens[then : then + 1], ""][0] == "(":
        return at, then, [] if tokens[at] == TRUE else ["NOT", " "]
    if tokens[at] == TRUE and following == "AND":
        return at, then, []
    alone = (before == "AND" and following in _AFTER) or (before == "WHERE" and following in ("", "}", *_CLAUSES))
    return (_last(tokens, opened - 1) + 1, at + 1, []) if tokens[at] == TRUE and alone else (at, at, [])


def _conditions(tokens: Tokens) -> list[Span]:
    """Where conditions stand: after each WHERE, and in brackets that are one."""
    found = []
    for at, token in enumerate(tokens):
        if token == "WHERE" or (token == "(" and _before(tokens, at) in _BEFORE):
            found.append((_next(tokens, at + 1), _end(tokens, at + 1, token)))
    return found


def _end(tokens: Tokens, start: int, opened: str) -> int:
    """Where a condition ends that begins there: before the bracket that closes it, or the next clause."""
    depth = 0
    for at in range(start, len(tokens)):
        depth += (tokens[at] in _OPEN) - (tokens[at] in _CLOSE)
        if depth < 0 or (depth == 0 and opened == "WHERE" and tokens[at] in ("|", *_CLAUSES)):
            return at
    return len(tokens)


def _parts(tokens: Tokens, start: int, end: int) -> list[Span]:
    """The alternatives of a condition; one where it is something else than alternatives."""
    depth, cuts = 0, []
    for at in range(start, end):
        depth += (tokens[at] in _OPEN) - (tokens[at] in _CLOSE)
        if depth == 0 and tokens[at] in ("XOR", "|", ",", "WHERE", *_CLAUSES):
            return [(start, end)]
        if depth == 0 and tokens[at] == "OR":
            cuts.append(at)
    edges = [start - 1, *cuts, end]
    return [(first + 1, last) for first, last in pairwise(edges)]


def _blank_after(tokens: Tokens, start: int, end: int) -> Tokens:
    """The blanks at the end of a stretch, which keep it apart from what comes next."""
    return tokens[_last(tokens, end - 1) + 1 : end] if end > start else []


def _words(tokens: Sequence[str]) -> list[str]:
    return [token for token in tokens if not _blank(token)]


def _said(tokens: Tokens, at: int, number: int) -> list[str]:
    """The next tokens that aren't blank; "" is the end."""
    words = _words(tokens[at : at + 3 * number])[:number]
    return words + [""] * (number - len(words))


def _reach(tokens: Tokens, at: int, number: int) -> int:
    """Where so many tokens that aren't blank end."""
    for _ in range(number):
        at = _next(tokens, at) + 1
    return at


def _before(tokens: Tokens, at: int) -> str:
    last = _last(tokens, at - 1)
    return tokens[last] if last >= 0 else ""


def _next(tokens: Tokens, at: int) -> int:
    while at < len(tokens) and _blank(tokens[at]):
        at += 1
    return at


def _last(tokens: Tokens, at: int) -> int:
    while at >= 0 and _blank(tokens[at]):
        at -= 1
    return at


def _blank(token: str) -> bool:
    return token.isspace() or token.startswith(("//", "/*"))
