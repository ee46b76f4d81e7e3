from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml

from graph.lexicon.lexicon import load_lexicon
from graph.lexicon.naming import make_id
from graph.resolve.suggest import Profile, suggest

CASES = yaml.safe_load((Path(__file__).parent / "suggested.yml").read_text(encoding="utf-8"))


def pairs(verdict: str) -> list[tuple[str, str, str]]:
    return [(type_, *names) for type_, rows in CASES[verdict].items() for names in rows]


def profile(type_: str, name: str, *aliases: str, id: str | None = None, **said: Any) -> Profile:
    return Profile(id or make_id(type_, name), type_, name, aliases, **said)


def two(type_: str, left: str, right: str, known: bool = False) -> list[Profile]:
    return [profile(type_, left, id=f"{type_}:one", known=known), profile(type_, right, id=f"{type_}:other")]


def test_the_lists_are_long_enough_to_tell_something() -> None:
    assert len(pairs("never")) >= 60
    assert len(pairs("likely")) >= 60


@pytest.mark.parametrize("known", [False, True])
@pytest.mark.parametrize(("type_", "left", "right"), pairs("never"))
def test_what_differs_in_designation_number_or_compass_is_never_suggested(
    type_: str, left: str, right: str, known: bool
) -> None:
    around = ("a", "b", "c", "d")
    both = [
        profile(one.type, one.name, id=one.id, known=one.known, neighbours=around, country="ISR")
        for one in two(type_, left, right, known)
    ]
    assert suggest(both) == []


@pytest.mark.parametrize(("type_", "left", "right"), pairs("likely"))
def test_one_thing_under_two_spellings_is_suggested_with_a_reason(type_: str, left: str, right: str) -> None:
    (found,) = suggest(two(type_, left, right))
    assert {found.left, found.right} == {f"{type_}:one", f"{type_}:other"}
    assert 0.5 <= found.score < 1
    assert left in found.reasons[0]
    assert right in found.reasons[0]


def test_two_entries_of_the_lexicon_are_never_suggested() -> None:
    entries = load_lexicon().entries.values()
    profiles = [Profile(entry.id, entry.type, entry.name, entry.aliases, known=True) for entry in entries]
    assert suggest(profiles) == []


def test_classes_of_things_are_never_suggested() -> None:
    assert suggest([profile("System", "attack drone", generic=True), profile("System", "attack drones")]) == []


def test_a_variant_is_not_its_family() -> None:
    family = profile("System", "Zarkhun Two", id="system:zarkhun")
    variant = profile("System", "Zarkhun-Two", id="system:zarkhun-b", family="system:zarkhun")
    assert suggest([family, variant]) == []


def test_reasons_name_neighbours_country_and_type() -> None:
    around = ("MAR", "system:a", "system:b", "system:c")
    (found,) = suggest(
        [
            profile("Firm", "Zelta Karo Motors", country="ISR", neighbours=(*around, "system:d")),
            profile("Firm", "ZKM", country="ISR", neighbours=(*around, "FRA")),
        ]
    )
    assert found.reasons == (
        "one is the other's initials: ZKM / Zelta Karo Motors",
        "both firms of Israel",
        "share 4 of 5 neighbours",
    )
    (mixed,) = suggest([profile("Firm", "Karavel Group"), profile("Group", "Karavel", id="group:karavel")])
    assert "read once as a firm, once as a group" in mixed.reasons


def test_neighbours_and_country_speak_for_and_against() -> None:
    def score(**said: Any) -> float:
        (found,) = suggest(
            [profile("Firm", "Karavel", country="FRA", neighbours=("a", "b", "c")), profile("Firm", "Karravel", **said)]
        )
        return found.score

    plain = score()
    assert score(neighbours=("a", "b", "c")) > plain
    assert score(country="FRA") > plain
    assert score(neighbours=("d", "e", "f")) < plain
    assert score(country="BRA") < plain
    assert score(neighbours=("firm:karavel",)) <= plain


def test_the_lexicon_s_entry_comes_first_then_the_one_with_more_around_it() -> None:
    (found,) = suggest(
        [profile("Firm", "Baykar", id="firm:baykar", known=True), profile("Firm", "Baykarr", neighbours=("a", "b"))]
    )
    assert (found.left, found.right) == ("firm:baykar", "firm:baykarr")
    (found,) = suggest([profile("Firm", "Karavel"), profile("Firm", "Karravel", neighbours=("a", "b"))])
    assert (found.left, found.right) == ("firm:karravel", "firm:karavel")


def test_judged_pairs_are_left_out() -> None:
    both = [profile("Firm", "Karavel"), profile("Firm", "Karravel")]
    assert len(suggest(both)) == 1
    assert suggest(both, judged=lambda left, right: {left, right} == {"firm:karavel", "firm:karravel"}) == []


def test_the_likeliest_come_first_and_no_more_than_wanted_whatever_the_order() -> None:
    profiles = [
        profile("Firm", "Karavel"),
        profile("Firm", "Karravel"),
        profile("Firm", "Škovar"),
        profile("Firm", "Skovar", id="firm:skovar-2"),
        profile("Firm", "Elvit"),
        profile("Firm", "Elvit Systems"),
    ]
    found = suggest(profiles)
    assert [one.right for one in found] == ["firm:skovar-2", "firm:karravel", "firm:elvit-systems"]
    assert suggest(profiles[::-1]) == found
    assert suggest(profiles, limit=1) == found[:1]
    assert suggest(profiles, limit=0) == []


def test_names_without_a_letter_of_ours_are_nothing_to_compare() -> None:
    assert suggest([profile("Firm", "航空", id="firm:a"), profile("Firm", "造船", id="firm:b")]) == []


def test_precision_and_recall_on_a_labelled_store() -> None:
    rows = yaml.safe_load((Path(__file__).parent / "labelled.yml").read_text(encoding="utf-8"))
    things = {f"{number}": row[2] for number, row in enumerate(rows)}
    profiles = [
        Profile(str(number), type_, name, country=country, neighbours=tuple(around))
        for number, (type_, name, _thing, country, around) in enumerate(rows)
    ]
    duplicates = {(one, other) for one, other in combinations(things, 2) if things[one] == things[other]}
    found = suggest(profiles)
    right = [things[one.left] == things[one.right] for one in found]
    precision_at_10, precision, recall = sum(right[:10]) / 10, sum(right) / len(right), sum(right) / len(duplicates)
    print(f"P@10 {precision_at_10:.2f}, precision {precision:.2f}, recall {recall:.2f} of {len(duplicates)} pairs")
    assert precision_at_10 == 1
    assert precision >= 0.9
    assert recall >= 0.9
