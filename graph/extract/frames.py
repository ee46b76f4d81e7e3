"""A cue and the words around it, reached by named steps: subject, object, recipient, owner, "to", "from"...

A path is steps joined by dots: `object.to` is what follows "to" inside the cue's object. A step that isn't one of
STEPS is a preposition. Passives, control ("agreed to buy"), relatives, conjunction, light nouns ("signed a deal to
buy") and misplaced prepositional phrases are undone here, once, so that the relation table needn't know of them.
"""

from collections.abc import Callable, Sequence

from graph.extract import phrases, steps
from graph.extract.sentences import Word
from graph.extract.subjects import grammatical_subject, is_passive, noun_holder
from graph.extract.vocabulary import load_vocabulary


class Frame:
    """One cue's neighbourhood. Asked again for the same path, it answers from memory."""

    def __init__(self, cue: Word) -> None:
        self.cue = cue
        self.passive = cue.is_verb and is_passive(cue)
        self._reached: dict[str, tuple[Word, ...]] = {}

    def reach(self, path: str) -> tuple[Word, ...]:
        """The words at the end of the path, in text order within each step; empty where a step finds none."""
        if path not in self._reached:
            before, _, last = path.rpartition(".")
            starts = self.reach(before) if before else (self.cue,)
            found = [word for start in starts for word in _step(last, start) if word is not self.cue or last == "self"]
            self._reached[path] = tuple(dict.fromkeys(found))
        return self._reached[path]


def is_step(path: str) -> bool:
    """Whether each step of the path is one that frames know."""
    return all(step in STEPS or step in load_vocabulary().prepositions for step in path.split("."))


def _step(name: str, word: Word) -> Sequence[Word]:
    step = STEPS.get(name)
    return step(word) if step else steps.phrase(word, name)


STEPS: dict[str, Callable[[Word], Sequence[Word]]] = {
    "self": steps.itself,
    "subject": steps.subject,
    "surface": grammatical_subject,
    "object": steps.objects,
    "second": steps.second_objects,
    "recipient": steps.recipients,
    "owner": steps.owners,
    "possessor": steps.possessors,
    "holder": noun_holder,
    "clause": steps.clause,
    "above": steps.governors,
    "head": steps.noun_above,
    "apposition": steps.appositions,
    "named": steps.compounded,
    "parts": steps.parts,
    "involving": steps.involved,
    "complement": steps.complements,
    "prefix": phrases.prefix,
    "described": phrases.described,
    "maker": phrases.makers,
    "modified": phrases.modified,
    "partner": phrases.partner,
    "pair_noun": phrases.pair_noun,
    "topic": phrases.topic,
    "left": phrases.before,
    "bearer": phrases.bearers,
    "follower": phrases.followers,
    "realm": phrases.realms,
    "before_office": phrases.words_before_office,
    "shared_realm": phrases.shared_realms,
    "spoken_for": phrases.spoken_for,
}
