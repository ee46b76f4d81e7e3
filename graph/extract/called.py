"""Names told apart by the noun that calls them: "the village of Oicha", "its subsidiary Cruise", "the frigate Languedoc"."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from graph.extract.spans import LEXICON, PATTERN, RECOGNISED, Candidate
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon

_BRIDGES = (("called",), ("named",), ("dubbed",), ("known", "as"), (",", "called"), (",", "named"))
_QUOTES = ("“", '"', "'", "‘")
_LONGEST = 4
_OFFICERS = frozenset(("ceo", "cfo", "cto", "coo"))
_TITLES = frozenset(("group", "global", "interim", "acting", "deputy", "vice", "regional", "co", "executive", "new"))


def find_called(names: Sequence[Candidate], words: Words, lexicon: Lexicon) -> list[Candidate]:
    """The names, with those added (or corrected in type) that a common noun beside them says what they are."""
    owners = {token: name for name in names for token in words.covering(name.start, name.end)}
    called = lexicon.nouns.called
    found: dict[int, Candidate] = {}
    for token, lemma in enumerate(words.lemmas):
        if lemma in called and words.texts[token].islower() and words.tags[token] in ("NOUN", "PROPN"):
            for name in _named_by(token, called[lemma], owners, words, lexicon.suffixes.openers):
                found.setdefault(name.start, name)
    for name in _run_by_officers(owners, words, lexicon):
        found.setdefault(name.start, name)
    taken = {token for name in found.values() for token in words.covering(name.start, name.end)}
    kept = [name for name in names if taken.isdisjoint(words.covering(name.start, name.end))]
    return sorted([*kept, *found.values()], key=lambda name: name.start)


def _named_by(
    noun: int, type_: str, owners: Mapping[int, Candidate], words: Words, openers: Collection[str]
) -> Iterator[Candidate]:
    if type_ == "Person":
        yield from _apposed(noun, type_, owners, words)
        return
    first = _first(noun + 1, type_, words)
    while first is not None:
        opens = words.texts[first] in openers if first < len(words) else True
        last = None if opens else _last(first, words)
        name = _candidate(first, last, type_, owners, words) if last is not None else None
        if name is None or last is None:
            return
        yield name
        first = _next(last + 1, noun, type_, words)


def _first(after: int, type_: str, words: Words) -> int | None:
    """Where the name may begin, a bridge ("of", "known as") and a quotation mark passed over."""
    if type_ == "Place":
        return after + 1 if words.lower[after : after + 1] == ["of"] else None
    for bridge in _BRIDGES:
        if tuple(words.lower[after : after + len(bridge)]) == bridge:
            after += len(bridge)
            break
    return after + 1 if after < len(words) and words.texts[after] in _QUOTES else after


def _last(first: int, words: Words) -> int | None:
    """The last of the capitalised words, or None where there is none."""
    last = first - 1
    while last + 1 < len(words) and last - first + 1 < _LONGEST and _is_part(last + 1, first, words):
        last += 1
    return last if last >= first else None


def _is_part(token: int, first: int, words: Words) -> bool:
    text = words.texts[token]
    return (
        (text[:1].isupper() or (token == first and text[:3].lower() in ("al-", "el-")))
        and words.tags[token] in ("PROPN", "NOUN", "X", "ADJ")
        and words.sentences[token] == words.sentences[max(first - 1, 0)]
    )


def _next(after: int, noun: int, type_: str, words: Words) -> int | None:
    """The name after "and", where the noun is in the plural: "the villages of Foua and Kafraya"."""
    if type_ != "Place" or not words.texts[noun].endswith("s") or after >= len(words):
        return None
    return after + 1 if words.lower[after] in ("and", ",") else None


def _candidate(first: int, last: int, type_: str, owners: Mapping[int, Candidate], words: Words) -> Candidate | None:
    """The name in its type, unless something trusted says otherwise about any of its words."""
    over = [owners[token] for token in range(first, last + 1) if token in owners]
    if any(name.rank < RECOGNISED and not _may_be_ship(name, type_) for name in over):
        return None
    if over and any(name.start < words.starts[first] for name in over):
        return None
    end = max([words.ends[last], *(name.end for name in over)])
    start = words.starts[first]
    how = "designation" if type_ == "System" else "suffix"
    return Candidate(start, end, type_, words.text[start:end], how, PATTERN)


def _run_by_officers(owners: Mapping[int, Candidate], words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Only firms have chief executives: "EA CEO Jane Roe", "the chief executive of Zentrix"."""
    openers = lexicon.suffixes.openers
    for token, text in enumerate(words.lower):
        chief = text == "executive" and token > 0 and words.lower[token - 1] == "chief"
        if not (chief or text in _OFFICERS):
            continue
        after = token + 2 if words.lower[token + 1 : token + 2] == ["officer"] else token + 1
        if words.lower[after : after + 1] in (["of"], ["at"]) and after + 1 < len(words):
            last = None if words.texts[after + 1] in openers else _last(after + 1, words)
            first: int | None = after + 1
        else:
            last = token - 1 - chief
            last -= last >= 0 and words.texts[last] == "'s"
            first = _start(last, words, lexicon)
        name = _candidate(first, last, "Firm", owners, words) if first is not None and last is not None else None
        if name:
            yield name


def _start(last: int, words: Words, lexicon: Lexicon) -> int | None:
    """The first of the capitalised words that end there, or None where they are an officer's own title."""
    first = last + 1
    while first > 0 and last - first + 1 < _LONGEST and _is_part(first - 1, last, words):
        first -= 1
    while first <= last and words.texts[first] in lexicon.suffixes.openers:
        first += 1
    titled = first > last or words.lower[last] in _TITLES or words.lower[last] in lexicon.nouns.called
    return None if titled else first


def _may_be_ship(name: Candidate, type_: str) -> bool:
    """Ships bear the names of places and persons: "the carrier Liaoning"."""
    return type_ == "System" and name.rank == LEXICON and name.type in ("Place", "Person")


def _apposed(noun: int, type_: str, owners: Mapping[int, Candidate], words: Words) -> Iterator[Candidate]:
    """ "Grant Shapps, the British defence secretary": the name before is a person's, whatever it was taken for."""
    name = owners.get(words.heads[noun]) if words.deps[noun] == "appos" else None
    if name and name.rank == RECOGNISED and name.type in ("Firm", "Place") and not any(map(str.isdigit, name.text)):
        yield Candidate(name.start, name.end, type_, name.text, name.how, RECOGNISED)
