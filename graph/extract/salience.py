"""Which of the things named before a noun phrase such as "the country" is meant."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from itertools import takewhile

from graph.extract.clauses import own_subject
from graph.extract.draft import Draft
from graph.records import Mention

_SUBJECTS = ("nsubj", "nsubjpass")
_INSIDE = ("compound", "poss", "amod", "nmod", "npadvmod", "appos")
_SENTENCES_BACK = 6
_CLEAR_BACK = 2
_SUBJECT = 3.0


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
    """The mentions so far, the latest last; `leading` are the words that others are joined to by "and"."""

    draft: Draft
    seen: list[Antecedent] = field(default_factory=list)
    leading: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        words = self.draft.words
        self.leading = frozenset(head for head, dep in zip(words.heads, words.deps, strict=True) if dep == "conj")

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
                first if words.deps[top] == "conj" or top in self.leading else -1,
            )
        )

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

    def clear(
        self, token: int, types: Iterable[str], fits: Callable[[Antecedent], bool] | None = None
    ) -> Mention | None:
        """The mention that alone can be meant: the only one of the nearest sentences, else the subject among several.

        Never who acts in the same clause: in "Russia invaded the country" that is somebody else.
        """
        words = self.draft.words
        actor = own_subject(words, token)
        acting = self.draft.at(actor) if actor is not None and actor < token else None
        near = [
            one
            for one in self._near(token, types, _CLEAR_BACK)
            if (not fits or fits(one)) and not (acting and acting.entity == one.mention.entity)
        ]
        if len({one.mention.entity for one in near}) == 1:
            return near[0].mention
        latest = max((one.sentence for one in near), default=0)
        among = [one for one in near if one.sentence == latest]
        if len({one.mention.entity for one in among}) > 1:
            among = [one for one in among if one.weight >= _SUBJECT]
        return among[0].mention if len({one.mention.entity for one in among}) == 1 else None

    def only_one(self, token: int, types: Iterable[str]) -> Mention | None:
        """The only thing of these types named in this sentence and the one before, or None."""
        near = self._near(token, types, 1)
        return near[0].mention if len({one.mention.entity for one in near}) == 1 else None

    def rivals(self, chosen: Mention, token: int, types: Iterable[str], *, here: bool = False) -> bool:
        """Whether something else that may be meant is named in its own right between the antecedent and the token.

        With `here`, only what stands in the token's own sentence counts.
        """
        words = self.draft.words
        return any(
            one.mention.entity != chosen.entity
            and one.mention.start > chosen.end
            and words.deps[one.token] not in _INSIDE
            and (not here or one.sentence == words.sentences[token])
            for one in self._near(token, types, _SENTENCES_BACK)
        )

    def _near(self, token: int, types: Iterable[str], back: int) -> list[Antecedent]:
        """What was mentioned up to so many sentences before the token, the latest first."""
        wanted, here = set(types), self.draft.words.sentences[token]
        recent = takewhile(lambda one: here - one.sentence <= back, reversed(self.seen))
        return [one for one in recent if one.mention.type in wanted and one.token < token]

    def pair(self, token: int, types: Iterable[str]) -> list[Mention]:
        """The last two things named together ("Morocco and Israel"), else the only two named near; none if neither is clear."""
        recent = self._near(token, types, _SENTENCES_BACK)
        for one in recent:
            for other in recent:
                together = one.conjoined >= 0 and one.conjoined == other.conjoined
                if together and one.mention.entity != other.mention.entity:
                    return [other.mention, one.mention] if other.token < one.token else [one.mention, other.mention]
        return self._only_two(token, types)

    def _only_two(self, token: int, types: Iterable[str]) -> list[Mention]:
        """The two things named in this sentence and the one before, if no third one is."""
        near = {one.mention.entity: one.mention for one in self._near(token, types, 1)}
        return list(reversed(near.values())) if len(near) == 2 else []
