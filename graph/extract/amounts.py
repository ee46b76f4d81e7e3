"""How many and how much: counts beside a noun and sums of money, as written and as numbers."""

import re
from collections.abc import Iterable

from graph.extract.sentences import Sentence, Word
from graph.records import Amount, Span

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "mn": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "b": 1e9,
    "trillion": 1e12, "crore": 1e7, "lakh": 1e5, "dozen": 12.0,
}  # fmt: skip
SYMBOLS = {
    "US$": "USD", "A$": "AUD", "C$": "CAD", "NT$": "TWD", "S$": "SGD", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY",
    "₹": "INR", "₩": "KRW", "₪": "ILS",
}  # fmt: skip
NAMES = {
    "dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY", "rupee": "INR", "won": "KRW", "shekel": "ILS", "zloty": "PLN",
    "krona": "SEK", "kronor": "SEK", "krone": "NOK", "kroner": "NOK", "yuan": "CNY", "rouble": "RUB", "ruble": "RUB",
    "lira": "TRY", "dirham": "AED", "riyal": "SAR", "franc": "CHF", "rand": "ZAR", "peso": "PHP", "real": "BRL", "reais": "BRL",
}  # fmt: skip
CODES = sorted({*SYMBOLS.values(), *NAMES.values(), "DKK"})

_SCALE = r"(?:hundred|thousand|million|billion|trillion|crore|lakh|mn|bn)\b|[mbk]\b"
_SYMBOL = "|".join(re.escape(symbol) for symbol in SYMBOLS)
_NAME = "|".join(NAMES)
_NATION = "(?:US|U.S.|Australian|Canadian|Singapore|Swiss|Indian|Pakistani|British|Turkish|Norwegian|Swedish|Danish) "
_NUMBER = r"\d[\d,]*(?:\.\d+)?"
MONEY = re.compile(
    rf"(?:(?P<symbol>{_SYMBOL}|\b(?:{'|'.join(CODES)})\s|\bRs\.?\s?)\s?(?P<number>{_NUMBER})(?:[\s-]?(?P<scale>{_SCALE}))?)"
    rf"|(?:\b(?P<amount>{_NUMBER}|(?:one|two|three|four|five|six|seven|eight|nine|ten)(?=\s))(?:[\s-]?(?P<size>{_SCALE}))?\s(?:{_NATION})?(?P<name>{_NAME})s?\b)",
    re.IGNORECASE,
)


MIXED = re.compile(r"[A-Za-z]-?\d|\d-?[A-Za-z]")  # a designation ("F-35"), not a number


def read_number(text: str) -> float | None:
    """The number that the words or digits say, None where they say none ("dozens", "several")."""
    parts = re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower())
    total, current, seen = 0.0, 0.0, False
    for part in parts:
        if part[0].isdigit():
            current, seen = current + float(part.replace(",", "")), True
        elif part in UNITS or part in TENS:
            current, seen = current + UNITS.get(part, TENS.get(part, 0)), True
        elif part in SCALES and (seen or part in ("hundred", "thousand", "million", "billion", "dozen")):
            current = (current or 1.0) * SCALES[part]
            seen = True
            if SCALES[part] >= 1000:
                total, current = total + current, 0.0
    return total + current if seen else None


def find_money(text: str, start: int, end: int) -> list[tuple[Span, Amount]]:
    """The sums of money between two offsets of the text, in text order."""
    return [(match.span(), _money(match)) for match in MONEY.finditer(text, start, end)]


def _money(match: re.Match[str]) -> Amount:
    written = match["number"] or match["amount"]
    number = read_number(written) or 0.0
    scale = (match["scale"] or match["size"] or "").lower()
    return Amount(match[0].strip(), number * SCALES.get(scale, 1.0), _currency(match))


def _currency(match: re.Match[str]) -> str:
    if match["name"]:
        return NAMES[match["name"].lower()]
    symbol = match["symbol"].strip()
    if symbol.lower().startswith("rs"):
        return "INR"
    return SYMBOLS.get(symbol.upper(), symbol.upper())


def count_of(nouns: Iterable[Word]) -> Amount | None:
    """How many: the number beside the first of these nouns that has one; sizes and money don't count."""
    for noun in nouns:
        for child in noun.having("nummod", "quantmod"):
            if _is_count(child, noun):
                return _amount(child)
        if noun.lemma in ("dozen", "score", "hundred", "thousand") and noun.pos in ("NOUN", "NUM"):
            return Amount(noun.text, read_number(noun.lower) if noun.having("nummod") else None)
    return None


def _is_count(number: Word, noun: Word) -> bool:
    if number.index > noun.index or MIXED.search(number.text) or re.fullmatch(r"(?:19|20)\d\d", number.text):
        return False
    return number.pos == "NUM" and not any(child.tag == "$" for child in number.children) and "-" not in number.text


def _amount(number: Word) -> Amount:
    parts = [word for word in number.subtree() if word.pos == "NUM" and not MIXED.search(word.text)]
    text = " ".join(word.text for word in parts)
    return Amount(text, read_number(text))


def money_sentence(sentence: Sentence, text: str) -> list[tuple[Span, Amount]]:
    """The sums of money in a sentence of the document's text."""
    return find_money(text, sentence.start, sentence.end)
