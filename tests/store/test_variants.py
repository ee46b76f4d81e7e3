from dataclasses import replace

from graph.records import Entity, Extraction
from graph.store.store import Store
from tests.store.saying import article, dump, says

FAMILY = Entity("system:kite-9", "System", "Kite-9", known=True)
VARIANT = Entity("system:kite-9b", "System", "Kite-9B", family="system:kite-9")


def telling(id: str, *systems: Entity) -> Extraction:
    extraction = article(id, says("MAR", "NORMALIZES", "ISR"))
    named = [replace(system, mentions=((0, 2),)) for system in systems]
    return replace(extraction, entities=(*extraction.entities, *named))


def variants(store: Store) -> list[tuple[str, str]]:
    records = store.driver.execute_query(
        "MATCH (one)-[:VARIANT_OF]->(other) RETURN one.id AS one, other.id AS other"
    ).records
    return [(record["one"], record["other"]) for record in records]


def test_a_variant_is_linked_to_its_family_whichever_comes_first(store: Store) -> None:
    linked = [(VARIANT.id, FAMILY.id)]
    for first, second in ((FAMILY, VARIANT), (VARIANT, FAMILY)):
        store.wipe()
        store.writer.write([telling("a", first)])
        assert variants(store) == []
        store.writer.write([telling("b", second)])
        assert variants(store) == linked


def test_one_document_may_name_both(store: Store) -> None:
    store.writer.write([telling("a", VARIANT, FAMILY)])
    assert variants(store) == [(VARIANT.id, FAMILY.id)]


def test_a_link_keeps_nothing_in_the_store(store: Store) -> None:
    store.writer.write([telling("a", FAMILY)])
    alone = dump(store)
    store.writer.write([telling("b", VARIANT)])
    store.writer.forget(["b"])
    assert dump(store) == alone
    assert variants(store) == []


def test_writing_again_makes_no_second_link(store: Store) -> None:
    store.writer.write([telling("a", VARIANT, FAMILY)])
    store.writer.write([telling("b", replace(VARIANT, aliases=("K9B",)), FAMILY)])
    assert variants(store) == [(VARIANT.id, FAMILY.id)]
