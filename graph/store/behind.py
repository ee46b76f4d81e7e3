"""What stands behind edges: all their claims, or for a much reported edge its tally; and the acts that claims are of.

A claim more is added to what stands there. Where claims went, or changed, all that are left are read again.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction

from graph.resolve.acts import group_tellings
from graph.resolve.tellings import Facts, Telling, facts_order, is_lasting, make_facts
from graph.schema.schema import Nature, Schema
from graph.store.database import run, run_rows
from graph.store.statements import any_role, load_statement
from graph.store.tallies import MANY, Tally, drop_tallies, read_tallies, write_tallies

Row = Mapping[str, Any]


@dataclass(slots=True)
class Behind:
    """What stands behind one edge.

    `stored` has the facts and the act of each stored claim, None where only the tally was read; `added` the facts and the
    properties of claims that are to be stored. `acts` is what `settle` finds.
    """

    nature: Nature
    tally: Tally = field(default_factory=Tally)
    stored: dict[str, tuple[Facts, str | None]] | None = None
    tellings: dict[Facts, Telling] = field(default_factory=dict)
    added: list[tuple[Facts, dict[str, Any]]] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    acts: dict[Facts, str] = field(default_factory=dict)

    @property
    def documents(self) -> int:
        """How many documents the claims come from."""
        return self.tally.documents + len(self.sources)

    def add(self, claim: dict[str, Any], document: str, roles: Iterable[tuple[str, str]]) -> None:
        """Take in a claim, by its properties, that is to be stored: `settle` adds the act that it is of to them."""
        self.added.append((self._count(claim, document, roles), claim))

    def read(self, claim: Row) -> None:
        """Take in a claim as the store has it."""
        self.stored = {} if self.stored is None else self.stored
        facts = self._count(claim, claim["document"], ((role.lower(), id) for role, id in claim["roles"]))
        self.stored[claim["id"]] = (facts, claim["act"])

    def _count(self, claim: Row, document: str, roles: Iterable[tuple[str, str]]) -> Facts:
        telling = read_row(self.nature, claim, roles)
        known = self.tellings.get(telling.facts)
        self.tellings[telling.facts] = telling if known is None else known + telling
        self.sources.add(document)
        return telling.facts

    def settle(self) -> None:
        """Find the acts, and say to the claims that are to be stored of which they are."""
        ordered = sorted(self.tellings.values(), key=lambda each: facts_order(each.facts))
        for group in group_tellings(self.nature, ordered):
            self.acts |= dict.fromkeys((each.facts for each in group), min(each.id for each in group))
        for facts, claim in self.added:
            claim["act"] = self.acts[facts]

    def moved(self) -> Iterator[dict[str, str]]:
        """The stored claims that are of another act now; nothing where only the tally was read."""
        for id, (facts, act) in (self.stored or {}).items():
            if act != self.acts[facts]:
                yield {"id": id, "act": self.acts[facts]}

    def stale(self) -> set[str]:
        """The acts of the tally of which some claims are no more."""
        return {act for facts, act in self.tally.acts.items() if act != self.acts[facts]}

    def tallied(self) -> Tally | None:
        """The tally that the edge is to have, if any."""
        many = sum(each.claims for each in self.tellings.values()) >= MANY
        return Tally(self.documents, self.tellings, self.acts) if many else None


def read_behind(
    transaction: ManagedTransaction, schema: Schema, edges: Set[str], changed: Set[str], without: Sequence[str]
) -> dict[str, Behind]:
    """What the store holds behind edges, by id, but for what some documents say; nothing behind those it doesn't have.

    Of the `changed` ones some claims go, or say something else now.
    """
    behind = {edge: Behind(nature_of(schema, edge)) for edge in sorted(edges | changed)}
    tallies = read_tallies(transaction, edges - changed)
    for edge, tally in tallies.items():
        behind[edge].tally = tally
        behind[edge].tellings = dict(tally.tellings)
    if rest := sorted(behind.keys() - tallies.keys()):
        statement = load_statement("claims_of_edges", ROLES=any_role(schema))
        for row in run(transaction, statement, edges=rest, without=without):
            behind[row["edge"]].read(row["claim"])
    return behind


def settle(transaction: ManagedTransaction, schema: Schema, behind: Mapping[str, Behind]) -> None:
    """Find the acts behind edges, and keep them with the claims and in the tallies of the store."""
    stale: set[str] = set()
    rows: list[dict[str, str]] = []
    for each in behind.values():
        each.settle()
        stale |= each.stale()
        rows += each.moved()
    rows += _moved_in_tallies(transaction, schema, behind, stale)
    run_rows(transaction, load_statement("set_acts"), rows)
    tallies = {edge: tally for edge, each in behind.items() if (tally := each.tallied())}
    write_tallies(transaction, tallies)
    drop_tallies(transaction, behind.keys() - tallies.keys())


def nature_of(schema: Schema, edge: str) -> Nature:
    """How often what an edge says may hold; for a relation that the schema lacks, once."""
    known = schema.relations.get(edge.split(" ")[1])
    return known.nature if known else "state"


def read_row(nature: Nature, claim: Row, roles: Iterable[tuple[str, str]]) -> Telling:
    """A claim's properties, as the store has or takes them, as a telling of its own."""
    facts = make_facts(
        nature,
        claim["modality"],
        start=_day(claim.get("event_start")),
        end=_day(claim.get("event_end")),
        quantity=claim.get("quantity"),
        value=claim.get("value"),
        currency=claim.get("currency"),
        roles=roles,
        reported_on=_day(claim.get("reported_on")),
        lasting=is_lasting(claim["relation"], claim["cue"]),
    )
    day = _day(claim.get("reported_on"))
    id = claim["id"]
    return Telling(facts, id, id, 1, int(claim["reported"]), claim.get("confidence"), day, day)


def _moved_in_tallies(
    transaction: ManagedTransaction, schema: Schema, behind: Mapping[str, Behind], stale: Set[str]
) -> Iterator[dict[str, str]]:
    if not stale:
        return
    for row in run(transaction, load_statement("claims_of_acts", ROLES=any_role(schema)), acts=sorted(stale)):
        claim, each = row["claim"], behind[row["edge"]]
        facts = read_row(each.nature, claim, ((role.lower(), id) for role, id in claim["roles"])).facts
        if claim["act"] != each.acts[facts]:
            yield {"id": claim["id"], "act": each.acts[facts]}


def _day(value: Any) -> Any:
    return value.to_native() if hasattr(value, "to_native") else value
