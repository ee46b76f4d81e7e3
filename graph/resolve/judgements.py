"""What people judged, as one rule: which entity a name in a document stands for. Knows nothing of a store."""

from collections import deque
from collections.abc import Container, Iterable, Iterator
from datetime import UTC, datetime

from graph.errors import JudgementError
from graph.lexicon.lexicon import load_lexicon
from graph.records import Judgement, Verdict
from graph.resolve.fit import check_fits, subjects

Key = tuple[str, ...]


def resolve(judgements: Iterable[Judgement], known: Container[str] | None = None) -> "Resolution":
    """What the judgements of a ledger say together. Raises JudgementError where one contradicts those before it.

    `known` holds the ids that are kept before others; None means those of the lexicon.
    """
    resolution = Resolution(known)
    for judgement in judgements:
        resolution.add(judgement)
    return resolution


class Resolution:
    """The judgements that stand, and what follows from them.

    It grows with the ledger, by `add`. What it says depends on which judgements stand and when each was made, not on
    the order in which it heard of them.
    """

    def __init__(self, known: Container[str] | None = None) -> None:
        self._known = load_lexicon().entries if known is None else known
        self._judgements: dict[str, Judgement] = {}
        self._undone: dict[str, str] = {}
        self._standing: dict[Key, dict[str, Judgement]] = {}

    def add(self, judgement: Judgement) -> None:
        """Take in one judgement more. Raises JudgementError where it can't stand, and is as before then."""
        if judgement.id in self._judgements:
            raise JudgementError(f"judgement {judgement.id} is in the ledger already")
        check_fits(judgement)
        if judgement.undoes is not None:
            self._take_back(judgement, judgement.undoes)
        else:
            self._check(judgement)
            for key in _keys(judgement):
                self._standing.setdefault(key, {})[judgement.id] = judgement
        self._judgements[judgement.id] = judgement

    def recall(self, judgement: Judgement, undone: str | None) -> None:
        """Know of a judgement that was taken back, by the one with the id `undone`, or that takes another back."""
        self._judgements[judgement.id] = judgement
        if undone is not None:
            self._undone[judgement.id] = undone

    def get(self, id: str) -> Judgement | None:
        """The judgement of that id, standing or not; None where the ledger has none."""
        return self._judgements.get(id)

    @property
    def last(self) -> datetime:
        """When the last of its judgements was made; the beginning of time where it has none."""
        return max((each.at for each in self._judgements.values()), default=datetime.min.replace(tzinfo=UTC))

    def stands(self, id: str) -> bool:
        """Whether that judgement is in the ledger and was not taken back."""
        return id in self._judgements and id not in self._undone

    def of(self, entity: str, document: str | None = None) -> str:
        """The entity that an id stands for, as extracted; in one document, where one is given."""
        split = self.split(entity, document) if document is not None else None
        return self._kept(split.subject[2] if split else entity)

    def members(self, entity: str) -> tuple[str, ...]:
        """All ids that are the same as this one, itself among them, in alphabetical order."""
        return tuple(sorted(self._paths(entity)))

    def splits(self, entity: str) -> dict[str, str]:
        """For each document in which the entity is another one: the id that it becomes there, as it was judged."""
        documents = {each.subject[1] for each in self._about("split off", entity)}
        latest = {document: self.split(entity, document) for document in sorted(documents)}
        return {document: split.subject[2] for document, split in latest.items() if split}

    def split(self, entity: str, document: str) -> Judgement | None:
        """The last split of an entity in a document that stands, or None."""
        return self._latest("split", document, entity)

    def claim(self, claim: str) -> Judgement | None:
        """The last verdict on a claim that stands, or None."""
        return self._latest("claim", claim)

    def naming(self, entity: str) -> tuple[Judgement, ...]:
        """The standing splits and corrections that put this entity in another's place, the last one first."""
        return tuple(sorted(self._about("named", entity), key=_when, reverse=True))

    def rules(self, entity: str) -> bool:
        """Whether a judgement that stands has a say in how the entity is stored."""
        return any(self._about(topic, entity) for topic in ("same", "split off", "named"))

    def verdict(self, left: str, right: str) -> Verdict | None:
        """What is judged of two entities, by themselves or through others: same, different, unsure, or None."""
        group = self._paths(left)
        if right in group:
            return Verdict.SAME
        others = self._paths(right)
        for topic in (Verdict.DIFFERENT, Verdict.UNSURE):
            if self._between(topic, group, others):
                return topic
        return None

    def _take_back(self, undo: Judgement, id: str) -> None:
        other = self._judgements.get(id)
        if other is None:
            raise JudgementError(f"the ledger has no judgement {id} that could be taken back")
        if id in self._undone:
            raise JudgementError(f"judgement {id} was taken back already, by {self._undone[id]}")
        if other.undoes is not None:
            raise JudgementError(f"judgement {id} takes back {other.undoes}; to take that back again, judge anew")
        for key in _keys(other):
            del self._standing[key][id]
        self._undone[id] = undo.id

    def _check(self, judgement: Judgement) -> None:
        if judgement.verdict is Verdict.SAME:
            left, right = judgement.subject
            apart = self._between(Verdict.DIFFERENT, self._paths(left), self._paths(right))
            if apart:
                raise JudgementError(
                    f"{left} and {right} can't be the same: {_shown(apart)} says that "
                    f"{apart.subject[0]} and {apart.subject[1]} are different; take that back first"
                )
        if judgement.verdict is Verdict.DIFFERENT:
            left, right = judgement.subject
            joined = self._paths(left).get(right)
            if joined:
                raise JudgementError(
                    f"{left} and {right} can't be different: they are the same by {', '.join(map(_shown, joined))}; "
                    "take that back first"
                )

    def _between(self, topic: str, group: Iterable[str], others: Container[str]) -> Judgement | None:
        return next(
            (each for member in group for each in self._about(topic, member) if _other(each, member) in others), None
        )

    def _kept(self, entity: str) -> str:
        group = self._paths(entity)
        same = {each.id: each for member in group for each in self._about("same", member)}
        latest = sorted(same.values(), key=_when, reverse=True)
        first = [each.subject[0] for each in latest] + [each.subject[1] for each in latest]
        return next((id for id in first if id in self._known), first[0]) if first else entity

    def _paths(self, entity: str) -> dict[str, tuple[Judgement, ...]]:
        """For every id that is the same as this one: the judgements that lead there."""
        paths: dict[str, tuple[Judgement, ...]] = {entity: ()}
        open_ends = deque([entity])
        while open_ends:
            member = open_ends.popleft()
            for each in self._about("same", member):
                other = _other(each, member)
                if other not in paths:
                    paths[other] = (*paths[member], each)
                    open_ends.append(other)
        return paths

    def _about(self, *key: str) -> Iterable[Judgement]:
        return self._standing.get(key, {}).values()

    def _latest(self, *key: str) -> Judgement | None:
        return max(self._about(*key), key=_when, default=None)


def entities_in(judgement: Judgement) -> tuple[str, ...]:
    """The ids of all entities that a judgement names, as its subject or in its correction."""
    ends = (judgement.correction.source, judgement.correction.target) if judgement.correction else ()
    return (*subjects(judgement), *(end for end in ends if end))


def _keys(judgement: Judgement) -> Iterator[Key]:
    """What a judgement is found by."""
    subject = judgement.subject
    if judgement.verdict in (Verdict.SAME, Verdict.DIFFERENT, Verdict.UNSURE):
        yield from ((judgement.verdict.value, entity) for entity in subject)
    elif judgement.verdict is Verdict.SPLIT:
        entity, document, other = subject
        yield from (("split", document, entity), ("split off", entity), ("named", other))
    else:
        yield ("claim", subject[0])
        correction = judgement.correction
        ends = {correction.source, correction.target} if correction else set()
        yield from (("named", end) for end in sorted(end for end in ends if end))


def _when(judgement: Judgement) -> tuple[datetime, str]:
    return (judgement.at, judgement.id)


def _other(judgement: Judgement, entity: str) -> str:
    left, right = judgement.subject
    return right if entity == left else left


def _shown(judgement: Judgement) -> str:
    return f"judgement {judgement.id} (by {judgement.by})"
