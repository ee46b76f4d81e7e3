"""Judgements on what an ingest brings and takes: which entities its words stand for, and what becomes of their rows."""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import replace

from neo4j import ManagedTransaction

from graph.records import Claim, Document, Entity, Extraction
from graph.schema.schema import Schema
from graph.store.database import run
from graph.store.edges import EdgeKey
from graph.store.entities import merge, merge_entities, read_stored, save_entities, store_entities
from graph.store.judged import Judged, JudgedEntity, read_judged, read_members, shown, write_judged
from graph.store.placing import edge_of, said_now
from graph.store.rows import Row, claim_row, entities_of
from graph.store.statements import link_names, load_statement


def read_judged_of(transaction: ManagedTransaction, extractions: Sequence[Extraction], touched: Set[str]) -> Judged:
    """What the ledger says of everything in these extractions, and of some ids besides: one look-up."""
    entities = {entity.id for extraction in extractions for entity in extraction.entities}
    claims = {claim.id for extraction in extractions for claim in extraction.claims}
    return read_judged(transaction, entities | claims | touched)


def place_claim(schema: Schema, claim: Claim, document: Document, judged: Judged) -> tuple[EdgeKey | None, Row]:
    """A claim's row with its ends where they were judged to be, and the edge behind which it stands, if any."""
    ruling = judged.claims.get(claim.id)
    said = said_now(claim.relation, claim.modality.value, ruling)
    source = (ruling.source if ruling else None) or judged.of(claim.source, document.id)
    target = (ruling.target if ruling else None) or judged.of(claim.target, document.id)
    key = edge_of(schema, said["relation"], source, target, ruling)
    row = claim_row(claim, document.text, key)
    row["properties"] |= {name: value for name, value in said.items() if value is not None}
    ends = {"source_as": _as(claim.source, source), "target_as": _as(claim.target, target)}
    return key, row | {"source": source, "target": target} | ends


def place_rows(rows: Iterable[Row], document: str, judged: Judged) -> Iterator[Row]:
    """Rows that name an entity, with the entity that it was judged to be in that document."""
    for row in rows:
        entity = judged.of(row["entity"], document)
        yield row | {"entity": entity, "as": _as(row["entity"], entity)}


def store_found(
    transaction: ManagedTransaction, extractions: Sequence[Extraction], needed: Set[str], judged: Judged
) -> None:
    """Store the entities of documents, those that judgements concern as they are judged; `needed` are linked to."""
    found = merge_entities(entity for extraction in extractions for entity in entities_of(extraction))
    plain = {id: entity for id, entity in found.items() if id not in judged.entities}
    store_entities(transaction, plain.values())
    own = {id: _added(judged.entities[id], entity) for id, entity in found.items() if id in judged.entities}
    changed = [each for id, each in own.items() if each != judged.entities[id]]
    write_judged(transaction, changed)
    standing = {id for id, each in own.items() if each.canonical == id}
    _show(transaction, (needed - set(plain)) | standing, {each.canonical for each in changed})


def release(transaction: ManagedTransaction, touched: Set[str], judged: Judged, schema: Schema) -> None:
    """Take out the entities among these that no text names any more, and what texts said of those that are judged."""
    owned = {id for id in touched if id in judged.entities and judged.entities[id].own}
    left = _supported(transaction, owned, schema)
    gone = [replace(judged.entities[id], own=None) for id in sorted(owned - left)]
    write_judged(transaction, gone)
    _show(transaction, frozenset(), {each.canonical for each in gone})
    standing = {id for id in left if judged.entities[id].canonical == id}
    run(transaction, load_statement("remove_entities"), ids=sorted(touched - standing))


def _supported(transaction: ManagedTransaction, ids: Set[str], schema: Schema) -> set[str]:
    left: set[str] = set()
    for name in link_names(schema):
        if ids - left:
            rows = run(transaction, load_statement("supported", LINK=name), ids=sorted(ids - left))
            left |= {row["id"] for row in rows}
    return left


def _show(transaction: ManagedTransaction, needed: Set[str], touched: Set[str]) -> None:
    """Make the entities that stand for others say what their members say; those that are needed are made."""
    members = read_members(transaction, sorted(needed | touched))
    if members:
        stored = read_stored(transaction, members)
        rows = (shown(id, each) for id, each in members.items() if id in needed or id in stored)
        save_entities(transaction, rows, stored)


def _added(judged: JudgedEntity, entity: Entity) -> JudgedEntity:
    return replace(judged, own=merge(judged.own, entity) if judged.own else entity)


def _as(said: str, entity: str) -> str | None:
    return None if said == entity else said
