"""What a write by hand must leave true: judgements as they were made, claims that their text bears out, derived edges."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from neo4j import ManagedTransaction

from graph.errors import QueryRefused
from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.database import run
from graph.store.edges import make_edge_key
from graph.store.migrate import own_indexes
from graph.store.statements import any_relation, load_statement

SHOWN = 3  # examples in a refusal
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Held:
    """The store at one moment, as prints to compare: a print differs where anything that it stands for does.

    `claims` has each claim's print and the edge that it stands behind, None where it was judged wrong.
    """

    ledger: Mapping[str, int]
    entities: Mapping[str, int]
    claims: Mapping[str, tuple[int, str | None]]
    edges: Mapping[str, tuple[int, ...]]


def read_held(transaction: ManagedTransaction, schema: Schema) -> Held:
    """The store as this transaction sees it. Reads all of it: a second for every hundred thousand claims or so."""
    edges: dict[str, list[int]] = defaultdict(list)
    for row in transaction.run(load_statement("held_edges", RELATIONS=any_relation(schema))):
        edges[row["edge"]].append(_print(row["said"]))
    return Held(
        ledger={row["key"]: _print(row) for row in transaction.run(load_statement("held_ledger"))},
        entities={row["key"]: _print(row) for row in transaction.run(load_statement("held_entities"))},
        claims={row["key"]: (_print(row), row["edge"]) for row in transaction.run(load_statement("held_claims"))},
        edges={edge: tuple(sorted(prints)) for edge, prints in edges.items()},
    )


def touched_edges(before: Held, after: Held) -> frozenset[str]:
    """The edges that claims stand, or stood, behind which are others now."""
    pairs = ((before.claims.get(key), after.claims.get(key)) for key in before.claims.keys() | after.claims.keys())
    return frozenset(
        each[1] for was, now in pairs if was != now for each in (was, now) if each is not None and each[1] is not None
    )


def check_kept(transaction: ManagedTransaction, schema: Schema, before: Held, after: Held) -> None:
    """Raises QueryRefused where judgements, ids or claims are no more what they must be."""
    if before.ledger != after.ledger:
        raise QueryRefused("judgements are a ledger that Cypher can't change; use entente review, which can undo them")
    _refuse(_wrong_entities(transaction, schema, before, after))
    changed = [key for key, claim in after.claims.items() if before.claims.get(key) != claim]
    rows = run(transaction, load_statement("claims_by_element"), keys=changed) if changed else []
    _refuse(f"claim {row['id']}: {why}" for row in rows if (why := _wrong(schema, row, before)))


def check_edges(before: Held, now: Held, followed: frozenset[str]) -> None:
    """Raises QueryRefused where edges were written that no claim explains; those that `followed` their claims may."""
    edges = sorted(before.edges.keys() | now.edges.keys())
    _refuse(
        f"{edge}: edges say what their claims say and can't be written; write claims, or use entente review"
        for edge in edges
        if edge not in followed and before.edges.get(edge) != now.edges.get(edge)
    )


def read_indexes(transaction: ManagedTransaction) -> frozenset[str]:
    """The names of all indexes and constraints."""
    return frozenset(row["name"] for row in transaction.run(load_statement("index_names")))


def check_indexes(schema: Schema, before: frozenset[str], after: frozenset[str]) -> None:
    """Raises QueryRefused where one is gone that the store needs; those that somebody else made may go."""
    needed = own_indexes(schema) & (before - after)
    _refuse(f"{name} is an index or constraint that the store can't do without" for name in sorted(needed))


def _wrong_entities(transaction: ManagedTransaction, schema: Schema, before: Held, after: Held) -> Iterator[str]:
    touched = {key for key, said in after.entities.items() if before.entities.get(key) != said}
    for row in run(transaction, load_statement("held_entities")) if touched else ():
        if row["key"] in before.entities and row["key"] in touched:
            yield f"entity {row['id']}: ids, types and labels of what the store holds can't be changed"
        elif row["key"] in touched and not (row["id"] and set(row["labels"]) >= {"Entity", row["type"]}):
            yield f"entity {row['id']}: needs an id, and a type that is its label too, as in (:Entity:State {{id, type}})"
        elif row["key"] in touched and row["type"] not in schema.entities:
            yield f"entity {row['id']}: its type is {row['type']}, the schema has {', '.join(schema.entities)}"


def _wrong(schema: Schema, row: Row, before: Held) -> str | None:
    """Why a claim can't stand as it is; None where it can."""
    if [len(row[ends]) for ends in ("sources", "targets", "texts")] != [1, 1, 1]:
        return "needs one SOURCE, one TARGET and one document that it is IN"
    (source, source_type), (target, target_type) = row["sources"][0], row["targets"][0]
    if not schema.allows(source_type, row["relation"], target_type):
        return f"the schema has no {source_type} {row['relation']} {target_type}"
    if row["modality"] not in set(Modality):
        return f"its modality is {row['modality']}, known are {', '.join(Modality)}"
    if not row["sentence"] or row["texts"][0][row["start"] : row["end"]] != row["sentence"]:
        return "its sentence isn't what its document says from start to end"
    was = before.claims.get(row["key"])
    wanted = was[1] if row["judged"] and was else make_edge_key(schema, row["relation"], source, target).id
    return None if row["edge"] == wanted else f"its edge must be {wanted}"


def _refuse(wrong: Iterable[str]) -> None:
    found = list(wrong)
    if found:
        more = f"; and {len(found) - SHOWN:,} more" if len(found) > SHOWN else ""
        raise QueryRefused(f"nothing was changed: {'; '.join(found[:SHOWN])}{more}")


def _print(said: Any) -> int:
    """A number that differs, for all practical purposes, where what is said does. Only good within this process."""
    return hash(repr(_ordered(dict(said))))


def _ordered(value: Any) -> Any:
    if isinstance(value, dict):
        return sorted((key, repr(_ordered(item))) for key, item in value.items())
    return sorted(map(repr, value)) if isinstance(value, list) else value
