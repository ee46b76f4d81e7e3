"""Names in other scripts: Cyrillic in Latin letters, and what no rule can spell kept apart instead of lost."""

import unicodedata

_CYRILLIC = dict(
    zip(
        "абвгґдеёэжзийклмнопрстуфхцчшщъыьюяіїє",
        [
            "a",
            "b",
            "v",
            "g",
            "g",
            "d",
            "e",
            "e",
            "e",
            "zh",
            "z",
            "i",
            "i",
            "k",
            "l",
            "m",
            "n",
            "o",
            "p",
            "r",
            "s",
            "t",
            "u",
            "f",
            "kh",
            "ts",
            "ch",
            "sh",
            "shch",
            "-",
            "y",
            "-",
            "yu",
            "ya",
            "i",
            "i",
            "e",
        ],
        strict=True,
    )
)
_TABLE = str.maketrans(
    {letter: latin.replace("-", "") for letter, latin in _CYRILLIC.items()}
    | {letter.upper(): latin.replace("-", "").capitalize() for letter, latin in _CYRILLIC.items()}
    | {"ə": "a", "Ə": "A", "ʻ": "'", "ʼ": "'", "þ": "th", "ħ": "h"}
)


def romanised(text: str) -> str:
    """The text with Cyrillic letters in Latin ones (Уралвагонзавод: Uralvagonzavod), as news agencies spell them."""
    return unicodedata.normalize("NFKC", text).translate(_TABLE)


def spelled_out(letter: str) -> str:
    """A letter that ASCII has nothing for, by its number, so that two names in its script never become one."""
    return f"u{ord(letter):x}" if letter.isalnum() and not letter.isascii() else letter
