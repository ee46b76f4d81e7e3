"""What is to be seen of a candidate, as names that read aloud: "on:sell" (on the way), "between:to" (in the text).

All of it is local to the sentence, so that a pair looks the same in a passage of fifty words and in a whole article.
The relation table lends its vocabulary: a word that some rule takes for a cue of SUPPLIES is seen as "cue on:SUPPLIES".
After Mintz et al. 2009 (words between, dependency path) and Zhou et al. 2005 (types, order, nested mentions).
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from graph.extract.learnt.candidates import Candidate, Pairs, Place, Way
from graph.extract.match import Binding
from graph.extract.sentences import Sentence, Word
from graph.extract.table import KINDS, Table
from graph.schema.schema import Schema

AHEAD = 12  # words between the mentions that are looked at
SHORT = 6  # words between that are taken as one feature
NEAR = frozenset(  # what beside a word on the way can change what it says
    {
        "acomp",
        "advmod",
        "agent",
        "amod",
        "attr",
        "aux",
        "auxpass",
        "compound",
        "dobj",
        "neg",
        "nsubj",
        "nsubjpass",
        "prt",
    }
)
JOINTS = frozenset({"prep", "prt", "agent"})
CONTENT = frozenset({"VERB", "NOUN", "AUX"})

Vocabulary = Mapping[str, Sequence[str]]


def cue_vocabulary(table: Table) -> Vocabulary:
    """Which relations each lemma may say, by the relation table."""
    found: dict[str, set[str]] = {}
    for kind in KINDS[:-1]:
        for (of, lemma), rules in table.by_cue.items():
            if of == kind:
                found.setdefault(lemma, set()).update(rule.relation for rule in rules)
    return {lemma: sorted(relations) for lemma, relations in found.items()}


class Viewer:
    """Looks at the candidates of one sentence. `bindings` is what the rules made of the sentence."""

    def __init__(
        self, sentence: Sentence, pairs: Pairs, bindings: Sequence[Binding], vocabulary: Vocabulary, schema: Schema
    ) -> None:
        self._schema = schema
        self._words = sentence.words
        self._start = sentence.words[0].index
        self._places = pairs.places(sentence)
        self._vocabulary = vocabulary
        self._bindings = bindings
        self._types = self._typed()
        self._cues = sorted({relation for word in sentence.words for relation in vocabulary.get(word.lemma, ())})

    def features(self, candidate: Candidate) -> list[str]:
        """The names of all that is to be seen of the candidate, each once."""
        found = [
            *self._pair(candidate),
            *self._end("source", candidate.source),
            *self._end("target", candidate.target),
            *(self._on_the_way(candidate.way, candidate) if candidate.way else ()),
            *self._between(candidate),
            *(f"cue in sentence:{relation}" for relation in self._cues),
            *self._rules(candidate),
        ]
        return list(dict.fromkeys(found))

    def _typed(self) -> dict[int, tuple[str, str]]:
        found: dict[int, tuple[str, str]] = {}
        for place in self._places:
            entity = place.argument.entity
            for n in range(place.first, place.last + 1):
                if n not in found or entity.type != "State":
                    found[n] = entity.id, entity.type
        return found

    def _written(self, word: Word) -> str:
        """The word's lemma, or its type where it names something: what is said matters, not of whom."""
        typed = self._types.get(word.index - self._start)
        return f"<{typed[1]}>" if typed else word.lemma

    def _at(self, n: int) -> str | None:
        return self._written(self._words[n]) if 0 <= n < len(self._words) else None

    def _pair(self, candidate: Candidate) -> Iterator[str]:
        source, target = candidate.types
        first = candidate.source.first < candidate.target.first
        apart = abs(candidate.source.first - candidate.target.first)
        yield f"types:{source}>{target}"
        yield f"source first:{first}"
        yield f"words apart:{int(math.log2(apart + 1) * 1.5)}"
        if self._rival(candidate.source, candidate.target, candidate, apart):
            yield "another source is nearer"
        if self._rival(candidate.target, candidate.source, candidate, apart):
            yield "another target is nearer"

    def _rival(self, end: Place, other: Place, candidate: Candidate, apart: int) -> bool:
        return any(
            place.argument.entity.type == end.argument.entity.type
            and place.argument.entity.id not in candidate.ends
            and abs(place.first - other.first) < apart
            for place in self._places
        )

    def _end(self, role: str, place: Place) -> Iterator[str]:
        mention, entity, head = place.argument.mention, place.argument.entity, place.head
        yield f"{role} found by:{mention.how}"
        yield f"{role} generic:{entity.generic}"
        yield f"{role} known:{entity.known}"
        yield f"{role} is:{head.dep}"
        before, after = self._at(place.first - 1), self._at(place.last + 1)
        earlier, later = self._at(place.first - 2), self._at(place.last + 2)
        around = (("before", before), ("two before", earlier), ("after", after), ("two after", later))
        yield from (f"{role} {where}:{word}" for where, word in around if word)
        if before and earlier:
            yield f"{role} follows:{earlier} {before}"
        if after and later:
            yield f"{role} precedes:{after} {later}"
        if head.head is not None:
            yield f"{role} under:{head.dep} {self._written(head.head)}"
        for child in head.children[:8]:
            if not place.first <= child.index - self._start <= place.last:
                yield f"{role} over:{child.dep} {self._written(child)}"
        if entity.type in ("System", "Person"):
            yield from (f"{role} word:{word.lemma}" for word in self._words[place.first : place.last + 1])

    def _on_the_way(self, way: Way, candidate: Candidate) -> Iterator[str]:
        deps = f"{'>'.join(word.dep for word in way.up)}|{'<'.join(word.dep for word in way.down)}"
        yield f"way:{deps}"
        yield f"way length:{min(9, len(way.up) + len(way.down))}"
        top = self._written(way.top)
        yield f"top:{top}"
        yield f"top:{top},{way.up[-1].dep if way.up else '-'},{way.down[0].dep if way.down else '-'}"
        yield f"way over:{deps.replace('|', f'|{top}|')}"
        yield from (f"cue on top:{relation}" for relation in self._vocabulary.get(way.top.lemma, ()))
        inner = [word for word in way.inner if not self._within(word, candidate)]
        yield f"way words:{' '.join(word.lemma for word in inner)}" if len(inner) < 5 else "way words:many"
        for word in inner:
            yield from self._step(word, "up" if word in way.up else "down" if word in way.down else "top")
        crossed = Counter(typed[1] for word in inner if (typed := self._types.get(word.index - self._start)))
        yield from (f"way through:{type}" for type in crossed)

    def _within(self, word: Word, candidate: Candidate) -> bool:
        n = word.index - self._start
        return any(place.first <= n <= place.last for place in (candidate.source, candidate.target))

    def _step(self, word: Word, where: str) -> Iterator[str]:
        yield f"on:{word.lemma}"
        yield f"on:{word.lemma}/{where}"
        yield from (f"cue on:{relation}" for relation in self._vocabulary.get(word.lemma, ()))
        if word.pos not in CONTENT:
            return
        for child in word.children:
            if child.dep in JOINTS:
                yield f"on:{word.lemma} {child.lemma}"
            if child.dep in NEAR or child.dep in ("prep", "prt"):
                yield f"beside:{child.dep} {self._written(child)}"
                yield from (f"cue beside:{relation}" for relation in self._vocabulary.get(child.lemma, ()))

    def _between(self, candidate: Candidate) -> Iterator[str]:
        start = min(candidate.source.last, candidate.target.last) + 1
        end = max(candidate.source.first, candidate.target.first)
        order = "ST" if candidate.source.first < candidate.target.first else "TS"
        written: list[str] = []
        for word in self._words[start:end]:
            shown = self._written(word)
            if not (written and shown.startswith("<") and shown == written[-1]):
                written.append(shown)
            yield from (f"cue between:{relation}" for relation in self._vocabulary.get(word.lemma, ()))
        yield f"between:{min(12, len(written))} words"
        if len(written) <= SHORT:
            yield f"{order} all between:{' '.join(written)}"
        yield from (f"{order} between:{word}" for word in written[: AHEAD + 2])
        yield from (f"{order} between:{one} {two}" for one, two in pairwise(written[:AHEAD]))
        named = Counter(type for _, type in {self._types[n] for n in range(start, end) if n in self._types})
        yield from (f"named between:{type} {min(3, count)}" for type, count in sorted(named.items()))

    def _rules(self, candidate: Candidate) -> Iterator[str]:
        source, target = candidate.ends
        silent = True
        for binding in self._bindings:
            ends = binding.source.entity.id, binding.target.entity.id
            relation = binding.rule.relation
            if ends in ((source, target), (target, source)):
                way = "" if ends == (source, target) or self._schema.relations[relation].symmetric else " backwards"
                silent = False
                yield f"rule{way}:{relation}"
                yield f"rule{way}:{binding.rule.name}"
            elif ends[0] == source:
                yield f"source has target by:{relation}"
            elif ends[1] == target:
                yield f"target has source by:{relation}"
        if silent:
            yield "no rule"
