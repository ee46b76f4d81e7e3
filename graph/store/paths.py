"""How two entities hang together: the shortest chains of edges between them, each step with its strongest sentence."""

import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields, replace
from itertools import pairwise
from typing import Any

from graph.errors import QueryTimeout, StoreError
from graph.records import Modality
from graph.schema.schema import Schema
from graph.store.conditions import load_sifted, parameters
from graph.store.database import Database
from graph.store.edges import EdgeKey
from graph.store.filter import EVERYTHING, Filter
from graph.store.passing import sift_edges
from graph.store.read_rows import read_claim
from graph.store.statements import any_relation, any_role, load_statement
from graph.store.view import AROUND, View
from graph.store.view_records import Edge, Node, StoredClaim

SECONDS = 6.0  # that one question may take
CANDIDATES = 200  # paths that the store looks for at once, as paths.cypher says
ROUNDS = 6  # in which edges whose claims don't pass are taken out
HUB = 50  # an entity with more edges is a hub
FIRMNESS = tuple(Modality)
LENGTHS = (1, 2, 3, 4, 5, 6)

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Constraints:
    """What a path may go through. `filter` is asked of every edge, and of every entity but the two ends.

    `along` follows edges from source to target only; `generic` lets classes ("drones") through; `hubs` entities with more
    than HUB edges; `avoid` are ids of entities that no path goes through.
    """

    filter: Filter = EVERYTHING
    longest: int = 4
    along: bool = False
    generic: bool = False
    hubs: bool = True
    avoid: frozenset[str] = frozenset()

    @property
    def asked(self) -> dict[str, "Constraints"]:
        """For each constraint that is on, by what it is called, the same without it."""
        without: dict[str, Constraints] = {}
        for name in (each.name for each in fields(Filter)):
            if getattr(self.filter, name) != getattr(EVERYTHING, name):
                easier: dict[str, Any] = {name: getattr(EVERYTHING, name)}
                without[name] = replace(self, filter=replace(self.filter, **easier))
        easy: dict[str, Any] = {"along": False, "generic": True, "hubs": True, "avoid": frozenset()}
        for name, value in easy.items():
            if getattr(self, name) != value:
                without[name] = replace(self, **{name: value})
        return without


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: all edges between two entities, the firmest and best supported first, and its strongest claim."""

    edges: tuple[Edge, ...]
    claim: StoredClaim | None = None

    @property
    def strength(self) -> tuple[int, int]:
        """How well the step stands: how firm, then how many claims; less is stronger."""
        best = self.edges[0]
        return (FIRMNESS.index(best.modality), -sum(edge.claims for edge in self.edges))


@dataclass(frozen=True, slots=True)
class Path:
    """A chain of entities; `steps[i]` leads from `nodes[i]` to `nodes[i + 1]`."""

    nodes: tuple[Node, ...]
    steps: tuple[Step, ...]

    @property
    def through(self) -> tuple[Node, ...]:
        """The entities between both ends."""
        return self.nodes[1:-1]


@dataclass(frozen=True, slots=True)
class Paths:
    """The answer: paths, shortest first, those of one length by their weakest step. `cut` says that there may be more
    than were looked at: without paths, that looking stopped before one was found. `late` says that time ran out. Where there is no path, `removed` says for each constraint by its name
    how many steps the shortest path would have without it, and `free` the same without all of them."""

    paths: tuple[Path, ...] = ()
    cut: bool = False
    late: bool = False
    removed: Mapping[str, int] = field(default_factory=dict)
    free: int | None = None


@dataclass(frozen=True, slots=True)
class Pathfinder:
    """Looks for paths in a store, in bounded time."""

    database: Database
    schema: Schema

    @property
    def view(self) -> View:
        """The other reads of the same store."""
        return View(self.database, self.schema)

    def find(self, left: str, right: str, constraints: Constraints = Constraints()) -> Paths:
        """The shortest paths between two entities that keep to the constraints."""
        until = time.monotonic() + SECONDS
        try:
            with _in_time():
                ends = View(self._hurried(until), self.schema).nodes([left, right])
            if len(ends) < 2:
                return Paths()
            chains, edges, cut = self._chains(ends[0].id, ends[1].id, constraints, until)
            if chains:
                return Paths(self._told(chains, edges, constraints.filter, until), cut)
        except QueryTimeout:
            return Paths(late=True)
        return Paths(cut=True) if cut else self._explain(ends[0].id, ends[1].id, constraints, until)

    def _chains(
        self, left: str, right: str, asked: Constraints, until: float
    ) -> tuple[list[tuple[str, ...]], Mapping[Pair, tuple[Edge, ...]], bool]:
        """Chains of ids whose every step has an edge that passes, those edges, and whether there may be more."""
        avoid = sorted((asked.avoid | (frozenset() if asked.hubs else self._hubs(until))) - {left, right})
        refused: set[str] = set()
        for _round in range(ROUNDS):
            ways = {"left": left, "right": right, "avoid": avoid, "refused": sorted(refused)}
            rows = self._within(until, _statement(self.schema, asked), generic=asked.generic, symmetric=self._symmetric(), **ways, **parameters(asked.filter))  # fmt: skip
            chains = list(dict.fromkeys(ids for row in rows if len(set(ids := tuple(row["ids"]))) == len(ids)))
            edges, failed = self._edges(chains, asked, until)
            whole = [chain for chain in chains if all(edges.get(pair) for pair in pairwise(chain))]
            if not failed - refused or len(whole) == len(chains):
                return whole, edges, len(rows) >= CANDIDATES
            refused |= failed
        return whole, edges, True

    def _edges(
        self, chains: Iterable[tuple[str, ...]], asked: Constraints, until: float
    ) -> tuple[Mapping[Pair, tuple[Edge, ...]], set[str]]:
        """The edges of each step that pass, and those (as Neo4j calls them) that don't, seen from their claims."""
        pairs = sorted({pair for chain in chains for pair in pairwise(chain)})
        statement = load_sifted("paths_edges", asked.filter, RELATIONS=any_relation(self.schema))
        unique = sorted({(min(pair), max(pair)) for pair in pairs})
        rows = self._within(until, statement, pairs=[list(pair) for pair in unique], **parameters(asked.filter))
        with _in_time():
            passing = sift_edges(self._hurried(until), self.schema, [row["edge"] for row in rows], asked.filter)
        kept = {_key(edge) for edge in passing}
        failed = {row["element"] for row in rows if _row_key(row["edge"]) not in kept}
        return {pair: steps for pair in pairs if (steps := self._between(pair, passing, asked.along))}, failed

    def _between(self, pair: Pair, edges: Iterable[Edge], along: bool) -> tuple[Edge, ...]:
        found = [
            edge
            for edge in edges
            if (edge.source, edge.target) == pair
            or ((edge.target, edge.source) == pair and (not along or self.schema.relations[edge.relation].symmetric))
        ]
        return tuple(sorted(found, key=lambda edge: (FIRMNESS.index(edge.modality), -edge.claims, edge.relation)))

    def _told(
        self, chains: Sequence[tuple[str, ...]], edges: Mapping[Pair, tuple[Edge, ...]], filter: Filter, until: float
    ) -> tuple[Path, ...]:
        with _in_time():
            view = View(self._hurried(until), self.schema)
            nodes = {node.id: node for node in view.nodes(sorted({id for chain in chains for id in chain}))}
        strongest = {_key(edge): edge for chain in chains for pair in pairwise(chain) for edge in edges[pair][:1]}
        claims = self._claims(strongest.values(), filter, until)
        paths = [
            Path(
                tuple(nodes[id] for id in chain),
                tuple(Step(edges[pair], claims.get(_key(edges[pair][0]))) for pair in pairwise(chain)),
            )
            for chain in chains
        ]
        return tuple(sorted(paths, key=_order))

    def _claims(self, edges: Iterable[Edge], filter: Filter, until: float) -> dict[str, StoredClaim]:
        wanted = [{"id": _key(edge), "modality": str(edge.modality)} for edge in edges]
        statement = load_sifted("strongest_claims", filter, ROLES=any_role(self.schema))
        rows = self._within(until, statement, edges=wanted, around=AROUND, **parameters(filter))
        return {row["edge"]: read_claim(row) for row in rows}

    def _explain(self, left: str, right: str, asked: Constraints, until: float) -> Paths:
        """Why there is no path: how long one would be without each constraint, and without all."""
        removed: dict[str, int] = {}
        try:
            for name, easier in asked.asked.items():
                if chains := self._chains(left, right, easier, until)[0]:
                    removed[name] = len(chains[0]) - 1
            free = self._chains(left, right, Constraints(longest=asked.longest, generic=True), until)[0]
        except QueryTimeout:
            return Paths(removed=removed, late=True)
        return Paths(removed=removed, free=len(free[0]) - 1 if free else None)

    def _hubs(self, until: float) -> frozenset[str]:
        statement = load_statement("paths_hubs", RELATIONS=any_relation(self.schema))
        return frozenset(row["id"] for row in self._within(until, statement, most=HUB))

    def _symmetric(self) -> list[str]:
        return [name for name, relation in self.schema.relations.items() if relation.symmetric]

    def _within(self, until: float, statement: str, **values: Any) -> list[Any]:
        """All rows of a statement, if they come in time. Raises QueryTimeout."""
        with _in_time():
            return self._hurried(until).read(statement, **values)

    def _hurried(self, until: float) -> Database:
        """The store, each statement within the time that is left. Raises QueryTimeout where none is."""
        left = until - time.monotonic()
        if left <= 0:
            raise QueryTimeout(f"no answer within {SECONDS:g} seconds")
        return replace(self.database, seconds=left)


@contextmanager
def _in_time() -> Iterator[None]:
    """Raises QueryTimeout where Neo4j stopped a statement that took too long."""
    try:
        yield
    except StoreError as error:
        if "TransactionTimedOut" in str(getattr(error.__cause__, "code", "")):
            raise QueryTimeout(f"no answer within {SECONDS:g} seconds") from error
        raise


def _statement(schema: Schema, asked: Constraints) -> str:
    statement = load_sifted("paths", asked.filter, RELATIONS=any_relation(schema))
    # Asked for only where it is: Neo4j can't decide it before it has the whole path.
    along = "(startNode(edge) = before OR type(edge) IN $symmetric)" if asked.along else "true"
    longest = asked.longest if asked.longest in LENGTHS else LENGTHS[-1]
    return statement.replace("__STEP_PASSES__", along).replace("__LONGEST__", str(longest))


def _key(edge: Edge) -> str:
    return EdgeKey(edge.relation, edge.source, edge.target).id


def _row_key(row: Mapping[str, Any]) -> str:
    return EdgeKey(row["relation"], row["source"], row["target"]).id


def _order(path: Path) -> tuple[Any, ...]:
    """Short paths first, then those whose weakest step is strongest."""
    weakest = max(step.strength for step in path.steps)
    return (len(path.steps), weakest, sorted(step.strength for step in path.steps), [node.id for node in path.nodes])
