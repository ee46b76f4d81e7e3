"""One passage against what was extracted from it: which claims are right, which are wrong, what was missed.

A claim is right when its relation and both its ends are. Symmetric relations, and those that the reader marked as
mutual, fit either way round. Each relation is matched once; the same claim twice in a passage counts once.
"""

from dataclasses import dataclass

from graph.schema.schema import Schema
from graph.score.names import names_same
from graph.score.passages import Answer, Pair, Said, Wanted


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one passage came out. `reversed` counts the wrong claims that would be right the other way round."""

    pair: Pair
    right: tuple[tuple[Wanted, Said], ...]
    missed: tuple[Wanted, ...]
    wrong: tuple[Said, ...]
    reversed: int

    @property
    def counts(self) -> tuple[int, int, int]:
        """Right, wrong and missed, in numbers."""
        return len(self.right), len(self.wrong), len(self.missed)

    @property
    def misread(self) -> tuple[tuple[Wanted, Said], ...]:
        """The right claims whose modality is not."""
        return tuple((wanted, said) for wanted, said in self.right if said.voice != wanted.modality)


def compare(pair: Pair, schema: Schema) -> Outcome:
    """Match the claims of one passage with its relations, in their order."""
    fits = _Fits(pair, schema)
    left, right, wrong = list(pair.passage.relations), [], []
    for said in fits.distinct(pair.answer):
        hit = next((wanted for wanted in left if fits.either_way(wanted, said)), None)
        if hit is None:
            wrong.append(said)
        else:
            left.remove(hit)
            right.append((hit, said))
    turned = sum(any(fits.turned(wanted, said) for wanted in pair.passage.relations) for said in wrong)
    return Outcome(pair, tuple(right), tuple(left), tuple(wrong), turned)


def count_ends(pair: Pair) -> tuple[int, int]:
    """Of the entities at the ends of the passage's relations: how many were found with their type, and how many there are."""
    ends = {end for wanted in pair.passage.relations for end in (wanted.source, wanted.target)}
    things = [thing for thing in pair.passage.entities if thing.id in ends]
    found = sum(
        any(one.type == thing.type and names_same(thing.id, thing.type, one.names) for one in pair.answer.entities)
        for thing in things
    )
    return found, len(things)


class _Fits:
    """Whether a claim of a passage says what a reader found there."""

    def __init__(self, pair: Pair, schema: Schema) -> None:
        self._types = {thing.id: thing.type for thing in pair.passage.entities}
        self._names = {found.id: found.names for found in pair.answer.entities}
        self._symmetric = {name for name, relation in schema.relations.items() if relation.symmetric}

    def distinct(self, answer: Answer) -> list[Said]:
        """The claims, each relation between the same two ends once."""
        firsts: dict[tuple[str, str, str], Said] = {}
        for said in answer.claims:
            ends = (said.source, said.target)
            first, second = sorted(ends) if said.relation in self._symmetric else ends
            firsts.setdefault((said.relation, first, second), said)
        return list(firsts.values())

    def either_way(self, wanted: Wanted, said: Said) -> bool:
        """Whether it does, the other way round too where the relation holds both ways."""
        if wanted.type != said.relation:
            return False
        if self._ends(wanted, said.source, said.target):
            return True
        both = said.relation in self._symmetric or wanted.mutual
        return both and self._ends(wanted, said.target, said.source)

    def turned(self, wanted: Wanted, said: Said) -> bool:
        """Whether it would, with its ends swapped."""
        return wanted.type == said.relation and self._ends(wanted, said.target, said.source)

    def _ends(self, wanted: Wanted, source: str, target: str) -> bool:
        return self._same(wanted.source, source) and self._same(wanted.target, target)

    def _same(self, name: str, entity: str) -> bool:
        return names_same(name, self._types.get(name), self._names.get(entity, (entity,)))
