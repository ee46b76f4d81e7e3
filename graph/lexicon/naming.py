"""How names become ids and how two spellings of a name are compared."""

import re
import unicodedata
from functools import lru_cache

from graph.records import content_hash

LONGEST_SLUG, HEAD = 200, 183  # a longer one is cut after its head, and told apart by a digest of all of it
_LETTERS = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "ı": "i",
        "ł": "l",
        "Ł": "L",
        "ø": "o",
        "Ø": "O",
        "đ": "d",
        "Đ": "D",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
    }
)
_LEGAL = re.compile(
    r"[\s,]+(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|GmbH|AG|SE|PLC|plc|LLC|L\.L\.C|SpA|S\.p\.A|S\.A|AB|SA|AS|ASA"
    r"|Oy|Oyj|NV|N\.V|BV|Pvt|Private|Co|Company|Group|Holdings?)\.?$"
)


def plain(text: str) -> str:
    """The text with typographic quotes, hyphens and spaces made plain; offsets stay the same."""
    return text.translate(_PLAIN)


_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "‑": "-", "‐": "-", "−": "-", "\n": " ", "\t": " ", "\r": " ", "\u00a0": " ", "\u202f": " "}
)


def folded(text: str) -> str:
    """The text in lower case, letter by letter, so that offsets stay the same."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text)


def unaccented(text: str) -> str:
    """The text in plain ASCII letters: Türkiye becomes Turkiye."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_LETTERS))
    return decomposed.encode("ascii", "ignore").decode()


def slug(name: str) -> str:
    """The name as the part of an id: lower case, ASCII, words joined by hyphens ("Bayraktar TB2": bayraktar-tb2).

    However long the name is, an index of the store holds its slug.
    """
    words = re.sub(r"[^a-z0-9]+", "-", unaccented(name).lower().replace("'", "").replace("+", "-plus")).strip("-")
    return words if len(words) <= LONGEST_SLUG else f"{words[:HEAD].rstrip('-')}-{content_hash(words)}"


def make_id(type_: str, name: str) -> str:
    """An entity's id from its type and canonical name ("System", "Bayraktar TB2": system:bayraktar-tb2).

    A name without a letter that can be spelled in ASCII, such as "🚀", has a digest in its place.
    """
    return f"{type_.lower()}:{slug(name) or f'unnamed-{content_hash(name)}'}"


def without_legal_form(name: str) -> str:
    """A firm's name without what it is registered as: "Lockheed Martin Corp." is Lockheed Martin."""
    shorter = _LEGAL.sub("", name)
    while shorter != name:
        name, shorter = shorter, _LEGAL.sub("", shorter)
    return name


@lru_cache(maxsize=65536)
def fingerprint(name: str) -> str:
    """What two spellings of one name have in common: no accents, case, article, possessive, spaces or hyphens.

    Digits and letters all stay, so TB2 is never TB3; "F-35", "F35" and "f 35" are one.
    """
    bare = re.sub(r"^(?:the|a|an)\s+", "", plain(name), flags=re.IGNORECASE)
    bare = re.sub(r"'s?$", "", bare)
    return re.sub(r"[^a-z0-9+]+", "", unaccented(without_legal_form(bare)).lower())
