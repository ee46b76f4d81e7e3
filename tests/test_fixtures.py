"""The sample articles: dated, licensed, true to their expected claims; and how much of them the extractor finds."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import pytest

from graph.errors import SourceError
from graph.extract.extractor import Extractor
from graph.records import Claim, Extraction, Modality
from graph.schema.schema import load_schema
from graph.sources import iter_documents
from tests.samples import (
    ARTICLES,
    FIXTURES,
    SLUGS,
    Expected,
    Sample,
    about,
    documents,
    fitting,
    flat,
    fold,
    load_sample,
    once,
    spurious,
)

# A little below what is measured: raise them when the extractor does better.
FLOORS = {
    "precision": 0.96,
    "recall": 0.75,
    "modality": 0.98,
    "reported": 0.95,
    "amounts": 0.68,
    "dates": 0.69,
    "roles": 0.72,
}


@pytest.fixture(params=SLUGS)
def sample(request: pytest.FixtureRequest) -> Sample:
    return load_sample(request.param)


def test_every_article_can_be_read_and_has_its_expected_claims_beside_it() -> None:
    assert [item for item in iter_documents([str(ARTICLES)]) if isinstance(item, SourceError)] == []
    assert sorted(documents()) == SLUGS


def test_an_article_says_when_by_whom_from_what_and_under_which_licence(sample: Sample) -> None:
    assert sample.document.published
    assert sample.document.title
    # So that nobody takes it for a real outlet's text.
    assert (sample.document.publisher or "").startswith("Entente Sample ")
    assert re.search(r'licence"?: "?CC-BY-4\.0', about(sample.slug))
    assert "Written for Entente from public facts" in about(sample.slug)


def test_an_article_is_as_long_as_a_news_item(sample: Sample) -> None:
    assert 200 <= len(sample.document.text.split()) <= 500


def test_the_readme_lists_every_file_and_counts_its_claims() -> None:
    readme = (FIXTURES / "README.md").read_text(encoding="utf-8")
    listed = dict(re.findall(r"^\| `(\S+)`.*?\| ([\d +]+) \|", readme, re.MULTILINE))
    names = {path.name for path in ARTICLES.iterdir() if path.suffix != ".yml"}
    assert set(listed) == names
    for name, counts in listed.items():
        slugs = [slug for slug in SLUGS if (documents()[slug].source or "").partition("#")[0].endswith(f"/{name}")]
        assert counts == " + ".join(str(len(load_sample(slug).claims)) for slug in slugs), name


def test_expected_claims_fit_the_schema(sample: Sample) -> None:
    schema = load_schema()
    for claim in [*sample.claims, *sample.refused]:
        source, target = (sample.types[claim[end]] for end in ("source", "target"))
        assert schema.allows(source, claim["relation"], target), claim
        assert claim.get("modality", "asserted") in list(Modality)
    for claim in sample.claims:
        assert set(claim.get("roles", {})) <= set(schema.relations[claim["relation"]].roles), claim
        assert set(claim.get("roles", {}).values()) <= set(sample.types), claim


def test_the_sentence_of_an_expected_claim_is_in_the_article(sample: Sample) -> None:
    text = flat(sample.document.text)
    assert [claim["sentence"] for claim in sample.claims if flat(claim["sentence"]) not in text] == []


def test_no_claim_is_both_expected_and_refused(sample: Sample) -> None:
    for refused in sample.refused:
        same = [c for c in sample.claims if all(c[key] == refused[key] for key in ("relation", "source", "target"))]
        assert not [c for c in same if not c.get("reported") and refused.get("modality") in (None, c["modality"])]


def test_together_they_exercise_everything_that_can_be_said() -> None:
    samples, schema = [load_sample(slug) for slug in SLUGS], load_schema()
    claims = [claim for sample in samples for claim in sample.claims]
    assert {claim["relation"] for claim in claims} == set(schema.relations)
    assert {claim["modality"] for claim in claims} == set(schema.modalities)
    assert {kind for sample in samples for kind in sample.types.values()} == set(schema.entities)
    assert {"reported", "attributed_to", "roles", "quantity", "value", "date"} <= {key for c in claims for key in c}


# What the extractor finds in them. Each part of a claim is looked at in those claims that say it.


def _modality(expected: Expected, claim: Claim, _: Extraction) -> bool:
    return bool(claim.modality == expected["modality"])


def _reported(expected: Expected, claim: Claim, _: Extraction) -> bool:
    said_by = fold(expected.get("attributed_to", ""))
    speaker = claim.attributed_to
    named = fold(f"{speaker.text} {speaker.entity}") if speaker else ""
    return claim.reported == expected.get("reported", False) and all(word in named for word in said_by.split()[-1:])


def _amounts(expected: Expected, claim: Claim, _: Extraction) -> bool:
    quantity = claim.quantity and claim.quantity.number
    value = claim.value and f"{claim.value.currency} {claim.value.number or 0:.0f}"
    return bool(expected.get("quantity", quantity) == quantity and expected.get("value", value) == value)


def _dates(expected: Expected, claim: Claim, _: Extraction) -> bool:
    return bool(claim.when and claim.when.iso == expected["date"])


def _roles(expected: Expected, claim: Claim, extraction: Extraction) -> bool:
    names = {entity.id: " ".join((entity.name, *entity.aliases)) for entity in extraction.entities}
    filled = {role: fold(names[entity]) for role, entity in claim.roles.items()}
    return all(fold(name) in filled.get(role, "") for role, name in expected["roles"].items())


PARTS: Mapping[str, Callable[[Expected, Claim, Extraction], bool]] = {
    "modality": _modality,
    "reported": _reported,
    "amounts": _amounts,
    "dates": _dates,
    "roles": _roles,
}
KEYS = {
    "modality": {"modality"},
    "reported": {"modality"},
    "amounts": {"quantity", "value"},
    "dates": {"date"},
    "roles": {"roles"},
}


@pytest.fixture(scope="module")
def found() -> dict[str, Extraction]:
    extractions = Extractor().extract_many(documents()[slug] for slug in SLUGS)
    return dict(zip(SLUGS, extractions, strict=True))


def test_the_extractor_finds_most_of_what_the_articles_say_and_little_else(found: dict[str, Extraction]) -> None:
    right: list[object] = []
    missed: list[object] = []
    wrong: list[object] = []
    for slug in SLUGS:
        sample = load_sample(slug)
        for claim in once(sample.claims):
            (right if fitting(claim, sample, found[slug]) else missed).append((slug, _line(claim)))
        wrong += [
            (slug, f"{c.relation} {c.source} {c.target}", c.evidence.sentence) for c in spurious(sample, found[slug])
        ]
    _print("missed", missed)
    _print("not there", wrong)
    _hold("precision", len(right), len(right) + len(wrong))
    _hold("recall", len(right), len(right) + len(missed))


def test_what_it_finds_it_finds_with_voice_amounts_dates_and_roles(found: dict[str, Extraction]) -> None:
    """Of the claims that are found at all: those with everything that is expected of them."""
    seen, right, wrong = Counter[str](), Counter[str](), []
    for slug in SLUGS:
        sample = load_sample(slug)
        for claim in sample.claims:
            hits = fitting(claim, sample, found[slug])
            for part in [
                part for part in PARTS if hits and (part in ("modality", "reported") or claim.keys() & KEYS[part])
            ]:
                seen[part] += 1
                fits = any(PARTS[part](claim, hit, found[slug]) for hit in hits)
                right[part] += fits
                wrong += [] if fits else [(slug, part, _line(claim), [_found(hit) for hit in hits])]
    _print("not as expected", wrong)
    for part in PARTS:
        _hold(part, right[part], seen[part])


def test_nothing_is_claimed_that_must_not_be_read_into_an_article(sample: Sample, found: dict[str, Extraction]) -> None:
    for refused in sample.refused:
        hits = fitting(refused, sample, found[sample.slug])
        voice = refused.get("modality")
        assert [_found(hit) for hit in hits if voice is None or (hit.modality == voice and not hit.reported)] == [], (
            refused
        )


def _hold(name: str, part: int, whole: int) -> None:
    share = part / whole
    print(f"{name} {share:.3f} ({part} of {whole})")
    assert share >= FLOORS[name]


def _line(claim: Expected) -> str:
    return " ".join(f"{key}={value}" if key == "sentence" else str(value) for key, value in claim.items())


def _found(claim: Claim) -> str:
    who = claim.attributed_to and claim.attributed_to.text
    amounts = [amount and amount.text for amount in (claim.quantity, claim.value)]
    return f"{claim.modality} reported={claim.reported} {who} {amounts} {claim.when} {dict(claim.roles)}: {claim.evidence.sentence}"


def _print(heading: str, rows: Sequence[object]) -> None:
    print(heading, *rows, sep="\n  ")
