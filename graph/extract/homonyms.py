"""Names that several things share: which of them a text means, by what else it says and what stands beside the name."""

from graph.extract.spans import LEXICON, Candidate
from graph.extract.words import Words
from graph.lexicon.entries import Sense
from graph.lexicon.lexicon import Lexicon, Match

_STATE_NAMES = ("name", "capital")


def find_other_sense(match: Match, words: Words, lexicon: Lexicon) -> Candidate | None:
    """What the name stands for here, where that is something else than its entry."""
    town = _town(match, words, lexicon)
    if town:
        return Candidate(match.start, match.end, "Place", town, "lexicon", LEXICON)
    for sense in lexicon.homonyms.senses.get(match.surface.text, ()):
        if _is_meant(sense, match, words):
            return Candidate(match.start, match.end, sense.type, sense.name, "lexicon", LEXICON)
    return None


def _is_meant(sense: Sense, match: Match, words: Words) -> bool:
    text = words.text
    return (
        any(cue in text for cue in sense.cues)
        or any(text.endswith(before, 0, match.start) for before in sense.before)
        or any(text.startswith(after, match.end) for after in sense.after)
    )


def _town(match: Match, words: Words, lexicon: Lexicon) -> str | None:
    """The American town that is called like a state or its capital: "Lebanon, Pennsylvania" is Lebanon (Pennsylvania)."""
    if match.surface.entry.type != "State" or match.surface.sense not in _STATE_NAMES:
        return None
    if not words.text.startswith(", ", match.end):
        return None
    for region in lexicon.homonyms.regions:
        end = match.end + 2 + len(region)
        if words.text.startswith(region, match.end + 2) and not words.text[end : end + 1].isalnum():
            return f"{match.surface.text} ({region})"
    return None
