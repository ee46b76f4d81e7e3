"""What somebody types into a search box, as a query for the full-text index."""

import re
import unicodedata

WORD = re.compile(r"[^\W_]+")
FUZZY_LETTERS = 4  # a wrong letter in a shorter word makes another word: TB2, TB3
WORDS = 12
# what the index leaves out (Lucene's English stop words), so that "Kingdom of Morocco" is found by all of it
LEFT_OUT = frozenset(
    [
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "but",
        "by",
        "for",
        "if",
        "in",
        "into",
        "is",
        "it",
        "no",
        "not",
        "of",
        "on",
        "or",
        "such",
        "that",
        "the",
        "their",
        "then",
        "there",
        "these",
        "they",
        "this",
        "to",
        "was",
        "will",
        "with",
    ]
)


def readable(text: str) -> str:
    """What was typed without what can't be sent: halves of characters that a careless paste leaves."""
    return text.encode(errors="replace").decode().strip().lower()


def make_query(text: str) -> str:
    """A Lucene query that wants every word: as it is, as the beginning of one, or with one letter wrong.

    Only letters and digits get into it, so nothing that is typed has a meaning of its own. Empty where there are none.
    """
    words = [word for word in WORD.findall(readable(text)) if word not in LEFT_OUT]
    return " AND ".join(_clause(word) for word in words[:WORDS])


def _clause(word: str) -> str:
    plain = _without_accents(word)
    wrong_letter = f" OR {plain}~1" if len(plain) >= FUZZY_LETTERS and plain.isalpha() else ""
    return f"({word}^4 OR {plain}*^2{wrong_letter})"


def _without_accents(word: str) -> str:
    # Lucene compares beginnings and near words as they are written in its index, which holds no accents
    return "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
