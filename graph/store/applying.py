"""Judgements applied to what the store holds: links moved, claims and edges made anew, entities put together or apart."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from neo4j import ManagedTransaction, Record

from graph.records import Entity, Judgement, Verdict
from graph.resolve.judgements import Resolution, entities_in
from graph.schema.schema import Schema
from graph.store.behind import read_behind, settle
from graph.store.database import run, run_rows
from graph.store.edges import remove_edges, write_edges
from graph.store.entities import read_stored, save_entities
from graph.store.judged import (
    Judged,
    JudgedClaim,
    JudgedEntity,
    drop_judged,
    judge_claim,
    judge_entity,
    read_judged,
    shown,
    write_judged,
)
from graph.store.placing import edge_of, said_now
from graph.store.statements import link_names, load_statement, role_names
from graph.store.variants import link_variants

ENDS = ("SOURCE", "TARGET")


@dataclass(slots=True)
class Concerned:
    """The ids that judgements touch: entities, with all that are or were the same, and claims."""

    entities: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)

    def add(self, judgement: Judgement, resolution: Resolution) -> None:
        """Take in what a judgement touches, as things stand in the resolution: call it before and after a change."""
        ruling: Judgement | None = None  # the one in force, which may be another on the same claim
        if judgement.verdict in (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CORRECTED):
            self.claims.add(judgement.subject[0])
            ruling = resolution.claim(judgement.subject[0])
        elif judgement.verdict is Verdict.SPLIT:
            ruling = resolution.split(*judgement.subject[:2])
        if judgement.verdict in (Verdict.SAME, Verdict.SPLIT, Verdict.CORRECTED):
            self._add_entities(entities_in(judgement), resolution)
        if ruling:
            self._add_entities(entities_in(ruling), resolution)

    def _add_entities(self, ids: Iterable[str], resolution: Resolution) -> None:
        found = {member for id in ids for member in resolution.members(id)} - self.entities
        self.entities |= found
        for naming in [each for id in found for each in resolution.naming(id)]:
            if naming.verdict is Verdict.CORRECTED:
                self.claims.add(naming.subject[0])
            else:  # the entity that is split off goes where this one goes
                self._add_entities(naming.subject[:1], resolution)


@dataclass(frozen=True, slots=True)
class Applying:
    """One change of the store to what a resolution says, inside a transaction that holds the pen."""

    transaction: ManagedTransaction
    schema: Schema
    resolution: Resolution

    def apply(self, concerned: Concerned) -> None:
        """Bring everything that is concerned to where the resolution has it."""
        entities, claims = sorted(concerned.entities), sorted(concerned.claims)
        before = read_judged(self.transaction, [*entities, *claims])
        stored = read_stored(self.transaction, entities)
        after = self._judge(entities, claims, before, stored)
        moves = self._moves(before, after, concerned.claims)
        self._write_judged(before, after)
        standing = {id for id, each in after.entities.items() if each.own and each.canonical == id}
        self._store(after, stored, standing | {link["to"] for links in moves.values() for link in links})
        for name, links in moves.items():
            run_rows(self.transaction, load_statement("move_links", LINK=name), links)
        of_claims = (*ENDS, *(role.upper() for role in role_names(self.schema)))
        moved = {link["from"] for name in of_claims for link in moves[name]}
        self._rule(moved | concerned.claims, concerned.claims)
        self._move_known(entities)
        run(self.transaction, load_statement("remove_unlinked"), ids=sorted(set(stored) - standing))

    def _judge(
        self, entities: Sequence[str], claims: Sequence[str], before: Judged, stored: Mapping[str, Entity]
    ) -> Judged:
        own = {id: before.entities[id].own if id in before.entities else stored.get(id) for id in entities}
        found = (judge_claim(self.resolution, id) for id in claims)
        return Judged(
            {id: judge_entity(self.resolution, id, own[id]) for id in entities},
            {each.id: each for each in found if each is not None},
        )

    def _write_judged(self, before: Judged, after: Judged) -> None:
        ruled = [each for id, each in after.entities.items() if self.resolution.rules(id)]
        said: list[JudgedEntity | JudgedClaim] = [*ruled, *after.claims.values()]
        write_judged(self.transaction, said)
        drop_judged(self.transaction, sorted({*before.entities, *before.claims} - {each.id for each in said}))

    def _moves(self, before: Judged, after: Judged, claims: Set[str]) -> dict[str, list[dict[str, Any]]]:
        """For each kind of link, those that have to point elsewhere."""
        moved = [id for id, each in after.entities.items() if _places(each) != _places(before.entities.get(id), id)]
        moves = {}
        for name in link_names(self.schema):
            links = run(self.transaction, load_statement("links_said", LINK=name), ids=moved)
            if name in ENDS:
                links += run(self.transaction, load_statement("links_of_claims", LINK=name), ids=sorted(claims))
            verdicts = self._verdicts({link["from"] for link in links}, claims) if name in ENDS else {}
            places = self._judged_with(after, {link["said"] for link in links})
            going = {link["link"]: _going(name, link, verdicts.get(link["from"]), places) for link in links}
            moves[name] = [link for link in going.values() if link["to"] != link["entity"]]
        return moves

    def _judged_with(self, after: Judged, ids: Set[str]) -> Judged:
        """What is judged of entities after the change, with what the store keeps of those that it doesn't concern."""
        others = ids - after.entities.keys()
        kept = read_judged(self.transaction, sorted(others)).entities if others else {}
        return Judged({**kept, **after.entities})

    def _verdicts(self, ids: Set[str], concerned: Set[str]) -> dict[str, JudgedClaim]:
        """The verdicts on claims: of those concerned what the judgements say now, of others what the store keeps.

        The resolution holds only what has to do with this change: that it says nothing of another claim means nothing.
        """
        kept = dict(read_judged(self.transaction, sorted(ids - concerned)).claims)
        found = {id: judge_claim(self.resolution, id) for id in ids & concerned}
        return kept | {id: judged for id, judged in found.items() if judged}

    def _store(self, after: Judged, stored: Mapping[str, Entity], needed: Set[str]) -> None:
        members: dict[str, list[JudgedEntity]] = {}
        for judged in after.entities.values():
            members.setdefault(judged.canonical, []).append(judged)
        rows = {id: shown(id, each) for id, each in members.items() if id in needed or id in stored}
        save_entities(self.transaction, rows.values(), stored)
        link_variants(self.transaction, rows.values())

    def _move_known(self, ids: Sequence[str]) -> None:
        moves = []
        for row in run(self.transaction, load_statement("known_of"), ids=ids):
            ends = {end: self._kept(row[f"said_{end}"], row[end], ids) for end in ("source", "target")}
            if ends != {end: row[end] for end in ends}:
                said = {
                    f"as_{end}": None if row[f"said_{end}"] == id else row[f"said_{end}"] for end, id in ends.items()
                }
                moves.append({"known": row["known"], **ends, **said})
        run_rows(self.transaction, load_statement("move_known"), moves)

    def _kept(self, said: str, now: str, concerned: Sequence[str]) -> str:
        return self.resolution.of(said) if said in concerned else now

    def _rule(self, ids: Set[str], concerned: Set[str]) -> None:
        """Make claims say what was judged of them, and the edges what their claims say."""
        verdicts = self._verdicts(ids, concerned)
        claims = [row["claim"] for row in run(self.transaction, load_statement("claims_to_rule"), ids=sorted(ids))]
        rows, edges = [], {claim["edge"] for claim in claims if claim["edge"]}
        for claim in claims:
            judged = verdicts.get(claim["id"])
            said = said_now(
                claim["as_relation"] or claim["relation"], claim["as_modality"] or claim["modality"], judged
            )
            key = edge_of(self.schema, said["relation"], claim["source"], claim["target"], judged)
            placed = {"edge": key.id} if key else {"edge": None, "act": None}
            rows.append({"id": claim["id"], "properties": said | placed})
            edges |= {key.id} if key else set()
        run_rows(self.transaction, load_statement("rule_claims"), rows)
        behind = read_behind(self.transaction, self.schema, frozenset(), changed=edges, without=[])
        settle(self.transaction, self.schema, behind)
        remove_edges(self.transaction, behind)
        write_edges(self.transaction, behind)


def _going(name: str, link: Record, judged: JudgedClaim | None, places: Judged) -> dict[str, Any]:
    """A link with the entity that it has to point at: what a correction says, else what the words stand for."""
    corrected = getattr(judged, name.lower()) if judged else None
    to = corrected or places.of(link["said"], link["document"])
    return {**link.data(), "to": to, "as": None if link["said"] == to else link["said"]}


def _places(judged: JudgedEntity | None, id: str = "") -> tuple[str, Mapping[str, str]]:
    return (judged.canonical, judged.splits) if judged else (id, {})
