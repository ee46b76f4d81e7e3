from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.records import Entity, Extraction
from graph.store.found import Found, How
from graph.store.store import Store
from tests.store.saying import article, says

TB2 = "system:bayraktar-tb2"


@pytest.fixture
def filled(store: Store) -> Store:
    store.writer.write(
        [
            article(
                "wire",
                says("MAR", "PROCURES", TB2),
                says("ISR", "SUPPLIES", "MAR"),
                says("TUR", "SUPPLIES", "MAR", "expected"),
                says("MAR", "CO_PRODUCES", "ISR", "expected"),
                says("MAR", "NORMALIZES", "ISR"),
            ),
            article("more", says("ISR", "SUPPLIES", "MAR"), says("TUR", "MANUFACTURES", TB2)),
        ]
    )
    return store


def named(store: Store, *entities: Entity) -> None:
    found = tuple(replace(entity, mentions=((0, 2),)) for entity in entities)
    empty: Extraction = replace(article("names"), entities=found)
    store.writer.write([empty])


def found(store: Store, typed: str) -> Found:
    return store.search.find(typed)


@pytest.mark.parametrize(
    ("typed", "id", "how", "by"),
    [
        ("Morocco", "MAR", How.NAME, None),
        ("Turkey", "TUR", How.ALIAS, "Turkey"),
        ("Moroccan", "MAR", How.KNOWN, "Moroccan"),
        ("rabat", "MAR", How.KNOWN, "Rabat"),
        ("tb-2", TB2, How.ALIAS, "TB2"),
        ("bayraktar", TB2, How.KNOWN, "Bayraktar"),
        ("mo", "MAR", How.BEGINNING, None),
        ("m", "MAR", How.BEGINNING, None),
        ("Moroco", "MAR", How.NEAR, None),
        ("Morrocan", "MAR", How.NEAR, "Moroccan"),
        ("bayarktar", TB2, How.NEAR, "Bayraktar"),
    ],
)
def test_the_first_hit_says_how_it_was_found(filled: Store, typed: str, id: str, how: How, by: str | None) -> None:
    hit = found(filled, typed).hits[0]
    assert (hit.id, hit.how, hit.by) == (id, how, by)


def test_a_hit_tells_its_type_and_how_much_there_is_of_it(filled: Store) -> None:
    hit = found(filled, "Morocco").hits[0]
    assert (hit.type, hit.claims, hit.documents) == ("State", 6, 2)


def test_whole_names_go_before_aliases_and_beginnings_whatever_the_claims(filled: Store) -> None:
    named(
        filled,
        Entity("firm:rabat-motors", "Firm", "Rabat Motors"),
        Entity("place:rabat", "Place", "Rabat"),
        Entity("firm:z", "Firm", "Zeta", ("Rabat",)),
    )
    assert [hit.id for hit in found(filled, "Rabat").hits] == ["place:rabat", "firm:z", "MAR", "firm:rabat-motors"]


@pytest.mark.parametrize("typed", ["XY 7", "xy7", "XY-7", "xy-7"])
def test_a_designation_that_no_lexicon_has_is_found_however_it_is_parted(filled: Store, typed: str) -> None:
    named(filled, Entity("system:xy-7", "System", "XY-7"), Entity("system:xy8", "System", "XY8"))
    assert [hit.id for hit in found(filled, typed).hits] == ["system:xy-7"]


@pytest.mark.parametrize(
    ("typed", "ties"),
    [
        ("who supplies Morocco", [("~SUPPLIES~MAR", 2)]),
        ("what does Israel supply", [("ISR~SUPPLIES~", 1)]),
        ("co-production morocco", [("MAR~CO_PRODUCES~", 1)]),
        ("co-production moroco", [("MAR~CO_PRODUCES~", 1)]),
        ("supplies", [("~SUPPLIES~", 2)]),
        ("rabat israel", [("ISR~SUPPLIES~MAR", 1), ("ISR~CO_PRODUCES~MAR", 1), ("ISR~NORMALIZES~MAR", 1)]),
        ("Israel co-produces Morocco", [("ISR~CO_PRODUCES~MAR", 1), ("ISR~SUPPLIES~MAR", 1), ("ISR~NORMALIZES~MAR", 1)]),
    ],
)  # fmt: skip
def test_words_for_a_relation_find_edges(filled: Store, typed: str, ties: list[tuple[str, int]]) -> None:
    assert [(tie.id, tie.edges) for tie in found(filled, typed).ties] == ties
    for tie in found(filled, typed).ties:
        again = filled.search.tie(tie.id)
        assert again is not None
        assert again.id == tie.id


def test_a_name_is_no_question(filled: Store) -> None:
    named(filled, Entity("agreement:x", "Agreement", "Israel Morocco Pact"))
    assert found(filled, "Israel Morocco Pact").ties == ()


def test_what_is_not_there_is_said(filled: Store) -> None:
    assert [tie.id for tie in found(filled, "who sanctions Morocco").missing] == ["~SANCTIONS~MAR"]
    chad = found(filled, "Chad")
    assert (chad.status, [(each.name, each.type) for each in chad.absent]) == ("nothing found", [("Chad", "State")])
    assert found(filled, "Morocco").absent == ()
    nothing = found(filled, "Kingdom of Zzyzx")
    assert nothing.hits == ()
    assert "MAR" in [hit.id for hit in nothing.near]
    assert found(filled, "xqzxqz").status == "nothing found"
    assert found(filled, " ?! ").status == "nothing asked"


def test_no_more_is_shown_than_asked_for_but_all_is_counted(filled: Store) -> None:
    named(filled, *(Entity(f"firm:atlas-{i}", "Firm", f"Atlas {i}") for i in range(9)))
    answer = filled.search.find("atlas", 3)
    assert (len(answer.hits), answer.total, answer.reached) == (3, 9, False)


def test_an_id_of_a_tie_that_means_nothing_leads_nowhere(filled: Store) -> None:
    for id in ("", "~", "MAR", "MAR~BUYS~", "nobody~SUPPLIES~", "~SUPPLIES~nobody", "~~~~"):
        assert filled.search.tie(id) is None


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters() | st.sampled_from('+-&|!(){}[]^"~*?:\\/ aAND'), max_size=30))
def test_any_text_is_safe(opened_store: Store, typed: str) -> None:
    opened_store.search.find(typed, limit=1)
