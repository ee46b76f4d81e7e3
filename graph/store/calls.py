"""What a stranger's query may call and show, seen in its text before it reaches the server; the names are data."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

import yaml

from graph.errors import QueryFailed, QueryRefused
from graph.store.cypher_tokens import Token, read_tokens, spell_out
from graph.store.statements import STORE

MOST_BYTES = 200_000
DEEPEST = 100
MOST_MATCHES = 60  # a planner needs seconds for some hundred, and no timeout reaches it
MOST_STEPS = 300
LONGEST_NAME = 80  # of a name in a refusal

START = Token("start", "")


def check_text(query: str) -> str:
    """The query as it may be sent, escapes spelled out, comments blank. Raises QueryRefused or QueryFailed otherwise."""
    if len(query.encode("utf-8", "replace")) > MOST_BYTES:
        raise QueryFailed(f"the query is longer than {MOST_BYTES:,} bytes; give long lists as parameters")
    spelled = spell_out(query)
    tokens = read_tokens(spelled)
    check_depth("".join(token.text for token in tokens if token.kind == "sign"))
    _check_size(tokens)
    _check_one(tokens)
    _check_commands(tokens)
    for name, follows_call in _iter_called(tokens):
        check_procedure(name) if follows_call else _check_function(name)
    return spelled


def check_depth(query: str) -> None:
    """Refuse brackets nested so deep that the server's parser would run out of stack and never answer."""
    depth = 0
    for sign in query:
        depth += (sign in "([{") - (sign in ")]}")
        if depth > DEEPEST:
            raise QueryFailed(f"brackets are nested more than {DEEPEST} deep; write it in a flatter way")


def check_procedure(name: str) -> None:
    """Let a procedure pass that is known only to read the graph. Raises QueryRefused otherwise."""
    if name.lower() not in _lower("procedures"):
        allowed = ", ".join(_data()["procedures"])
        raise QueryRefused(f"the procedure {_short(name)} is not among those allowed here: {allowed}")


def allowed(kind: str) -> list[str]:
    """The names of the `functions` or `procedures` that a query may call, as Neo4j writes them."""
    return list(_data()[kind])


def _check_function(name: str) -> None:
    if name.lower() not in _lower("functions") and name.lower() not in _lower("words"):
        raise QueryRefused(
            f"the function {_short(name)} is not among those allowed here; SHOW FUNCTIONS lists what Neo4j has"
        )


def _short(name: str) -> str:
    """A name as one short line: in backticks it may have any signs, and any number of them."""
    line = " ".join(name.split())
    return line if len(line) <= LONGEST_NAME else f"{line[:LONGEST_NAME]}…"


def _check_size(tokens: Sequence[Token]) -> None:
    steps = sum(
        token.text in "-–—" and before.text in ("-", "]", ")", "<") for before, token in pairwise((START, *tokens))
    )
    matches = sum(token.says("match", "exists", "count", "collect", "union") for token in tokens)
    if matches > MOST_MATCHES or steps > MOST_STEPS:
        raise QueryFailed(
            f"planning the query could take the server minutes: at most {MOST_MATCHES} clauses that match "
            f"and {MOST_STEPS} steps in patterns are allowed; ask in several queries"
        )


def _check_one(tokens: Sequence[Token]) -> None:
    signs = [place for place, token in enumerate(tokens) if token == Token("sign", ";")]
    if signs and any(token.text != ";" for token in tokens[signs[0] :]):
        raise QueryFailed("only one statement can be run at a time; take out what follows the semicolon")


def _check_commands(tokens: Sequence[Token]) -> None:
    rest = _without_prefixes(tokens)
    if rest and rest[0].says("show"):
        _check_shown(rest)
    if rest and rest[0].says("terminate"):
        raise QueryRefused("TERMINATE ends what others do; only reading is allowed here")
    for before, (token, after) in zip((START, *tokens), pairwise((*tokens, START)), strict=False):
        _check_pair(before, token, after)


def _check_pair(before: Token, token: Token, after: Token) -> None:
    if token.says("load") and after.says("csv"):
        raise QueryRefused("LOAD CSV reads files and web addresses; only the graph may be read here")
    if token.says("show", "terminate") and after.says("transaction", "transactions", "setting", "settings"):
        raise QueryRefused(f"{token.text.upper()} {after.text.upper()} is not about the graph; it is refused here")
    opens = before == START or before.text in ("{", "union", "all", "distinct", "explain") or before.text.isdigit()
    if token.says("use") and opens and after.kind in ("word", "quoted") and not after.says("as"):
        raise QueryRefused("USE turns to another database; only the graph of this store may be read here")


def _without_prefixes(tokens: Sequence[Token]) -> Sequence[Token]:
    seen: set[str] = set()
    rest = tokens
    while rest and rest[0].says("explain", "cypher"):
        prefix, rest = rest[0].text, rest[1:]
        if prefix in seen:
            raise QueryRefused(f"{prefix.upper()} stands twice before the query; write it once")
        seen.add(prefix)
        rest = rest[1:] if prefix == "cypher" and rest and rest[0].text.isdigit() else rest
        if prefix == "cypher" and len(rest) > 1 and rest[1].text == "=":
            raise QueryRefused("CYPHER with options changes how the server runs a query; leave the options out")
    return rest


def _check_shown(tokens: Sequence[Token]) -> None:
    for place, token in enumerate(tokens):
        if token.says("show"):
            words = (each for each in tokens[place + 1 :] if not each.says(*_lower("before_shown")))
            if not next(words, START).says(*_lower("shown")):
                raise QueryRefused("SHOW may show INDEXES, CONSTRAINTS, FUNCTIONS and PROCEDURES here, nothing else")


def _iter_called(tokens: Sequence[Token]) -> Iterator[tuple[str, bool]]:
    """Each name before a bracket, and each with dots after CALL; whether it follows CALL."""
    place = 0
    while place < len(tokens):
        if tokens[place].kind not in ("word", "quoted"):
            place += 1
            continue
        start, place = place, _end_of_name(tokens, place)
        name = "".join(token.text for token in tokens[start:place])
        before = tokens[start - 1] if start else START
        bracket = place < len(tokens) and tokens[place].text == "("
        if before.says("call") and (bracket or "." in name):
            yield name, True
        elif bracket and not name.isdigit() and not _is_hint(tokens[max(0, start - 4) : start]):
            yield name, False


def _end_of_name(tokens: Sequence[Token], place: int) -> int:
    place += 1
    while place + 1 < len(tokens) and tokens[place].text == "." and tokens[place + 1].kind in ("word", "quoted"):
        place += 2
    return place


def _is_hint(before: Sequence[Token]) -> bool:
    """Whether a label follows in USING INDEX node:Label(property), where the bracket calls nothing."""
    words = [token.text for token in before]
    return len(words) == 4 and words[-1] == ":" and (words[-3] in ("index", "seek") or words[-3] == "scan")


@cache
def _data() -> Mapping[str, Any]:
    data = yaml.safe_load((STORE / "allowed.yml").read_text(encoding="utf-8"))
    return {key: value if key == "procedures" else list(_flat(value)) for key, value in data.items()}


@cache
def _lower(key: str) -> frozenset[str]:
    return frozenset(name.lower() for name in _data()[key])


def _flat(value: Any) -> Iterable[str]:
    if isinstance(value, str):
        yield value
    else:
        for each in value.values() if isinstance(value, dict) else value:
            yield from _flat(each)
