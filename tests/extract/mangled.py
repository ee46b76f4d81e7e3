"""Texts as the world sends them: news mangled in every way, other languages, noise, and giants. Seeded: the same each time."""

import random
from collections.abc import Callable
from pathlib import Path

import yaml

NEWS = [
    "Poland signed a deal in March to buy 32 F-35 jets from the United States for $4.6 billion, officials said.",
    "“We will deliver the first tanks next year,” Jan Novak, the chairman of Baykar, told reporters.",
    "The company denied that it had sold drones to Belarus.",
    "RABAT (Sample Wire) — Morocco and Israel are due to agree on the joint production of drones.",
    "Russia's invasion of Ukraine changed the market; the Swedish firm Saab and Embraer jointly produce the Gripen.",
    "The U.S. Navy's 5th Fleet, the USS Example (DDG-999) and HMS Sample sailed on Jan. 3, 2021.",
    "Algeria, which backs the Polisario Front, cut ties with Morocco in August; neither country would say why.",
    "NATO members may sanction Rosoboronexport, a Russian state firm, the ministry said on Monday.",
    "Minister Anna Berg visited Paris, where she met President Luc Martin of Neverland.",
    "Finland joined NATO. Sweden followed. It had applied in 2022.",
]
FOREIGN = yaml.safe_load((Path(__file__).parent / "foreign.yml").read_text(encoding="utf-8"))
SIGNS = [
    "\u200b", "\u00ad", "\ufeff", "\u202e", "\u2028", "\u0301", "\x00", "\x07", "\x1b", "\t", "\r\n", "\n", "\n\n", "\u00a0",
    "“", "”", "’", "—", "–", "…", "ﬁ", "İ", "ß", "ǆ", "🇲🇦", "👩‍✈️", "𝔘𝔎", "Ⅳ", "½", "٣", "\ud800", "\U0010ffff", "(", ")", "\"", "'s", "&amp;", "<b>", "%", "$", "*", "#", "@", "/", "\\", "-", ".", ",", ";", ":", "?!",
]  # fmt: skip
Mangle = Callable[[random.Random, str], str]


def make_texts(count: int, seed: int = 4) -> list[str]:
    """So many short texts, of a sentence or two, nearly all of them mangled."""
    rng = random.Random(seed)
    return [_mangled(rng) for _ in range(count)]


def make_giants(size: int = 1_000_000) -> dict[str, str]:
    """A few texts of about that many characters, by what is odd about them; those that cost most are shorter."""
    line = " ".join(NEWS)
    words = [word for sentence in NEWS for word in sentence.split()]
    rng = random.Random(5)
    return {
        "one line of news": (line * (size // len(line) + 1))[: size // 8],
        "no spaces": (line.replace(" ", "") * (size // len(line) + 1))[:size],
        "one letter": "a" * size,
        "one sign": "." * size,
        "line ends": "\n" * size,
        "control characters": "\x00\x01\x1b" * (size // 3),
        "a picture": "".join(rng.choices("ABCDEFGHabcdefgh0123456789+/", k=size)),
        "another language": " ".join(FOREIGN["de"] * (size // 350)),
        "words at random": " ".join(rng.choices(words, k=size // 100)),
        "one name": "RABAT " * (size // 200),
        "brackets": "( " * (size // 200),
    }


def _mangled(rng: random.Random) -> str:
    text = " ".join(rng.choice(NEWS) for _ in range(rng.choice((1, 1, 1, 1, 2))))
    for mangle in rng.sample(MANGLES, rng.choice((0, 1, 1, 2, 3))):
        text = mangle(rng, text)
    return text


def _sprinkle(rng: random.Random, text: str) -> str:
    letters = list(text)
    for _ in range(rng.randint(1, 8)):
        letters.insert(rng.randint(0, len(letters)), rng.choice(SIGNS))
    return "".join(letters)


def _shuffle(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    rng.shuffle(words)
    return " ".join(words)


def _cut(rng: random.Random, text: str) -> str:
    return text[rng.randint(0, len(text) // 2) : rng.randint(len(text) // 2, len(text))]


def _translate(rng: random.Random, text: str) -> str:
    sentence = rng.choice(rng.choice(list(FOREIGN.values())))
    return rng.choice((sentence, f"{text}\n\n{sentence}", f"{sentence} {text}", f"{text} “{sentence}”"))


def _random_signs(rng: random.Random, _text: str) -> str:
    return "".join(chr(rng.randint(0, rng.choice((127, 0x2FF, 0xFFFF, 0x10FFFF)))) for _ in range(rng.randint(0, 60)))


def _repeat(rng: random.Random, text: str) -> str:
    words = text.split(" ")
    return " ".join([*words[:5], *[rng.choice(words)] * rng.randint(2, 30), *words[5:]])


MANGLES: list[Mangle] = [
    _sprinkle,
    _sprinkle,
    _shuffle,
    _cut,
    _translate,
    _random_signs,
    _repeat,
    lambda _rng, text: text.upper(),
    lambda _rng, text: text.lower(),
    lambda _rng, text: text.swapcase(),
    lambda _rng, text: text[::-1],
    lambda _rng, text: text.replace(" ", ""),
    lambda _rng, text: text.replace(" ", "\n"),
    lambda _rng, text: text.replace(" ", "  \t "),
    lambda _rng, text: text.encode("utf-8", "surrogatepass").decode("latin-1"),
    lambda _rng, text: " ".join(text),
]
