"""Which of the things named before a noun phrase such as "the country" is meant."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from graph.extract.draft import Draft
from graph.records import Mention

_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("compound", "poss", "amod", "nmod", "npadvmod", "appos")
_SENTENCES_BACK = 6


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A mention that something later may refer to: the token that heads it, and how prominent it is in its clause."""

    mention: Mention
    token: int
    sentence: int
    weight: float
    conjoined: int


@dataclass(slots=True)
class History:
    """The mentions so far, the latest last."""

    draft: Draft
    seen: list[Antecedent] = field(default_factory=list)

    def note(self, mention: Mention, token: int) -> None:
        """Remember a mention that heads, or sits in, the phrase of the token."""
        words = self.draft.words
        top = token
        while words.deps[top] in _INSIDE and words.heads[top] != top:
            top = words.heads[top]
        first = top
        while words.deps[first] == "conj" and words.heads[first] != first:
            first = words.heads[first]
        weight = 2.0 * (words.deps[first] in _SUBJECTS) + 1.0 * (top == token and words.deps[first] in _SUBJECTS)
        self.seen.append(
            Antecedent(
                mention,
                token,
                words.sentences[token],
                weight,
                first if words.deps[top] == "conj" or self._leads(top) else -1,
            )
        )

    def _leads(self, token: int) -> bool:
        return any(self.draft.words.deps[child] == "conj" for child in self.draft.words.children[token])

    def salient(
        self, token: int, types: Iterable[str], fits: Callable[[Antecedent], bool] | None = None
    ) -> Mention | None:
        """The most prominent and recent mention of one of the types, or None: subjects first, nearer sentences first."""
        wanted = set(types)
        here = self.draft.words.sentences[token]
        best: tuple[float, int] | None = None
        chosen: Mention | None = None
        for one in reversed(self.seen):
            if here - one.sentence > _SENTENCES_BACK:
                break
            if one.mention.type not in wanted or one.token >= token or (fits and not fits(one)):
                continue
            score = (one.weight - 1.5 * (here - one.sentence), one.token)
            if best is None or score > best:
                best, chosen = score, one.mention
        return chosen

    def pair(self, token: int, types: Iterable[str]) -> list[Mention]:
        """The last two different things named, a coordinated pair ("Morocco and Israel") before any other."""
        wanted = set(types)
        here = self.draft.words.sentences[token]
        near = takewhile(lambda one: here - one.sentence <= _SENTENCES_BACK, reversed(self.seen))
        recent = [one for one in near if one.mention.type in wanted and one.token < token]
        for one in recent:
            for other in recent:
                together = one.conjoined >= 0 and one.conjoined == other.conjoined
                if together and one.mention.entity != other.mention.entity:
                    return [other.mention, one.mention] if other.token < one.token else [one.mention, other.mention]
        for other in recent[1:]:
            if other.mention.entity != recent[0].mention.entity:
                return [other.mention, recent[0].mention]
        return []
