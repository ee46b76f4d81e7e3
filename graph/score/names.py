"""When two names mean the same thing to a reader: by their words, not by how they are written."""

import re
import unicodedata
from collections.abc import Sequence

_POSSESSIVE = re.compile(r"['’]s\b")
_MARKS = re.compile(r"[^\w\s]")
_ARTICLE = re.compile(r"^\s*(the|a|an)\s+")
_LEGAL = re.compile(
    r"\b(ag|gmbh|inc|incorporated|corp|corporation|co|company|ltd|limited|plc|llc|sa|spa|nv|bv|as|asa|oy|oyj|ab|kk"
    r"|group|holding|holdings)\b"
)
_WORD = re.compile(r"[\w-]+")
_DIGIT = re.compile(r"\d")
CLASSES = ("System", "Agreement", "Group")  # types of which texts also name a whole class: "battle tanks"


def fold(name: str) -> str:
    """One comparable form of a name: no accents, case, article, possessive, punctuation or legal suffix."""
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", name) if not unicodedata.combining(mark)).casefold()
    plain = _ARTICLE.sub("", _MARKS.sub(" ", _POSSESSIVE.sub("", bare)))
    return " ".join(_LEGAL.sub(" ", plain).split()) or " ".join(plain.split())


def names_same(wanted: str, type: str | None, names: Sequence[str]) -> bool:
    """Whether one of the names is the wanted one; classes of things of some types agree by their head noun."""
    if fold(wanted) in {fold(name) for name in names}:
        return True
    if type not in CLASSES or not is_class(wanted):
        return False
    return any(is_class(name) and _head(name) == _head(wanted) for name in names)


def is_class(name: str) -> bool:
    """Whether a name means a class of things ("battle tanks"), not a designation: its last word is in lower case."""
    words = name.split()
    return bool(words) and words[-1][0].islower() and not _DIGIT.search(name)


def _head(name: str) -> str:
    words: list[str] = _WORD.findall(name.casefold())
    word = words[-1] if words else ""
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word
