"""Organisations, places, agreements and events that no lexicon lists, known by the last or first word of their names."""

import re
from collections.abc import Iterator

from graph.extract.spans import PATTERN, Candidate
from graph.extract.words import Words
from graph.lexicon.entries import Suffixes
from graph.lexicon.lexicon import Lexicon

_YEAR = re.compile(r"(?:19|20)\d\d$")
_LONGEST = {"Firm": 6, "Group": 9, "Place": 4, "Agreement": 8, "Event": 6}
_AFTER_START = 3


def find_organisations(words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names recognised by how they end ("... Aeronautics", "... Air Show") or begin ("Camp ...", "Treaty on ...")."""
    tails, starts = lexicon.tails, lexicon.starts
    for token, text in enumerate(words.texts):
        if text in tails:
            for type_, phrase in tails[text]:
                yield from _ending_in(token, type_, phrase, words, lexicon)
        if text in starts:
            for type_, phrase in starts[text]:
                yield from _starting_with(token, type_, phrase, words)


def _ending_in(token: int, type_: str, phrase: tuple[str, ...], words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """The name that the tail ends, if one or more capitalised words stand before it."""
    head = token - len(phrase) + 1
    if head < 0 or tuple(words.texts[head : token + 1]) != phrase:
        return
    suffixes = lexicon.suffixes
    first = _apart(_first(head, type_, words, suffixes), head, words, lexicon)
    last = _last(token, type_, words, suffixes)
    if first < head or last > token:
        yield _candidate(first, last, type_, words)


def _first(head: int, type_: str, words: Words, suffixes: Suffixes) -> int:
    """The first word of the name: capitalised words and what may join them, sentence openers cut off."""
    joints, openers = suffixes.joints[type_], suffixes.openers
    first = head
    while first > 0 and head - first < _LONGEST[type_] and _continues(first - 1, head, joints, words):
        first -= 1
    while first < head and (words.texts[first] in openers or (words.texts[first].isdigit() and type_ != "Event")):
        first += 1
    return first


def _apart(first: int, head: int, words: Words, lexicon: Lexicon) -> int:
    """The first word after a known name that "and" joins to the one that ends here ("U.S. and Coalition")."""
    for token in range(first + 1, head):
        before = words.text[words.starts[first] : words.ends[token - 1]].lower()
        if words.texts[token] == "and" and before in lexicon.surfaces:
            return token + 1
    return first


def _continues(token: int, head: int, joints: tuple[str, ...], words: Words) -> bool:
    text = words.texts[token]
    if words.sentences[token] != words.sentences[head] or words.starts[token + 1] - words.ends[token] > 1:
        return False
    return text in joints or ((text[:1].isupper() or text[:1].isdigit()) and not text.endswith("'s"))


def _last(token: int, type_: str, words: Words, suffixes: Suffixes) -> int:
    """The last word of the name: what a link word adds after the tail ("of India Ltd"), or an event's year."""
    links = suffixes.links.get(type_, ())
    last = at = token
    while at + 1 < len(words) and at - token < _LONGEST[type_] and words.sentences[at + 1] == words.sentences[token]:
        at += 1
        text = words.texts[at]
        if text[:1].isupper() and links and at > token + 1:
            last = at
        elif type_ == "Event" and _YEAR.match(text):
            return at
        elif text not in links:
            break
    return last


def _starting_with(token: int, type_: str, phrase: tuple[str, ...], words: Words) -> Iterator[Candidate]:
    after = token + len(phrase)
    if tuple(words.texts[token:after]) != phrase:
        return
    last = after - 1
    while last + 1 < len(words) and last - after + 1 < _AFTER_START and _goes_on(last + 1, token, words):
        last += 1
    if last >= after and words.texts[after][:1].isupper():
        yield _candidate(token, last, type_, words)


def _goes_on(token: int, first: int, words: Words) -> bool:
    text = words.texts[token]
    return words.sentences[token] == words.sentences[first] and (text[:1].isupper() or text.isdigit())


def _candidate(first: int, last: int, type_: str, words: Words) -> Candidate:
    start, end = words.starts[first], words.ends[last]
    return Candidate(start, end, type_, words.text[start:end], "suffix", PATTERN)
