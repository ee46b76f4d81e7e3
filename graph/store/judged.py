"""What the ledger says of an id, kept in the store where every ingest finds it by one look-up."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from neo4j import ManagedTransaction

from graph.lexicon.lexicon import load_lexicon
from graph.records import Entity, Verdict
from graph.resolve.fit import type_of
from graph.resolve.judgements import Resolution
from graph.store.database import run, run_rows
from graph.store.entities import merge, read_entity
from graph.store.rows import Row, entity_row
from graph.store.statements import load_statement


@dataclass(frozen=True, slots=True)
class JudgedEntity:
    """An entity id that judgements have a say in.

    `canonical` is the entity that it is. `splits` has the entity that it is instead in some documents. `own` is what the
    texts themselves say of it, None where none names it. `given` is what it is called without a text, None where
    nobody named it; `listed` says that the lexicon did.
    """

    id: str
    canonical: str
    splits: Mapping[str, str] = field(default_factory=dict)
    given: str | None = None
    listed: bool = False
    own: Entity | None = None

    def of(self, document: str) -> str:
        """The entity that it is in a document."""
        return self.splits.get(document, self.canonical)

    @property
    def row(self) -> Entity | None:
        """What is known of it by itself, from texts or else by the name it was given."""
        if self.own is not None or self.given is None:
            return self.own
        return Entity(self.id, type_of(self.id) or "", self.given, known=self.listed)


@dataclass(frozen=True, slots=True)
class JudgedClaim:
    """A claim's verdict. What was corrected is not None; `source` and `target` are the entities that they are."""

    id: str
    verdict: Verdict
    relation: str | None = None
    source: str | None = None
    target: str | None = None
    modality: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """What the ledger says of some ids; nothing of all others."""

    entities: Mapping[str, JudgedEntity] = field(default_factory=dict)
    claims: Mapping[str, JudgedClaim] = field(default_factory=dict)

    def of(self, entity: str, document: str) -> str:
        """The entity that an id, as extracted from a document, stands for."""
        judged = self.entities.get(entity)
        return judged.of(document) if judged else entity

    def roles(self, roles: Mapping[str, str], document: str) -> Iterator[tuple[str, str]]:
        """A claim's roles with the entities that they stand for."""
        return ((role, self.of(entity, document)) for role, entity in roles.items())


def judge_entity(resolution: Resolution, id: str, own: Entity | None) -> JudgedEntity:
    """What the judgements make of an entity of which the texts say `own`."""
    naming = resolution.naming(id)
    entry = load_lexicon().entries.get(id)
    given = next((each.correction.name for each in naming if each.correction and each.correction.name), None)
    if given is None:
        given = entry.name if entry else _spoken(id) if naming else None
    splits = {document: resolution.of(other) for document, other in resolution.splits(id).items()}
    return JudgedEntity(id, resolution.of(id), splits, given, entry is not None, own)


def judge_claim(resolution: Resolution, id: str) -> JudgedClaim | None:
    """What the judgements make of a claim; None where they say nothing."""
    judgement = resolution.claim(id)
    if judgement is None:
        return None
    corrected = judgement.correction
    if corrected is None:
        return JudgedClaim(id, judgement.verdict)
    return JudgedClaim(
        id,
        judgement.verdict,
        relation=corrected.relation,
        source=resolution.of(corrected.source) if corrected.source else None,
        target=resolution.of(corrected.target) if corrected.target else None,
        modality=corrected.modality,
    )


def shown(id: str, members: Iterable[JudgedEntity]) -> Entity:
    """The entity that stands for all its members: the id, type and name of the one kept, and all names of the others."""
    rows = {member.id: member.row for member in members}
    said = [row for _id, row in sorted(rows.items()) if row is not None]
    kept = rows.get(id)
    whole = merge_all(said) if said else Entity(id, type_of(id) or "", _spoken(id))
    name = kept.name if kept else whole.name
    names = {each for row in said for each in (row.name, *row.aliases)} - {name}
    return replace(
        whole,
        id=id,
        type=kept.type if kept else type_of(id) or whole.type,
        name=name,
        aliases=tuple(sorted(names)) if len(said) > 1 else whole.aliases,
        known=any(row.known for row in said),
        family=(kept.family if kept else None) or whole.family,
    )


def merge_all(rows: Sequence[Entity]) -> Entity:
    """What all of these say together, whichever comes first."""
    whole, *others = rows
    for other in others:
        whole = merge(whole, other)
    return whole


def read_judged(transaction: ManagedTransaction, ids: Iterable[str]) -> Judged:
    """What the ledger says of these ids, be they of entities or of claims."""
    rows = [row["judged"] for row in run(transaction, load_statement("judged"), ids=list(ids))]
    entities = (_read_entity(row) for row in rows if "canonical" in row)
    claims = (_read_claim(row) for row in rows if "verdict" in row)
    return Judged({each.id: each for each in entities}, {each.id: each for each in claims})


def read_members(transaction: ManagedTransaction, ids: Iterable[str]) -> dict[str, list[JudgedEntity]]:
    """For each of these entities: all ids that are it; none for one that no judgement concerns."""
    members: dict[str, list[JudgedEntity]] = {id: [] for id in ids}
    if members:
        for row in run(transaction, load_statement("judged_as"), ids=list(members)):
            entity = _read_entity(row["judged"])
            members[entity.canonical].append(entity)
    return members


def write_judged(transaction: ManagedTransaction, judged: Iterable[JudgedEntity | JudgedClaim]) -> None:
    """Keep what the ledger says of each of these, in the place of what it said before."""
    rows = (_entity_row(each) if isinstance(each, JudgedEntity) else _claim_row(each) for each in judged)
    run_rows(transaction, load_statement("set_judged"), rows)


def drop_judged(transaction: ManagedTransaction, ids: Sequence[str]) -> None:
    """Forget that the ledger said anything of these."""
    if ids:
        run(transaction, load_statement("drop_judged"), ids=ids)


def _spoken(id: str) -> str:
    return id.partition(":")[2].replace("-", " ").title() or id


def _entity_row(judged: JudgedEntity) -> Row:
    row: Row = {**entity_row(judged.own)} if judged.own else {}
    row |= {"id": judged.id, "canonical": judged.canonical}
    if judged.splits:
        documents = sorted(judged.splits)
        row |= {"documents": documents, "others": [judged.splits[document] for document in documents]}
    if judged.given is not None:
        row |= {"given": judged.given, "listed": judged.listed}
    return row


def _claim_row(judged: JudgedClaim) -> Row:
    said = {
        "id": judged.id,
        "verdict": judged.verdict.value,
        "relation": judged.relation,
        "source": judged.source,
        "target": judged.target,
        "modality": judged.modality,
    }
    return {key: value for key, value in said.items() if value is not None}


def _read_entity(row: Mapping[str, Any]) -> JudgedEntity:
    about = ("canonical", "documents", "others", "given", "listed")
    own = {key: value for key, value in row.items() if key not in about}
    return JudgedEntity(
        id=row["id"],
        canonical=row["canonical"],
        splits=dict(zip(row.get("documents", ()), row.get("others", ()), strict=True)),
        given=row.get("given"),
        listed=row.get("listed", False),
        own=read_entity(own) if "name" in own else None,
    )


def _read_claim(row: Mapping[str, Any]) -> JudgedClaim:
    return JudgedClaim(**{**row, "verdict": Verdict(row["verdict"])})
