"""What two spellings of one name have in common, by its type: the ground on which names become one entity.

Read in order: script and accents, what a name is dressed in (articles, legal forms), then the words of each type. Whatever
tells two things apart stays: digits, letters, blocks and marks of a designation, initials of a person, years of an event.
"""

import re
from functools import lru_cache

from graph.lexicon.designations import designation
from graph.lexicon.naming import plain, unaccented, without_legal_form
from graph.lexicon.script import romanised, spelled_out
from graph.lexicon.spelling import load_words

_ACRONYM = re.compile(r"\b((?:[A-Z]\.){2,})(?![a-z])")
_ARTICLE = re.compile(r"(?<![a-z])(?:el|ul|(?:e|a)(?:d|dh|n|r|s|sh|t|z))[- ](?=[a-z])")
_ENGLISH_ARTICLE = re.compile(r"^(?:[Tt]he|THE|an?)\s+(?=.)")  # "A 400M" and "An Na" begin with none
_GIVEN = re.compile(r"(?=[A-Z])[A-Za-z]+ (?=[^\W\d_])")  # how a full name begins: the Ed of "Ed Davey" is no article
_SLAVIC = re.compile(r"(?<=\w{3})(?:iy|yy|ii|yi|ij)$")  # the ending of Zelensky and Valery, however it is spelled
_OF = re.compile(r"^(strait|sea|isle) of (.+)$")
_LEGAL_TYPES = ("Firm", "Group")


def make_key(type_: str, name: str) -> str:
    """The same for all spellings of a name of that type, and without spaces: "F-35A" and "f 35A" are "f35a"."""
    words = name_words(type_, name)
    if type_ == "System":
        return re.sub(r"(?<=\d) (?=\d)", ".", words).replace(". ", ".").replace(" ", "")
    return words.replace(" ", "")


@lru_cache(maxsize=65536)
def name_words(type_: str, name: str) -> str:
    """The words of a name as all its spellings share them, in ASCII and lower case, joined by single spaces."""
    bare = _ACRONYM.sub(lambda found: found[1].replace(".", ""), plain(romanised(name)))
    bare = re.sub(r"'s?$", "", _ENGLISH_ARTICLE.sub("", bare))
    if type_ in _LEGAL_TYPES:
        bare = without_legal_form(bare) or bare
    text = _ascii(bare).lower().replace("&", " and ")
    if type_ == "System":
        return designation(text)
    text = text.replace("'", "")
    given = _GIVEN.match(_ascii(bare)) if type_ == "Person" else None
    first = given[0].lower() if given else ""
    if type_ in ("Person", "Group", "Place"):
        text = first + _ARTICLE.sub("al ", text.removeprefix(first))
    tokens = re.findall(r"[a-z0-9+]+", text)
    common = load_words(type_)
    if type_ == "Person":
        tokens = [_SLAVIC.sub("y", token) for token in tokens]
    kept = [common.get(token, token) for token in tokens]
    start = 1 if first else 0
    return _ordered(type_, " ".join([*kept[:start], *_without_fillers(type_, kept[start:])]))


def _ascii(text: str) -> str:
    return unaccented("".join(letter if unaccented(letter) else spelled_out(letter) for letter in text))


def _without_fillers(type_: str, tokens: list[str]) -> list[str]:
    fillers = ("and", "al") if type_ in ("Person", "Place") else ("and",)
    if all(len(token) == 1 for token in tokens if token not in fillers):
        return tokens  # B&T is not BT
    return [token for token in tokens if token not in fillers] or tokens


def _ordered(type_: str, words: str) -> str:
    """The words in one order: the year of an event last, "Strait of Hormuz" as "Hormuz Strait"."""
    if type_ in ("Event", "Agreement"):
        return re.sub(r"^((?:19|20)\d\d) (.+)$", r"\2 \1", words)
    return _OF.sub(r"\2 \1", words) if type_ == "Place" else words
