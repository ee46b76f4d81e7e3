"""Names that the lexicon knows, found in a text: with their variants, and without the ordinary words that look like them."""

import re
from collections.abc import Iterator

from graph.extract.homonyms import find_other_sense
from graph.extract.spans import LEXICON, Candidate
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon, Match

# "S-300PMU-2", "S-300-PMU": what follows a hyphen is identity, also where the sentence ends with it; "-2.5" and "-2%" are none.
_HYPHENED = r"(?:-(?=[A-Z]*\d)[A-Z\d]{1,6}(?=s?(?!\w))(?![.,]\d|%)|-[A-Z]{1,3}(?!\w|-\d\d))"
# What may follow a family's name and make it a variant: F-35A, Leopard 2A4, Tejas Mk1A, F-16 Block 70, Su-30MKI.
_VARIANT = re.compile(
    rf"[A-Z]{{1,4}}\d{{0,3}}[A-Z]?(?=s?(?!\w))(?:[ -](?:Mk|Block) ?\d+\w?)?{_HYPHENED}*"
    r"|(?:[ -]?(?:Mk\.? ?|Mark |MK ?)(?:\d{1,2}[A-Z]?|[IVX]{1,4})\b|[ -](?:Block|Batch|Flight|Tranche|Increment) (?:\d+\w?|[IVX]{1,4})\b"
    rf"|[ -](?:[IVX]{{2,4}}|NG|ER|MR|LR|XR|TP|MX|SLCM|NLOS|EX|MSE)(?![\w'])|{_HYPHENED}| \d{{1,4}}[A-Z]{{0,3}}(?![\w,.%]|-\w))+"
)
_YEAR_BEFORE = re.compile(r"(?<!\d)((?:19|20)\d\d) $")
_YEAR_AFTER = re.compile(r" ((?:19|20)\d\d)(?!\d)")
_PROPER = {"PROPN", "NOUN", "ADJ", "NUM", "X"}


def find_known(words: Words, lexicon: Lexicon) -> list[Candidate]:
    """The names in the text that the lexicon lists, variants of known systems included."""
    matches = list(lexicon.find(words.text))
    return [candidate for match in matches for candidate in _read(match, words, lexicon)]


def _read(match: Match, words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    if match.surface.entry.type == "System":
        yield from _system(match, words, lexicon)
    elif match.surface.entry.type == "Event":
        yield _event(match, words)
    elif not (match.surface.doubtful and not _written_as_name(match, words)):
        yield find_other_sense(match, words, lexicon) or _candidate(match, words)


def _candidate(match: Match, words: Words) -> Candidate:
    surface = match.surface
    text = words.text[match.start : match.end]
    return Candidate(match.start, match.end, surface.entry.type, text, "lexicon", LEXICON, surface.entry, surface.sense)


def _system(match: Match, words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """A system's name, with what follows it where that makes it a variant; doubtful ones only where a variant proves them."""
    variant = _VARIANT.match(words.text, match.end)
    doubtful = match.surface.doubtful and not _names_a_system(match, words, lexicon)
    if variant and variant.group():
        text = words.text[match.start : variant.end()]
        family = match.surface.entry.family or match.surface.entry.id
        yield Candidate(match.start, variant.end(), "System", text, "designation", LEXICON, None, "name", family)
    elif not match.open_end and not doubtful:
        yield _candidate(match, words)


def _event(match: Match, words: Words) -> Candidate:
    """An event's name, the year before or after it included: each year's is an event of its own."""
    name = match.surface.entry.name
    if after := _YEAR_AFTER.match(words.text, match.end):
        return Candidate(match.start, after.end(), "Event", f"{name} {after[1]}", "lexicon", LEXICON)
    if before := _YEAR_BEFORE.search(words.text, max(0, match.start - 5), match.start):
        return Candidate(before.start(), match.end, "Event", f"{name} {before[1]}", "lexicon", LEXICON)
    return _candidate(match, words)


def _written_as_name(match: Match, words: Words) -> bool:
    """Whether the parse takes the word for a proper noun (or a demonym), and not because it begins a sentence."""
    tokens = words.covering(match.start, match.end)
    if not tokens:
        return False
    first, head = tokens[0], words.head_of(tokens)
    if match.surface.sense in ("adjective", "people"):
        return words.tags[first] in _PROPER
    return words.tags[head] == "PROPN" and not _neighbour_is_name(tokens, words)


def _neighbour_is_name(tokens: range, words: Words) -> bool:
    """Whether the word is part of a longer capitalised name: Nancy Pelosi, Scholz Group."""
    before, after = tokens[0] - 1, tokens[-1] + 1
    return any(
        0 <= index < len(words)
        and words.tags[index] == "PROPN"
        and words.heads[index] in range(before, after + 1)
        and words.deps[index] in ("compound", "flat", "nmod")
        and words.texts[index][:1].isupper()
        for index in (before, after)
    ) or (words.heads[tokens[-1]] == after and words.deps[tokens[-1]] == "compound" and words.tags[after] == "PROPN")


def _names_a_system(match: Match, words: Words, lexicon: Lexicon) -> bool:
    """Whether an ordinary word is a system here: a platform noun or a nationality stands beside it, or it is written so."""
    tokens = words.covering(match.start, match.end)
    if not tokens or not words.texts[tokens[0]][:1].isupper():
        return False
    if _platform_follows(tokens[-1], words, lexicon):
        return True
    starts_sentence = tokens[0] == 0 or words.sentences[tokens[0] - 1] != words.sentences[tokens[0]]
    last = words.texts[tokens[-1]]
    plural = last.endswith("s") and words.ends[tokens[-1]] > match.start + len(match.surface.text)
    if plural and any(letter.isdigit() for letter in last):
        return True  # "180 K2s"
    proper = words.tags[tokens[-1]] == "PROPN" and not _neighbour_is_name(tokens, words)
    return proper and (not starts_sentence or plural)


def _platform_follows(token: int, words: Words, lexicon: Lexicon) -> bool:
    """Whether the next noun, with nothing but its own modifiers between, is one for a platform: "Arrow 3 interceptors"."""
    for index in range(token + 1, min(token + 5, len(words))):
        if words.lemmas[index] in lexicon.nouns.system_words:
            return True
        if words.tags[index] not in ("NOUN", "PROPN", "ADJ", "NUM") and words.texts[index] != "-":
            return False
    return False
