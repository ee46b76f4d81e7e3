"""What somebody types into a search box, as a query for the full-text index."""

import re
import unicodedata
from itertools import pairwise

from graph.lexicon.forms import flat, wrong_letters

WORD = re.compile(r"[^\W_]+")
SIGNS = re.compile(r"[^\w\s]+")
MIXED = re.compile(r"^([^\W\d_]+)(\d[^\W_]*)$")
WORDS = 12
LONGEST = 200  # characters of what was typed that are read
# what the index leaves out (Lucene's English stop words), so that "Kingdom of Morocco" is found by all of it
LEFT_OUT = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "if",
        "in",
        "into",
        "is",
        "it",
        "no",
        "not",
        "of",
        "on",
        "or",
        "such",
        "that",
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "was",
        "will",
        "with",
    ]
)


def readable(text: str) -> str:
    """What was typed without what can't be sent: halves of characters that a careless paste leaves."""
    return text[:LONGEST].encode(errors="replace").decode().strip().lower()


def make_query(text: str, *, some: bool = False) -> str:
    """A Lucene query that wants every word: as it is, as the beginning of one, or with a letter or two wrong.

    A designation is found however it is parted: "F16" by F-16, "tb 2" by TB2. A single letter is no beginning: half the
    store begins with it. With `some`, one of the words is enough, so that what is near can be offered. Only letters,
    digits and pictures get into it, so nothing that is typed has a meaning of its own. Empty where there are none.
    """
    words = [word for word in WORD.findall(readable(text)) if word not in LEFT_OUT][:WORDS]
    if not words:
        return " AND ".join(f'"{run}"' for run in _pictures(readable(text)))
    clauses = [_clause(word) for word in words]
    if some:
        return " OR ".join(clauses)
    for place, (left, right) in enumerate(pairwise(words)):
        if right[0].isdigit() and left.isalpha() and len(left) <= 4:
            joined = flat(left + right)
            clauses[place : place + 2] = [f"(({clauses[place]} AND {clauses[place + 1]}) OR {joined}*^2)", ""]
    return " AND ".join(filter(None, clauses))


def _pictures(text: str) -> list[str]:
    """Runs of emoji and the like, without all else, for names that have no letters; the index parts them itself."""
    runs = SIGNS.findall("".join(sign if sign in "\u200d\ufe0f" or _is_picture(sign) else " " for sign in text))
    return [run for run in runs if any(map(_is_picture, run))][:WORDS]


def _is_picture(sign: str) -> bool:
    return unicodedata.category(sign) == "So" or "\U0001f3fb" <= sign <= "\U0001f3ff"


def _clause(word: str) -> str:
    plain, wrong = flat(word), wrong_letters(flat(word))
    near = f" OR {plain}~{wrong}" if wrong else ""
    begun = f" OR {plain}*^2" if len(plain) > 1 else ""
    parts = MIXED.match(plain)
    parted = f" OR ({parts[1]} AND {parts[2]}*)" if parts else ""
    return f"({word}^4{begun}{near}{parted})"
