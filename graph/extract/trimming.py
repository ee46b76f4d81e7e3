"""Where a name really begins: after the words that only open its sentence, and after a possessor."""

import re
from functools import lru_cache

from graph.lexicon.entries import Suffixes

# "idrw.org Pravaig": the site that a line comes from runs into the name.
_DOMAIN = re.compile(r"(?:[\w-]+\.)+(?i:com|org|net|in|info)\s+(?=\w)")
_POSSESSOR = re.compile(r"(?:[^']*\w's|[A-Z]\w+s')\s+(?=[A-Z0-9])")


def trimmed(suffixes: Suffixes, text: str, start: int, end: int) -> int:
    """The offset of the name's own first word: "The", "Israeli-made", "Spain's" and "idrw.org" before it are cut off."""
    opener = _opener(suffixes)
    while found := (
        _POSSESSOR.match(text, start, end) or opener.match(text, start, end) or _DOMAIN.match(text, start, end)
    ):
        start = found.end()
    return start


@lru_cache(maxsize=4)
def _opener(suffixes: Suffixes) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(suffixes.openers, key=len, reverse=True))
    participles = "|".join(suffixes.participles)
    return re.compile(rf"(?:{words}|\d{{4}}|(?:[A-Z]\w+ )?[\w.]+-(?:{participles}))(?= ) +")
