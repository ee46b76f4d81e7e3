"""Names that no text can tell from ordinary words: a user's dictionary must not teach them."""

from functools import cache

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)


def why_ordinary(name: str) -> str | None:
    """Why a text can't tell the name from ordinary words; None where it can. Scripts without capitals are names."""
    words = name.lower().replace("’", "'").split()
    if words and all(word.strip(".,;:!?'\"()") in _ordinary() for word in words):
        return "a text can't tell it from an ordinary word, a day or a month"
    capital = any(sign.isupper() or sign.istitle() or sign.isdigit() for sign in name)
    if not capital and any(sign.islower() for sign in name):
        return "a text can't tell it from ordinary words without a capital letter or a digit"
    return None


@cache
def _ordinary() -> frozenset[str]:
    from spacy.lang.en.stop_words import STOP_WORDS  # a second to load, and only dictionaries need it

    return frozenset((*STOP_WORDS, *_DAYS, *_MONTHS))
