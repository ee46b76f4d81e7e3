"""The claims behind many edges, one after another: for exports, which may be of more claims than should be held at once."""

from collections.abc import Iterator, Sequence

from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.edges import EdgeKey
from graph.store.filter import EVERYTHING, Filter
from graph.store.read_rows import read_claim
from graph.store.statements import any_role
from graph.store.view import View
from graph.store.view_records import StoredClaim

AT_ONCE = 100  # edges in one query


def iter_claims(
    view: View, edges: Sequence[EdgeKey], filter: Filter = EVERYTHING
) -> Iterator[tuple[EdgeKey, StoredClaim]]:
    """The claims of each edge that pass, newest first, with the edge; a claim's passage is its sentence alone."""
    for start in range(0, len(edges), AT_ONCE):
        yield from _iter_some(view.database, edges[start : start + AT_ONCE], load(view, filter), filter)


def load(view: View, filter: Filter) -> str:
    """The statement that asks for them."""
    return load_sifted("claims_behind_edges", filter, ROLES=any_role(view.schema))


def _iter_some(
    database: Database, edges: Sequence[EdgeKey], statement: str, filter: Filter
) -> Iterator[tuple[EdgeKey, StoredClaim]]:
    for row in database.iterate(statement, edges=[edge.id for edge in edges], **parameters(filter)):
        yield edges[row["place"]], read_claim(row)
