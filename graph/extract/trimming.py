"""Where a name really begins: after the words that only open its sentence, and after a possessor."""

import re
from functools import lru_cache

from graph.lexicon.entries import Suffixes

_POSSESSOR = re.compile(r"(?:[^']*\w's|[A-Z]\w+s')\s+(?=[A-Z0-9])")


def trimmed(suffixes: Suffixes, text: str, start: int, end: int) -> int:
    """The offset of the name's own first word: "The", "Israeli-made" and "Spain's" before it are cut off."""
    opener = _opener(suffixes)
    while found := _POSSESSOR.match(text, start, end) or opener.match(text, start, end):
        start = found.end()
    return start


@lru_cache(maxsize=4)
def _opener(suffixes: Suffixes) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(suffixes.openers, key=len, reverse=True))
    participles = "|".join(suffixes.participles)
    return re.compile(rf"(?:{words}|\d{{4}}|[\w.]+-(?:{participles}))(?= ) +")
