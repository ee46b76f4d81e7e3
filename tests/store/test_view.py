from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from graph.records import Amount, Attribution, Entity, Extraction, Modality, Rejection, When
from graph.store.filter import Filter
from graph.store.query import make_query
from graph.store.store import Store
from tests.store.saying import DAY, article, says

TB2 = "system:bayraktar-tb2"
HERMES = "system:hermes-900"
ACCORDS = "agreement:abraham-accords"


@pytest.fixture
def maghreb(store: Store) -> Store:
    store.writer.write(
        [
            article(
                "wire",
                says("MAR", "PROCURES", TB2, quantity=Amount("13", 13.0), when=When("April", date(2021, 4, 1))),
                says("MAR", "NORMALIZES", "ISR", roles={"under": ACCORDS}),
            ),
            article(
                "analysis",
                says("MAR", "PROCURES", TB2, "denied"),
                says("DZA", "OPPOSES", "MAR", "possible"),
                says("TUR", "MANUFACTURES", TB2),
                published=date(2022, 5, 1),
            ),
            article("undated", says("MAR", "PROCURES", HERMES, "expected"), published=None),
        ]
    )
    return store


def test_counts_say_how_much_there_is_of_each(maghreb: Store) -> None:
    counts = maghreb.view.counts()
    assert (counts.documents, counts.total_entities, counts.total_claims, counts.edges) == (3, 7, 6, 5)
    assert counts.entities == {"State": 4, "System": 2, "Agreement": 1}
    assert counts.claims == {"PROCURES": 3, "MANUFACTURES": 1, "NORMALIZES": 1, "OPPOSES": 1}
    assert counts.modalities == {
        Modality.ASSERTED: 3,
        Modality.EXPECTED: 1,
        Modality.POSSIBLE: 1,
        Modality.DENIED: 1,
    }


def test_an_empty_store_counts_nothing(store: Store) -> None:
    counts = store.view.counts()
    assert (counts.documents, counts.entities, counts.claims, counts.total_claims) == (0, {}, {}, 0)
    assert store.view.most_connected() == store.view.recent_claims() == ()


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Morocco", "MAR"),
        ("morocco", "MAR"),
        ("moro", "MAR"),
        ("Moroco", "MAR"),
        ("kingdom of morocco", "MAR"),
        ("kingdom of mor", "MAR"),
        ("Türkiye", "TUR"),
        ("turkiye", "TUR"),
        ("türk", "TUR"),
        ("turkey", "TUR"),
        ("tb2", TB2),
        ("TB-2", TB2),
        ("Hermes-900", HERMES),
        ("hermes", HERMES),
        ("TB3", None),
        ("  ", None),
        ('*:* OR "', None),
        ("~?\\/ AND NOT (", None),
    ],
)
def test_search_forgives_what_people_type(maghreb: Store, typed: str, found: str | None) -> None:
    assert next((node.id for node in maghreb.view.search(typed)), None) == found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters() | st.sampled_from('+-&|!(){}[]^"~*?:\\/ aAND'), max_size=12))
def test_search_is_safe_for_any_text(opened_store: Store, typed: str) -> None:
    opened_store.view.search(typed, limit=1)


def test_a_query_holds_nothing_but_words() -> None:
    assert make_query("of the") == ""
    assert make_query('F-35" OR *') == "(((f^4) AND (35^4 OR 35*^2)) OR f35*^2)"


def test_search_puts_a_whole_name_first_and_then_what_has_more_edges(maghreb: Store) -> None:
    def firm(id: str, name: str, *aliases: str) -> Extraction:
        return replace(article(id), entities=(Entity(f"firm:{id}", "Firm", name, aliases, ((0, 2),)),))

    maghreb.writer.write([firm("x", "Morocco Aero"), firm("y", "Atlas", "Aero Morocco"), firm("z", "Aero")])
    assert [node.id for node in maghreb.view.search("Morocco")][:2] == ["MAR", "firm:x"]
    assert [node.id for node in maghreb.view.search("Aero")] == ["firm:z", "firm:y", "firm:x"]


def test_an_entity_tells_how_much_there_is_about_it(maghreb: Store) -> None:
    node = maghreb.view.entity("MAR")
    assert node is not None
    assert (node.name, node.type, node.neighbours, node.claims, node.documents) == ("Morocco", "State", 4, 5, 3)
    assert maghreb.view.entity("nobody") is None


def test_neighbours_come_best_supported_first_and_say_how_many_there_are(maghreb: Store) -> None:
    some = maghreb.view.neighbours("MAR", limit=2)
    assert [node.id for node in some.nodes] == [TB2, "DZA"]  # two claims; then one, but the most recent
    assert some.total == 4
    rest = maghreb.view.neighbours("MAR", exclude=[node.id for node in some.nodes])
    assert [node.id for node in rest.nodes] == ["ISR", HERMES]
    assert {(edge.source, edge.relation, edge.target) for edge in rest.edges} == {
        ("ISR", "NORMALIZES", "MAR"),
        ("MAR", "PROCURES", HERMES),
    }


def test_neighbours_can_be_asked_for_by_relation_and_modality(maghreb: Store) -> None:
    view = maghreb.view
    assert {node.id for node in view.neighbours("MAR", Filter(relations=frozenset({"PROCURES"}))).nodes} == {
        TB2,
        HERMES,
    }
    assert {node.id for node in view.neighbours("MAR", Filter(modalities=frozenset({Modality.EXPECTED}))).nodes} == {
        HERMES
    }
    assert view.neighbours("MAR", Filter(relations=frozenset())).total == 0
    assert view.neighbours("nobody").total == 0


@pytest.fixture
def judged(store: Store) -> Store:
    """MAR procures the TB2: .62 and .93 sure, and once without a number, and denied: .99; operates it: .9; opposes DZA: no number at all."""
    store.writer.write(
        [
            article("sure", says("MAR", "PROCURES", TB2, confidence=0.93, reasons=("cue order", "path <dobj>"))),
            article("unsure", says("MAR", "PROCURES", TB2, confidence=0.62), says("MAR", "OPPOSES", "DZA")),
            article("doubted", says("MAR", "PROCURES", TB2, modality=Modality.DENIED, confidence=0.99)),
            article("unmeasured", says("MAR", "PROCURES", TB2), says("MAR", "OPERATES", HERMES, confidence=0.9)),
        ]
    )
    return store


def test_a_claim_keeps_its_confidence_and_its_reasons(judged: Store) -> None:
    claims = {claim.document.id: claim for claim in judged.view.evidence("MAR", "PROCURES", TB2)}
    assert {id: (claim.confidence, claim.reasons) for id, claim in claims.items()} == {
        "sure": (0.93, ("cue order", "path <dobj>")),
        "unsure": (0.62, ()),
        "doubted": (0.99, ()),
        "unmeasured": (None, ()),
    }
    [row] = judged.console.run(
        "MATCH (c:Claim {modality: 'asserted'}) WHERE c.confidence > 0.9 RETURN c.confidence, c.reasons"
    ).rows
    assert row == (0.93, ["cue order", "path <dobj>"])


def test_an_edge_is_as_sure_as_the_surest_of_its_firmest_claims(judged: Store) -> None:
    def confidence(relation: str, target: str) -> float | None:
        edge = judged.view.edge("MAR", relation, target)
        assert edge is not None
        return edge.confidence

    assert (confidence("PROCURES", TB2), confidence("OPPOSES", "DZA")) == (0.93, None)
    judged.writer.write([article("sure", says("MAR", "NORMALIZES", "ISR"))])
    assert confidence("PROCURES", TB2) == 0.62


def test_edges_can_be_asked_for_by_confidence(judged: Store) -> None:
    view = judged.view

    def relations(least: float | None) -> set[str]:
        edges = view.edges_among(["MAR", "DZA", TB2, HERMES], Filter(min_confidence=least))
        around = view.neighbours("MAR", Filter(min_confidence=least))
        assert edges == around.edges
        assert view.hidden(["MAR"], Filter(min_confidence=least)) == {"MAR": around.total}
        return {edge.relation for edge in edges}

    assert relations(None) == {"PROCURES", "OPERATES", "OPPOSES"}
    assert relations(0.0) == relations(0.9) == {"PROCURES", "OPERATES"}
    assert relations(0.91) == {"PROCURES"}
    assert relations(1.0) == set()


def test_edges_among_entities_leave_out_all_others(maghreb: Store) -> None:
    edges = maghreb.view.edges_among(["MAR", "TUR", TB2])
    assert [(edge.source, edge.relation, edge.target) for edge in edges] == [
        ("MAR", "PROCURES", TB2),
        ("TUR", "MANUFACTURES", TB2),
    ]
    assert edges[0].disputed
    assert (edges[0].quantity, edges[0].event_start, edges[0].counts[Modality.DENIED]) == (13, date(2021, 4, 1), 1)


def test_hidden_counts_the_neighbours_that_are_not_drawn(maghreb: Store) -> None:
    assert maghreb.view.hidden(["MAR", TB2, "ISR"]) == {"MAR": 2, TB2: 1, "ISR": 0}


def test_evidence_is_the_sentences_newest_first_with_the_words_around(maghreb: Store) -> None:
    denial, order = maghreb.view.evidence("MAR", "PROCURES", TB2)
    assert (denial.modality, denial.reported_on) == (Modality.DENIED, date(2022, 5, 1))
    assert order.sentence == order.passage == "Morocco procures Bayraktar TB2."
    start = order.passage_start
    assert order.passage[order.source_span[0] - start : order.source_span[1] - start] == "Morocco"
    assert order.passage[order.target_span[0] - start : order.target_span[1] - start] == "Bayraktar TB2"
    assert (order.quantity, order.quantity_text, order.date_text) == (13, "13", "April")
    assert (order.document.id, order.document.publisher, order.document.published) == ("wire", "The Paper", DAY)


def test_evidence_of_a_symmetric_edge_is_found_from_either_end(maghreb: Store) -> None:
    [one] = maghreb.view.evidence("MAR", "NORMALIZES", "ISR")
    [other] = maghreb.view.evidence("ISR", "NORMALIZES", "MAR")
    assert one == other
    assert one.roles["under"].name == "Abraham Accords"


def test_evidence_names_who_says_so(store: Store) -> None:
    speaker = Attribution("Jane Roe", "person:jane-roe")
    store.writer.write([article("a", says("MAR", "PROCURES", TB2, reported=True, attributed_to=speaker))])
    [claim] = store.view.evidence("MAR", "PROCURES", TB2)
    assert claim.speaker is not None
    assert (claim.reported, claim.attributed_to, claim.speaker.name) == (True, "Jane Roe", "Jane Roe")


def test_offsets_hold_in_text_with_characters_beyond_the_basic_plane(store: Store) -> None:
    plain = article("a", says("MAR", "PROCURES", TB2))
    text = "\N{ROCKET}\N{ROCKET} first.\n\n" + plain.document.text
    by = len(text) - len(plain.document.text)
    claim = plain.claims[0]
    evidence = claim.evidence
    moved = replace(
        evidence,
        start=evidence.start + by,
        end=evidence.end + by,
        cue=(evidence.cue[0] + by, evidence.cue[1] + by),
        source=(evidence.source[0] + by, evidence.source[1] + by),
        target=(evidence.target[0] + by, evidence.target[1] + by),
    )
    document = replace(plain.document, text=text)
    store.writer.write([replace(plain, document=document, claims=(replace(claim, evidence=moved),))])
    [found] = store.view.evidence("MAR", "PROCURES", TB2)
    assert found.passage == found.sentence
    assert found.cue == "procures"


def test_a_document_shows_everything_found_in_it(store: Store) -> None:
    rejection = Rejection("no target", "order", "They order.", 0, 11)
    store.writer.write([article("a", says("MAR", "PROCURES", TB2), rejections=(rejection,))])
    document = store.view.document("a")
    assert document is not None
    assert document.card.title == "Title of a"
    assert [
        (mention.entity.name, [document.text[slice(*span)] for span in mention.spans]) for mention in document.mentions
    ] == [("Morocco", ["Morocco"]), ("Bayraktar TB2", ["Bayraktar TB2"])]
    assert [claim.sentence for claim in document.claims] == ["Morocco procures Bayraktar TB2."]
    assert [(each.reason, each.cue) for each in document.rejections] == [("no target", "order")]
    assert store.view.document("b") is None


def test_most_connected_and_recent_come_first(maghreb: Store) -> None:
    assert [node.id for node in maghreb.view.most_connected(2)] == ["MAR", TB2]
    assert [node.id for node in maghreb.view.most_connected(1, type="System")] == [TB2]
    assert [claim.document.id for claim in maghreb.view.recent_claims(4)] == ["analysis"] * 3 + ["wire"]


def test_the_revision_rises_with_every_change(maghreb: Store) -> None:
    before = maghreb.view.revision()
    maghreb.writer.write([article("more", says("TUR", "MANUFACTURES", TB2))])
    assert maghreb.view.revision() > before
