"""Short forms that a text introduces itself: acronyms in parentheses after a name, surnames after a full one."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from graph.extract.spans import LEXICON, RECOGNISED, Candidate
from graph.extract.words import Words
from graph.lexicon.keys import name_words
from graph.lexicon.lexicon import Lexicon

_ACRONYM = re.compile(r"s? ?\((?:the )?['\"]?([A-Z][A-Za-z&./-]{1,11}?)['\"]?s?\)")
_HALVES = {"North": "PRK", "South": "KOR"}
_MARK = re.compile(r"(?:Mk|MK|Mark)[ .-]?(?:\d+[A-Z]?|[IVX]+)$")
_GENERATION = re.compile(r",? (?:Jr|Sr|I{2,3}|IV)\.?$")


def find_repeats(names: Sequence[Candidate], words: Words, lexicon: Lexicon) -> list[Candidate]:
    """The names, those that are short forms of another now naming the same thing, and the short forms not seen before."""
    names = [*_with_families(names), *_halves(names, words, lexicon)]
    short = _acronyms(names, words) | _surnames(names)
    if not short:
        return sorted(names, key=lambda name: name.start)
    taken = {index for name in names for index in words.covering(name.start, name.end)}
    others = {token for token in _after_first_names(short, words, lexicon) if token - 1 not in taken}
    kept = [name if words.covering(name.start, name.end)[0] in others else _same_as(name, short) for name in names]
    for token, text in enumerate(words.texts):
        full = short.get(text) or (short.get(text[:-1]) if text.endswith("s") else None)
        if full and token not in taken and token not in others:
            kept.append(_short_form(full, words.starts[token], words.ends[token], text))
    return sorted(kept, key=lambda name: name.start)


def _with_families(names: Sequence[Candidate]) -> list[Candidate]:
    """ "Astra Mk1 ... Mk2": a bare mark belongs to the family whose mark was named last."""
    family = ""
    full = []
    for name in names:
        if name.type == "System" and (mark := _MARK.search(name.text)):
            if mark.start():
                family = name.text[: mark.start()]
            elif family:
                name = replace(name, text=f"{family}{name.text}")
        full.append(name)
    return full


def _halves(names: Sequence[Candidate], words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "The North" and "the South" where a text names one of both Koreas."""
    if not any(name.entry and name.entry.id in _HALVES.values() for name in names):
        return
    taken = {index for name in names for index in words.covering(name.start, name.end)}
    for token, text in enumerate(words.texts):
        if text in _HALVES and token not in taken and _stands_for_a_half(token, words):
            entry = lexicon.entries[_HALVES[text]]
            yield Candidate(words.starts[token], words.ends[token], "State", text, "lexicon", LEXICON, entry)


def _stands_for_a_half(token: int, words: Words) -> bool:
    after = words.texts[token + 1] if token + 1 < len(words) else "."
    return token > 0 and words.lower[token - 1] == "the" and not after[:1].isupper() and after not in ("-", "of", "and")


def _acronyms(names: Sequence[Candidate], words: Words) -> dict[str, Candidate]:
    found = {}
    for name in names:
        match = _ACRONYM.match(words.text, name.end)
        if match and _abbreviates(match.group(1), name):
            found[match.group(1)] = name
    return found


def _abbreviates(short: str, name: Candidate) -> bool:
    """Whether the letters could stand for the name: they begin alike, or the name is several words long."""
    if name.type == "Person" or (name.type == "State" and name.sense in ("adjective", "people")):
        return False
    capitals = [letter for letter in short if letter.isupper()]
    initials = [word[0].upper() for word in re.split(r"[\s-]+", name.text) if word]
    return len(initials) > 1 and len(capitals) > 1 and capitals[0] in initials


def _surnames(names: Sequence[Candidate]) -> dict[str, Candidate]:
    """Whom each surname stands for; one that two persons of the text share stands for neither."""
    found: dict[str, Candidate] = {}
    shared = set()
    for name in names:
        if name.type == "Person" and " " in name.text:
            last = _GENERATION.sub("", name.text).rsplit(" ", 1)[-1]
            if len(last) > 1 and not _may_be_one(found.setdefault(last, name), name):
                shared.add(last)
    return {last: name for last, name in found.items() if last not in shared}


def _may_be_one(one: Candidate, other: Candidate) -> bool:
    """Whether all words of one person's name are in the other's too: "Donald Trump", "President Donald J. Trump"."""
    first, second = (set(name_words("Person", name.text).split()) for name in (one, other))
    return first <= second or second <= first


def _after_first_names(short: Mapping[str, Candidate], words: Words, lexicon: Lexicon) -> Iterator[int]:
    """Surnames right after what looks like somebody's first name: "Khan" in "Imran Khan", be it Ahmed's too."""
    titled = {title.end() for title in lexicon.title_words.finditer(words.text)}
    for token in range(1, len(words)):
        full, before = short.get(words.texts[token]), token - 1
        if full and full.type == "Person" and words.starts[token] not in titled:
            together = words.sentences[before] == words.sentences[token]
            if together and words.tags[before] == "PROPN" and words.texts[before].istitle():
                yield token


def _same_as(name: Candidate, short: dict[str, Candidate]) -> Candidate:
    full = short.get(name.text)
    trusted = name.rank < RECOGNISED and name.entry is not None
    if full is None or full is name or trusted:
        return name
    return _short_form(full, name.start, name.end, name.text)


def _short_form(full: Candidate, start: int, end: int, text: str) -> Candidate:
    how = "surname" if full.type == "Person" else "acronym"
    return replace(full, start=start, end=end, how=how, rank=RECOGNISED)
