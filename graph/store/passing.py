"""Edges as the claims make them that a filter lets through: the same sums as the store's own, over fewer claims."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from graph.schema.schema import Schema
from graph.store.behind import Behind, nature_of
from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.edges import EdgeKey, read_key, say
from graph.store.filter import Filter
from graph.store.read_rows import read_edge
from graph.store.statements import any_role
from graph.store.view_records import Edge, StoredClaim

Row = Mapping[str, Any]


def sift_edges(database: Database, schema: Schema, rows: Sequence[Row], filter: Filter) -> tuple[Edge, ...]:
    """The edges of these rows, in their order, that have claims enough that pass, as these claims make them."""
    if not filter.asks_of_claims:
        return tuple(read_edge(row) for row in rows)
    candidates = {_id(row): row for row in rows}
    claims = {id: row["claims"] for id, row in candidates.items()}
    found = {
        row["edge"]: candidates[row["edge"]] if row["whole"] else {**_ends(row["edge"]), **say(_behind(schema, row))}
        for row in _passing(database, schema, claims, filter)
    }
    edges = (read_edge(found[id]) for id in candidates if id in found)
    return tuple(edge for edge in edges if edge.documents >= filter.min_documents)


def regroup(
    database: Database, schema: Schema, edge: str, claims: Sequence[StoredClaim], filter: Filter
) -> tuple[StoredClaim, ...]:
    """The claims of an edge, each with its act among those that pass: fewer claims may tell of fewer acts, or of more."""
    acts = acts_among(database, schema, edge, filter)
    return tuple(replace(claim, act=acts.get(claim.id, claim.act)) for claim in claims)


def acts_among(database: Database, schema: Schema, edge: str, filter: Filter) -> Mapping[str, str]:
    """The act of each claim of an edge that passes; nothing where all pass, as each then has the act that is stored."""
    if not filter.asks_of_claims:
        return {}
    [row] = _passing(database, schema, {edge: None}, filter) or [{"edge": edge, "claims": []}]
    behind = _behind(schema, row)
    return {id: behind.acts[facts] for id, (facts, _stored) in (behind.stored or {}).items()}


def _passing(database: Database, schema: Schema, edges: Mapping[str, int | None], filter: Filter) -> Sequence[Row]:
    """What passes behind edges, each with the number of its claims; None asks for all that passes in any case."""
    asked = [{"id": id, "claims": claims} for id, claims in edges.items()]
    statement = load_sifted("passing", filter, ROLES=any_role(schema))
    return database.read(statement, edges=asked, **parameters(filter)) if asked else []


def _behind(schema: Schema, row: Row) -> Behind:
    behind = Behind(nature_of(schema, row["edge"]))
    for claim in row["claims"]:
        behind.read(claim)
    behind.settle()
    return behind


def _id(row: Row) -> str:
    return EdgeKey(row["relation"], row["source"], row["target"]).id


def _ends(edge: str) -> dict[str, str]:
    return asdict(read_key(edge))
