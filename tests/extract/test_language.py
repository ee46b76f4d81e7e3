"""Text in another language is noticed and said, and English never taken for one."""

import gzip
import json
import os
from pathlib import Path

import pytest
import yaml

from graph.extract.extractor import Extractor
from graph.extract.language import _load_detector, find_foreign, load_languages
from graph.extract.readable import part_readable
from graph.records import Document

FOREIGN: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "foreign.yml").read_text(encoding="utf-8"))
FRENCH = FOREIGN["fr"][1]
ENGLISH = [
    "Norway ordered Giraffe radars.",
    "Turkish Foreign Minister Mevlut Yilmaz, Russian Defence Minister Sergei Ivanov and President Joko Santoso met in Doha.",
    "RABAT/ANKARA (Sample Wire) - Baykar, Turkish Aerospace, Roketsan, Aselsan, Havelsan",
    "Kizilelma, Akinci, Bayraktar TB2, Hürjet, Altay, Atmaca, SOM, Gökdoğan, Bozdoğan",
    "Saab AB, Rheinmetall AG, Krauss-Maffei Wegmann, Société Nationale des Poudres, Fincantieri S.p.A.",
    "“Nous sommes prêts”, President Lefèvre told reporters; it means that the deal with Serbia will be signed soon.",
    "F-16 C/D Block 52, 12 × AIM-120C-7, 4 × GBU-39/B, 2026-11-22, $1.5bn, 100%",
    "NORWAY AND SWEDEN SIGNED AN ACCORD ON THE JOINT PRODUCTION OF ARTILLERY SHELLS",
]  # fmt: skip


def rejected(extractor: Extractor, words: str) -> list[str]:
    return [rejection.reason for rejection in extractor.extract(Document("a", words)).rejections]


def test_sentences_in_other_languages_are_noticed() -> None:
    sentences = [sentence for each in FOREIGN.values() for sentence in each]
    missed = [sentence for sentence in sentences if not find_foreign(sentence)]
    assert len(FOREIGN) >= 30
    assert len(missed) <= 0.05 * len(sentences), missed


def test_their_language_is_named_or_one_that_is_hardly_another() -> None:
    like = {"sr": {"hr", "bs"}, "hr": {"bs", "sr"}, "no": {"da", "nn"}, "zh": {"wuu"}, "id": {"ms"}}
    told = {code: {find_foreign(sentence)[0].language for sentence in each} for code, each in FOREIGN.items()}
    assert {code: names for code, names in told.items() if not names <= {code} | like.get(code, set())} == {}


@pytest.mark.parametrize("words", ENGLISH)
def test_english_full_of_foreign_names_is_english(words: str) -> None:
    assert find_foreign(words) == []


def test_every_language_that_is_told_apart_has_a_name() -> None:
    assert set(_load_detector().labels) - load_languages().readable <= set(load_languages().names)


def test_an_article_in_another_language_claims_nothing_and_says_why(extractor: Extractor) -> None:
    found = extractor.extract(Document("a", "\n\n".join(["Kurz gesagt", *FOREIGN["de"], "Von Hans Maier"])))
    assert (found.claims, found.entities) == ((), ())
    [rejection] = found.rejections
    assert rejection.reason == "written in German (de), read only in English"
    assert (rejection.cue, rejection.sentence) == ("Kurz", "Kurz gesagt")


@pytest.mark.parametrize("between", ["\n\n", "\n"])
def test_a_foreign_paragraph_leaves_the_english_around_it_alone(between: str, extractor: Extractor) -> None:
    text = between.join(["Finland joined NATO.", FRENCH, "Poland bought 32 F-35 jets from the United States."])
    found = extractor.extract(Document("a", text))
    assert {claim.relation for claim in found.claims} >= {"MEMBER_OF", "PROCURES"}
    assert all(text[claim.evidence.start : claim.evidence.end] == claim.evidence.sentence for claim in found.claims)
    assert not [claim for claim in found.claims if FRENCH in claim.evidence.sentence]
    [rejection] = [one for one in found.rejections if one.relation is None]
    assert (rejection.sentence, text[rejection.start : rejection.end]) == (FRENCH, rejection.cue)
    assert found.document.text == text


def test_a_foreign_stretch_of_one_very_long_line_is_found() -> None:
    english = "Norway and Sweden said that they have signed the accord which was drafted in the spring. " * 20
    text = english + "Le ministre a dit que la Norvège voulait acheter de nouveaux chars et avions. " * 40 + english
    [piece] = find_foreign(text)
    assert piece.language == "fr"
    assert abs(piece.start - len(english)) < 1000
    assert abs(piece.end - (len(text) - len(english))) < 1000


def test_neighbours_in_two_languages_are_two_rejections(extractor: Extractor) -> None:
    text = "\n\n".join([*FOREIGN["pl"], *FOREIGN["ja"]])
    assert rejected(extractor, text) == [
        "written in Polish (pl), read only in English",
        "written in Japanese (ja), read only in English",
    ]


@pytest.mark.parametrize("words", ["", "\n\n", "12 34 56", "F-35, TB2", "?", "Ja."])
def test_what_is_too_short_to_tell_is_read(words: str) -> None:
    assert find_foreign(words) == []


def test_short_foreign_lines_tell_together() -> None:
    [piece] = find_foreign("Der Minister sagte\nam Montag, er wolle\nneue Panzer kaufen.\nBerlin ist dafür.")
    assert piece.language == "de"


def test_what_is_foreign_is_blanked_and_offsets_stay() -> None:
    text = f"Finland joined NATO.\n\n{FRENCH}\n\nNorway did not."
    readable = part_readable(Document("a", text)).readable.text
    assert len(readable) == len(text)
    assert readable.split() == ["Finland", "joined", "NATO.", "Norway", "did", "not."]
    assert readable.index("Norway did") == text.index("Norway did")


def test_real_english_news_is_not_taken_for_another_language() -> None:
    """Of the annotated passages and the corpus beside the checkout, a few dozen are in Polish indeed; nothing else is foreign."""
    texts = _passages("gold/train.jsonl") + _passages("corpus/news.jsonl.gz")
    alarms = [piece.language for text in texts for piece in find_foreign(text)]
    assert len([language for language in alarms if language != "pl"]) <= len(texts) / 1000
    assert len(alarms) < len(texts) / 100


def _passages(name: str) -> list[str]:
    beside = Path(__file__).resolve().parents[3] / "shared"
    path = Path(os.environ.get("ENTENTE_SHARED", beside)) / name
    if not path.is_file():
        pytest.skip(f"no {path}; set ENTENTE_SHARED to the folder that holds {name}")
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line)["text"] for line in content.decode().splitlines()]
