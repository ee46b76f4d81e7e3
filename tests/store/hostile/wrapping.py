"""Hostile statements in every disguise: drawn from a seed, so that each run tries the same ones."""

import random
from collections.abc import Callable, Iterator
from pathlib import Path

import yaml

HERE = Path(__file__).parent
BLANKS = (" ", "\t", "\n", "\r\n", "  ", "\u00a0", "\u2003", "\u2028", "\u3000", "\x0b", "\x0c", "\x1f", "\u200b")
COMMENTS = ("/**/", "/* RETURN 1 */", "/* ' */", "// EXPLAIN\n", "/* \u2028 */", "// \\u000a\n", "/*\n*/", '// "\n')
PREFIXES = ("EXPLAIN ", "PROFILE ", "CYPHER 5 ", "EXPLAIN EXPLAIN ", "CYPHER 5 EXPLAIN ", "CYPHER runtime=slotted ")
FRAMES = (
    "CALL { %s } RETURN 1",
    "CALL () { %s } RETURN 1 AS one",
    "RETURN 1 AS n UNION %s",
    "UNWIND [1] AS one CALL (one) { %s } IN TRANSACTIONS OF 1 ROWS RETURN one",
    "MATCH (m) WITH m LIMIT 1 %s",
    "RETURN EXISTS { %s } AS found",
    "RETURN [one IN [1] | COLLECT { %s }] AS found",
    "RETURN COUNT { CALL { %s } RETURN 1 } AS found",
    "RETURN '\\\\' AS back, 1 AS one; %s",
    "FOREACH (one IN [1] | %s)",
    'WITH "it\'s" AS said %s',
    "%s;",
)


def read_statements(web: str, files: tuple[str, ...]) -> list[str]:
    """The hand-written statements, aimed at these files and this address."""
    kinds: dict[str, list[str]] = yaml.safe_load((HERE / "statements.yml").read_text(encoding="utf-8"))
    written = [each.replace("WEB", web) for kind in kinds.values() for each in kind]
    return [each.replace("FILE", file) for file in files for each in written]


def iter_hostile(written: list[str], count: int, seed: int = 6) -> Iterator[str]:
    """So many different statements: the hand-written ones first, then each in up to four disguises."""
    chance, seen = random.Random(seed), set(written)
    yield from written[:count]
    while len(seen) < count:
        statement = chance.choice(written)
        for disguise in chance.sample(DISGUISES, chance.randint(1, 4)):
            statement = disguise(statement, chance)
        if statement not in seen:
            seen.add(statement)
            yield statement


def _cased(statement: str, chance: random.Random) -> str:
    return "".join(chance.choice((sign.lower(), sign.upper())) if sign.isascii() else sign for sign in statement)


def _escaped(statement: str, chance: random.Random) -> str:
    rare = chance.choice((0.02, 0.1, 0.5))
    return "".join(_escape(sign, chance) if chance.random() < rare else sign for sign in statement)


def _escape(sign: str, chance: random.Random) -> str:
    return "\\" + "u" * chance.choice((1, 1, 1, 2)) + f"{ord(sign):04{chance.choice('xX')}}"


def _blanked(statement: str, chance: random.Random) -> str:
    return "".join(chance.choice(BLANKS) if sign == " " and chance.random() < 0.4 else sign for sign in statement)


def _commented(statement: str, chance: random.Random) -> str:
    return "".join(chance.choice(COMMENTS) if sign == " " and chance.random() < 0.3 else sign for sign in statement)


def _quoted(statement: str, chance: random.Random) -> str:
    words = statement.split(" ")
    place = chance.randrange(len(words))
    head, bracket, rest = words[place].partition("(")
    words[place] = ".".join(f"`{part}`" for part in head.split(".")) + bracket + rest
    return " ".join(words)


def _framed(statement: str, chance: random.Random) -> str:
    return chance.choice(FRAMES).replace("%s", statement)


def _prefixed(statement: str, chance: random.Random) -> str:
    return chance.choice((*COMMENTS, "")) + chance.choice(PREFIXES) + statement


DISGUISES: tuple[Callable[[str, random.Random], str], ...] = (
    _cased,
    _escaped,
    _blanked,
    _commented,
    _quoted,
    _framed,
    _framed,
    _prefixed,
)
