"""The grammar of designations: what in "F-16C Block 52" is identity, and which names are variants of one another.

Digits, letters, blocks and marks are identity; hyphens, spaces and the numerals they are written in are not.
"""

import re
from collections.abc import Mapping

from graph.lexicon.entries import System

_MARK = re.compile(r"\b(mk|mark|mod|block|blk|tranche|batch)[ .-]*(\d+|[ivx]+)(?=[a-z]?\b)")
_MARKS = {"mark": "mk", "blk": "block"}
_ROMAN = {
    "i": "1",
    "ii": "2",
    "iii": "3",
    "iv": "4",
    "v": "5",
    "vi": "6",
    "vii": "7",
    "viii": "8",
    "ix": "9",
    "x": "10",
}
_NUMERAL = re.compile(r"(?<=[a-z]{3}[ -])(?:(ii|iii|iv|vi|vii|viii)\b|(i|v)$)")
_STORES = re.compile(r"(?<=\d)/b\b")  # "GBU-53/B": the letter that all free-falling stores have
_ROLE = re.compile(r"(?<=\d)[a-z]{1,4}\d{0,2}[a-z]?$|(?<=\d)[a-z]?\d*(?:mk|block)\d+[a-z]?$")
_NICKNAME = re.compile(r"(?!block|tranche)[a-z]{4,}\d*")
_GRADES = ("er", "mr", "lr", "xr", "ng", "nlos")
_NUMBER = re.compile(r"([a-z]+)(\d+)")
_SHORT = 3  # letters of a token that go with the number beside it: "UH 60 M" is UH-60M, "Hermes 900" two words


def designation(text: str) -> str:
    """The words of a system's name in one spelling: "mark ii" and "mk 2" are "mk2", "uh 60 m" is "uh-60m".

    The text must be in lower case and ASCII. Numbers side by side stay apart, since "2000-5" isn't 20005.
    """
    text = _STORES.sub("", re.sub(r"[-_ ]class\b", " class", text))
    text = re.sub(r"(?<=\d)(?=(?:mk|block|tranche)\d)", " ", text)
    text = _MARK.sub(lambda found: " " + _MARKS.get(found[1], found[1]) + _ROMAN.get(found[2], found[2]), text)
    text = _NUMERAL.sub(lambda found: _ROMAN[found[0]], text)
    tokens = re.findall(r"[a-z0-9+]+", re.sub(r"(?<=[a-z]{4})(?<!block)(?<!tranche)(?<!batch)(?=\d)", " ", text))
    return re.sub(r"^((?:block|tranche|batch)\d+[a-z]?) (.+)$", r"\2 \1", " ".join(_joined(tokens)))


def is_variant(name: str, other: str) -> bool:
    """Whether another name differs from a system's in what is identity: "t-90 m" of "t-90", "buk m2" of "buk m1".

    Both in the words of one spelling. A word or an acronym beside the designation ("agm88 harm") is no identity, and a
    short name without a number ("orlan" for "orlan10") is the system itself.
    """
    one, two = name.replace(" ", ""), other.replace(" ", "")
    if one == two or not one or not two:
        return False
    if _NUMBER.match(one) and _numbered(one) != _numbered(two) and _numbered(one)[0] == _numbered(two)[0]:
        return True
    if len(name.split()[-1]) == len(other.split()[-1]) == 1 and name.split()[:-1] == other.split()[:-1]:
        return True
    short, long = sorted((one, two), key=len)
    rest = long.removeprefix(short)
    if rest in _GRADES:
        return True
    if not any(letter.isdigit() for letter in two):
        return False
    is_word = len(rest) > 2 and rest.isalpha() and rest in (*name.split(), *other.split())
    return rest != long and not is_word and not _NICKNAME.fullmatch(rest)


def _without(name: str, system: str) -> str:
    """The words of a name without the nickname that it shares with the system's: "ch47f chinook" of "ch47 chinook"."""
    _, _, nickname = system.partition(" ")
    shared = len(nickname) > 2 and nickname.replace(" ", "").isalpha()
    return name.removesuffix(f" {nickname}") if shared else name


def _numbered(name: str) -> tuple[str, str]:
    found = _NUMBER.match(name)
    return (found[1], found[2]) if found else ("", "")


def split_variants(system: System, words: Mapping[str, str]) -> list[System]:
    """The system and those of its other names that are variants of it, each a system of its own of the family.

    `words` gives each name's in one spelling.
    """
    own: list[str] = []
    variants: dict[str, list[str]] = {}
    bare = {name: _without(words[name], words[system.name]) for name in words}
    for alias in sorted(system.aliases, key=lambda alias: len(bare[alias])):
        plural = alias.endswith("s") and alias[-2].isdigit()
        varies = any(is_variant(bare[name], bare[alias]) for name in (system.name, *own)) and not plural
        (variants.setdefault(bare[alias].replace(" ", ""), []) if varies else own).append(alias)
    family = system.family or system.name
    split = [
        System(name=first, maker=system.maker, aliases=tuple(rest), family=family) for first, *rest in variants.values()
    ]
    return [system.model_copy(update={"aliases": tuple(own)}), *split]


def base_names(key: str) -> list[str]:
    """What a designation without spaces may be a variant of, the longest first: "f35a": "f35"."""
    shorter = [_ROLE.sub("", key, count=1), re.sub(r"(?:mk|block|tranche)\d+[a-z]?$", "", key)]
    shorter += [re.sub(r"(?<=\d)[a-z]+\d+[a-z]?$", "", key), re.sub(r"(?<=\d)[a-z]{1,4}$", "", key)]
    return [name for name in dict.fromkeys(shorter) if name and name != key]


def _joined(tokens: list[str]) -> list[str]:
    """Short letters put to the number beside them: ["uh", "60", "m"] is ["uh60m"]."""
    joined: list[str] = []
    for token in tokens:
        before = joined[-1] if joined else ""
        touches = bool(before) and before[-1].isdigit() != token[0].isdigit()
        short = len(token) <= _SHORT or token[0].isdigit() or any(letter.isdigit() for letter in token)
        if touches and short and _letters_beside(before) <= _SHORT and not _is_mark(token, before):
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def _is_mark(*tokens: str) -> bool:
    return any(token.startswith(("mk", "block", "tranche", "batch")) for token in tokens)


def _letters_beside(token: str) -> int:
    found = re.search(r"[a-z]*$", token)
    return len(found[0]) if found else 0
