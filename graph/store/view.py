"""The read side of the store: entities, their neighbours, and the sentences behind each edge."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from graph.schema.schema import Schema
from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.edges import EdgeKey, make_edge_key
from graph.store.facets import Clock, Days, Facets, count_days, count_facets
from graph.store.filter import EVERYTHING, Filter
from graph.store.passing import regroup, sift_edges
from graph.store.read_rows import read_claim, read_counts, read_document, read_node
from graph.store.reports import Report, read_reports
from graph.store.search import Search
from graph.store.statements import any_relation, any_role, load_statement
from graph.store.view_records import Counts, Edge, Named, Neighbourhood, Node, StoredClaim, StoredDocument, Way

AROUND = 1500  # characters of text on both sides of a sentence in which its paragraph's ends are looked for

Direction = Literal["both", "out", "in"]


@dataclass(frozen=True, slots=True)
class View:
    """Reads of the store; every call is a few queries at most.

    An id that was judged to be another entity stands for that one, so that old addresses hold. Where a filter is taken,
    only what it lets through is read; entities that are asked for by their id are given whatever their type.
    """

    database: Database
    schema: Schema

    def revision(self) -> int:
        """A number that rises with every change, so that what was read before can be kept until then."""
        rows = self.database.read(load_statement("revision"))
        return int(rows[0]["revision"]) if rows else 0

    def counts(self) -> Counts:
        """How much the store holds."""
        return read_counts(self._read("counts")[0], self.schema)

    def search(self, text: str, limit: int = 10) -> tuple[Node, ...]:
        """Entities called so, a whole name first; beginnings of words and a wrong letter or two will do.

        Any text is safe; one without letters or digits finds nothing. Store.search tells more.
        """
        hits = Search(self.database, self.schema).hits(text, limit)
        return self._nodes([hit.id for hit in hits])

    def entity(self, id: str) -> Node | None:
        """The entity of that id, or None where the store has none."""
        return next(iter(self.nodes([id])), None)

    def nodes(self, ids: Sequence[str]) -> tuple[Node, ...]:
        """The entities of those ids, in that order, each once; ids that the store lacks are left out."""
        return self._nodes(list(dict.fromkeys(self._kept(ids).values())))

    def named(self, ids: Sequence[str]) -> Mapping[str, Named]:
        """What those entities are called, by the ids that were asked for; quick, as nothing is counted."""
        kept = self._kept(ids)
        found = {row["entity"]["id"]: Named(**row["entity"]) for row in self._read("named", ids=[*set(kept.values())])}
        return {id: found[kept[id]] for id in ids if kept[id] in found}

    def neighbours(
        self,
        id: str,
        filter: Filter = EVERYTHING,
        direction: Direction = "both",
        limit: int = 12,
        exclude: Sequence[str] = (),
    ) -> Neighbourhood:
        """The best supported neighbours that are not in `exclude`, then the most recent; empty for an unknown id.

        `direction` asks for edges from the entity ("out") or to it ("in"); symmetric relations go both ways.
        """
        kept = self._kept([id, *exclude])
        ways: dict[str, Any] = {"id": kept[id], "direction": direction, "symmetric": self._symmetric()}
        name = "neighbours_said" if filter.asks_of_claims else "neighbours"
        row = self._sifted(name, filter, limit=limit, exclude=list(kept.values()), **ways)[0]
        edges = self._edges("edges_to", filter, others=row["ids"], **ways)
        return Neighbourhood(self._nodes(row["ids"]), edges, row["total"])

    def edges_among(self, ids: Sequence[str], filter: Filter = EVERYTHING) -> tuple[Edge, ...]:
        """All edges that have both ends among those entities."""
        return self._edges("edges_among", filter, ids=list(self._kept(ids).values()))

    def hidden(self, ids: Sequence[str], filter: Filter = EVERYTHING) -> Mapping[str, int]:
        """For each of those entities, how many of its neighbours are not among them."""
        kept = self._kept(ids)
        name = "hidden" if filter.decided_by_edges else "hidden_said"
        rows = self._sifted(name, filter, ids=list(kept.values()))
        hidden = {row["id"]: int(row["hidden"]) for row in rows}
        return {id: hidden.get(kept[id], 0) for id in ids}

    def ways(self, id: str, filter: Filter = EVERYTHING, exclude: Sequence[str] = ()) -> tuple[Way, ...]:
        """By which relations neighbours that are not in `exclude` can be reached, those with most neighbours first."""
        kept = self._kept([id, *exclude])
        name = "ways" if filter.decided_by_edges else "ways_said"
        rows = self._sifted(name, filter, id=kept[id], exclude=list(kept.values()))
        symmetric, found = set(self._symmetric()), Counter[tuple[str, Direction]]()
        for row in rows:
            way: Direction = "both" if row["relation"] in symmetric else "out" if row["out"] else "in"
            found[row["relation"], way] += row["neighbours"]
        return tuple(Way(relation, way, number) for (relation, way), number in found.most_common())

    def edge(self, source: str, relation: str, target: str, filter: Filter = EVERYTHING) -> Edge | None:
        """The edge of that relation between both ends, or None; of a symmetric one either end may come first."""
        if relation not in self.schema.relations:
            return None
        key = self._key(source, relation, target)
        statement = load_sifted("edge", filter, RELATION=relation)
        rows = self.database.read(statement, source=key.source, target=key.target, **parameters(filter))
        return next(iter(sift_edges(self.database, self.schema, [row["edge"] for row in rows], filter)), None)

    def evidence(
        self, source: str, relation: str, target: str, limit: int = 100, filter: Filter = EVERYTHING
    ) -> tuple[StoredClaim, ...]:
        """The claims behind an edge, newest first; Edge.claims says how many there are in all."""
        key = self._key(source, relation, target)
        rows = self._sifted("claims_of_edge", filter, edge=key.id, limit=limit, around=AROUND)
        return regroup(self.database, self.schema, key.id, [read_claim(row) for row in rows], filter)

    def reports(self, source: str, relation: str, target: str, filter: Filter = EVERYTHING) -> tuple[Report, ...]:
        """All claims behind an edge, newest first, without their sentences; of more than 5,000 the newest."""
        return read_reports(self.database, self.schema, self._key(source, relation, target), filter)

    def facets(self, ids: Sequence[str] | None, filter: Filter = EVERYTHING) -> Facets:
        """What each choice of a filter would show among those entities, or in the whole store where that is None."""
        return count_facets(self.database, self.schema, self._among(ids), filter)

    def days(self, ids: Sequence[str] | None, clock: Clock, filter: Filter = EVERYTHING) -> Days:
        """The claims among those entities, or all where that is None, day by day as if that clock weren't filtered."""
        return count_days(self.database, self.schema, self._among(ids), clock, filter)

    def document(self, id: str) -> StoredDocument | None:
        """The document of that id with everything found in it, or None where the store has none."""
        rows = self._read("document", id=id)
        return read_document(rows[0], self._claims("claims_of_document", id=id)) if rows else None

    def most_connected(self, limit: int = 10, type: str | None = None) -> tuple[Node, ...]:
        """The entities that most is claimed about, of all types or of one."""
        return self._nodes([row["id"] for row in self._read("most_connected", limit=limit, type=type)])

    def recent_claims(self, limit: int = 10) -> tuple[StoredClaim, ...]:
        """The claims that were reported last; those of undated documents are not among them."""
        return self._claims("recent_claims", limit=limit)

    def _nodes(self, ids: Sequence[str]) -> tuple[Node, ...]:
        found = {row["node"]["id"]: read_node(row["node"]) for row in self._read("nodes", ids=list(ids))}
        return tuple(found[id] for id in ids if id in found)  # Cypher promises no order

    def _kept(self, ids: Sequence[str]) -> dict[str, str]:
        """For each id that of the entity that it is by judgement: mostly itself."""
        rows = self._read("kept", ids=list(ids))
        return dict(zip(ids, ids, strict=True)) | {row["id"]: row["kept"] for row in rows}

    def _among(self, ids: Sequence[str] | None) -> list[str] | None:
        return None if ids is None else list(self._kept(ids).values())

    def _edges(self, name: str, filter: Filter, **values: Any) -> tuple[Edge, ...]:
        rows = self._sifted(name, filter, **values)
        return sift_edges(self.database, self.schema, [row["edge"] for row in rows], filter)

    def _symmetric(self) -> list[str]:
        return [name for name, relation in self.schema.relations.items() if relation.symmetric]

    def _key(self, source: str, relation: str, target: str) -> EdgeKey:
        kept = self._kept([source, target])
        return make_edge_key(self.schema, relation, kept[source], kept[target])

    def _claims(self, name: str, **values: Any) -> tuple[StoredClaim, ...]:
        return tuple(read_claim(row) for row in self._read(name, around=AROUND, **values))

    def _sifted(self, name: str, filter: Filter, **values: Any) -> list[Any]:
        statement = load_sifted(name, filter, **self._blanks())
        return self.database.read(statement, **values, **parameters(filter))

    def _read(self, name: str, **values: Any) -> list[Any]:
        return self.database.read(load_statement(name, **self._blanks()), **values)

    def _blanks(self) -> dict[str, str]:
        return {"RELATIONS": any_relation(self.schema), "ROLES": any_role(self.schema)}
