"""Systems named only by the noun beside them: "the Tempest fighter", "Light Combat Helicopter"."""

import re
from collections.abc import Sequence

from graph.extract.spans import PATTERN, RECOGNISED, Candidate
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon

_NAME = re.compile(r"[A-Z0-9][\w'.-]*$")
_UNSURE = {"Firm", "Person", "Place", "System", "Event", "Agreement"}
_MOST_WORDS = 8


def find_headed(names: Sequence[Candidate], words: Words, lexicon: Lexicon) -> list[Candidate]:
    """The names, with those added (or corrected in type) that a platform noun right after them makes systems."""
    owner = {token: name for name in names for token in words.covering(name.start, name.end)}
    found: list[Candidate] = []
    for head, lemma in enumerate(words.lemmas):
        if lemma not in lexicon.nouns.system_words or words.tags[head] not in ("NOUN", "PROPN"):
            continue
        if owner.get(head) is None or owner[head].rank == RECOGNISED:
            found += _named_by(head, owner, words, lexicon)
    replaced = {id(owner[token]) for name in found for token in words.covering(name.start, name.end) if token in owner}
    kept = [name for name in names if id(name) not in replaced]
    return sorted([*kept, *found], key=lambda name: name.start)


def _named_by(head: int, owner: dict[int, Candidate], words: Words, lexicon: Lexicon) -> list[Candidate]:
    title = words.texts[head][:1].isupper() and not words.texts[head].isupper()
    first = last = head
    if not title:
        while last > 0 and _modifier(last - 1, words, lexicon):
            last -= 1
        first = last
    while first > 0 and head - first < _MOST_WORDS and _part_of_name(first - 1, owner, words, lexicon):
        first -= 1
    while first < last and words.texts[first] in ("-", "(", "&"):
        first += 1
    run = range(first, head + 1) if title else range(first, last)
    if not run or not _is_a_name(run, words, lexicon, title):
        return []
    start, end = words.starts[run[0]], words.ends[run[-1]]
    text = words.text[start:end]
    return [Candidate(start, end, "System", _singular(text) if title else text, "designation", PATTERN)]


def _modifier(token: int, words: Words, lexicon: Lexicon) -> bool:
    text = words.texts[token]
    return (text.islower() and words.lower[token] in lexicon.nouns.modifiers) or text == "-"


def _part_of_name(token: int, owner: dict[int, Candidate], words: Words, lexicon: Lexicon) -> bool:
    """Whether the word before belongs to the system's name: capitalised, and no known name of anything else."""
    text = words.texts[token]
    if text in ("-", "&"):
        return token > 0 and _part_of_name(token - 1, owner, words, lexicon)
    name = owner.get(token)
    if name and (name.rank < RECOGNISED or name.type not in _UNSURE or name.end - name.start > 30):
        return False
    if name and name.type in ("Place", "Person"):
        return False
    return (
        bool(_NAME.match(text)) and words.tags[token] in ("PROPN", "NOUN", "ADJ", "NUM", "X") and not text[0].isdigit()
    )


def _is_a_name(run: range, words: Words, lexicon: Lexicon, title: bool) -> bool:
    """Whether the capitalised words name one thing rather than a class of things ("Main Battle Tank")."""
    plain_words = lexicon.nouns.modifiers | lexicon.nouns.organ_words
    own = [token for token in run if words.lower[token] not in plain_words]
    if title:
        return len([token for token in run if words.texts[token] != "-"]) >= 3
    first = run[0]
    opens = first == 0 or words.sentences[first - 1] != words.sentences[first]
    if opens and len(run) == 1 and words.tags[first] != "PROPN":
        return False
    return bool(own) and words.lower[run[-1]] not in lexicon.heads.loose and len(words.texts[run[-1]]) > 1


def _singular(name: str) -> str:
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
