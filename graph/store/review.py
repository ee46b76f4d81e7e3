"""What a reader needs in order to judge: dossiers of entities, claims that nobody judged, and how far they got."""

import getpass
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from graph.lexicon.lexicon import load_lexicon
from graph.records import Judgement, Verdict
from graph.resolve.judgements import Resolution
from graph.resolve.suggest import Suggestion
from graph.schema.schema import Schema
from graph.store.database import Database
from graph.store.read_rows import read_claim
from graph.store.statements import any_relation, any_role, load_statement
from graph.store.view import AROUND, View
from graph.store.view_records import Node, StoredClaim
from graph.wording import one_line

AROUND_ENTITY = 40  # neighbours in a dossier
CLAIMS = 8  # claims in a dossier
SHARED = 200
READINGS = 500  # documents to choose from where an entity is another one
NAME = 60  # letters of a name in a sentence about a judgement

OF_PAIRS = (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE)
OF_CLAIMS = (Verdict.ACCEPTED, Verdict.REJECTED, Verdict.CORRECTED)


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the store knows of one entity, for a reader to compare with another.

    `absorbed` are the other ids that judgements made one with it, `same_as` its addresses elsewhere. `around` has its
    neighbours by how the relation reads from it ("is procured by"), best supported first; `claims` are the newest.
    """

    node: Node
    absorbed: tuple[str, ...]
    same_as: tuple[str, ...]
    around: Mapping[str, tuple[Node, ...]]
    claims: tuple[StoredClaim, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document that names an entity: its id, what to call it, and the id of the `entity` as it was read there."""

    document: str
    title: str
    entity: str


@dataclass(frozen=True, slots=True)
class Review:
    """Reads for those who judge; nothing here changes the store."""

    database: Database
    schema: Schema
    view: View

    def dossier(self, id: str) -> Dossier | None:
        """All that is known of an entity, or of the one that it is by judgement; None where the store has none of that id."""
        node = self.view.entity(id)
        rows = self._read("dossier", id=node.id) if node else []
        if node is None or not rows:
            return None
        claims = self._claims("claims_of_entity", id=node.id, limit=CLAIMS)
        return Dossier(node, tuple(rows[0]["absorbed"]), tuple(rows[0]["same_as"]), self._around(node.id), claims)

    def readings(self, id: str) -> tuple[Reading, ...]:
        """The newest documents that name an entity, any of which may mean another one by it."""
        rows = self._read("readings_of_entity", id=id, limit=READINGS)
        return tuple(Reading(row["document"], _titled(row), row["entity"]) for row in rows)

    def entities_read(self, document: str) -> tuple[str, ...] | None:
        """The ids of the entities that a document names, as they were read; None where the store hasn't that document."""
        rows = self._read("entities_read", document=document)
        return tuple(rows[0]["ids"]) if rows else None

    def shared(self, left: str, right: str) -> frozenset[str]:
        """The entities that both have an edge with."""
        return frozenset(row["id"] for row in self._read("shared_neighbours", left=left, right=right, limit=SHARED))

    def claim(self, id: str) -> StoredClaim | None:
        """The claim of that id, judged or not; None where the store has none."""
        return self.claims([id]).get(id)

    def claims(self, ids: Sequence[str]) -> dict[str, StoredClaim]:
        """The claims of those ids that the store has."""
        return {claim.id: claim for claim in self._claims("claims_by_id", ids=list(ids))}

    def claims_to_review(
        self, relation: str | None = None, document: str | None = None, without: Iterable[str] = (), limit: int = 1
    ) -> tuple[StoredClaim, ...]:
        """Claims that nobody has judged, the least sure first, those of unknown confidence last.

        `document` is an id or a part of a title; `without` are ids of claims to pass over.
        """
        chosen = {"relation": relation, "document": document, "without": list(without), "limit": limit}
        return self._claims("claims_to_review", **chosen)

    def count_claims(self, relation: str | None = None, document: str | None = None) -> int:
        """How many claims nobody has judged."""
        return int(self._read("count_to_review", relation=relation, document=document)[0]["number"])

    def canonical(self, ids: Sequence[str]) -> dict[str, str]:
        """For each id the entity that it is by judgement: mostly itself."""
        return {row["id"]: row["canonical"] for row in self._read("names_by_id", ids=list(ids))}

    def names(self, ids: Sequence[str]) -> dict[str, str]:
        """What the entity or document of each id is called, shortened; the id itself where the store doesn't know it."""
        rows = self._read("names_by_id", ids=list(ids))
        return {row["id"]: one_line(row["name"] or row["id"], NAME) for row in rows}

    def judged_today(self, by: str, verdicts: Iterable[Verdict], now: datetime | None = None) -> int:
        """How many judgements of those kinds a person made since midnight, here, and didn't take back."""
        since = (now or datetime.now()).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        kinds = [verdict.value for verdict in verdicts]
        return int(self._read("judged_since", since=since, by=by, verdicts=kinds)[0]["number"])

    def tell(self, judgements: Sequence[Judgement]) -> list[str]:
        """Each judgement as a sentence with names: "Baykar and Baykar Makina are the same"."""
        ids = sorted({id for each in judgements for id in each.subject})
        names = self.names(ids)
        for id, claim in self.claims(ids).items():
            source, target = (one_line(end.name, NAME) for end in (claim.source, claim.target))
            names[id] = f"{source} {self.schema.phrase(claim.relation)} {target}"
        return [_sentence(each, [names[id] for id in each.subject]) for each in judgements]

    def _around(self, id: str) -> dict[str, tuple[Node, ...]]:
        found = self.view.neighbours(id, limit=AROUND_ENTITY)
        nodes = {node.id: node for node in found.nodes}
        groups: dict[str, dict[str, Node]] = {}
        for edge in found.edges:
            relation = self.schema.relations[edge.relation]
            other = edge.target if edge.source == id else edge.source
            reads = relation.phrase if edge.source == id or relation.symmetric else relation.inverse
            if other in nodes:
                groups.setdefault(reads, {})[other] = nodes[other]
        return {reads: tuple(others.values()) for reads, others in groups.items()}

    def _claims(self, name: str, **parameters: Any) -> tuple[StoredClaim, ...]:
        return tuple(read_claim(row) for row in self._read(name, around=AROUND, **parameters))

    def _read(self, name: str, **parameters: Any) -> list[Any]:
        blanks = {"RELATIONS": any_relation(self.schema), "ROLES": any_role(self.schema)}
        return self.database.read(load_statement(name, **blanks), **parameters)


def _titled(row: Mapping[str, Any]) -> str:
    title = one_line(row["title"] or row["document"], NAME)
    about = [str(each) for each in (row["publisher"], row["published"]) if each]
    return " · ".join([title, *about])


def _sentence(judgement: Judgement, names: Sequence[str]) -> str:
    match judgement.verdict:
        case Verdict.SAME:
            return f"{names[0]} and {names[1]} are the same"
        case Verdict.DIFFERENT:
            return f"{names[0]} and {names[1]} are different"
        case Verdict.UNSURE:
            return f"unsure whether {names[0]} and {names[1]} are the same"
        case Verdict.SPLIT:
            return f"{names[0]} is {names[2]} in “{names[1]}”"
        case Verdict.UNDONE:
            return f"taken back: {' and '.join(names) or judgement.undoes}"
        case _:
            return f"{judgement.verdict}: {names[0]}"


def open_pairs(suggestions: Iterable[Suggestion], resolution: Resolution) -> list[Suggestion]:
    """The suggestions that nobody has settled, by the ids that stand for their entities now, each pair once."""
    now = (replace(each, left=resolution.of(each.left), right=resolution.of(each.right)) for each in suggestions)
    unsettled = [each for each in now if resolution.verdict(each.left, each.right) is None]
    return list({frozenset((each.left, each.right)): each for each in reversed(unsettled)}.values())[::-1]


def kept_first(left: str, right: str) -> tuple[str, str]:
    """Both ids, the one first that is kept where they are the same: the lexicon's before others, else the left one."""
    entries = load_lexicon().entries
    return (right, left) if right in entries and left not in entries else (left, right)


def default_name() -> str:
    """Who judges where nobody says: the user of this machine."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container whose user has no name
        return "reader"


def standing(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """Those of the newest lines of the ledger that can be taken back: what was, and what takes back, is left out."""
    undone = {each.undoes for each in judgements}
    return tuple(each for each in judgements if each.undoes is None and each.id not in undone)
