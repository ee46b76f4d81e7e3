"""What the extractor sees in the lessons, beside what the reader said: one example for each pair in each sentence."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from graph.extract.extractor import Extractor
from graph.extract.learnt.candidates import Pairs
from graph.extract.learnt.features import Viewer, cue_vocabulary
from graph.extract.match import Binding, Refusal
from graph.extract.sentences import Sentence
from graph.extract.table import load_table
from graph.records import Document, Entity, Extraction, Span
from graph.schema.schema import load_schema
from graph.score.names import names_same
from graph.training.lessons import End, Lesson, Told


@dataclass(slots=True)
class Example:
    """A pair in a sentence: its features, the relations it might have, those the reader saw and those a rule claimed.

    `unsure` are relations that the reader saw between these two elsewhere in the passage: neither yes nor no here.
    """

    lesson: int
    sentence: Span
    ends: tuple[str, str]
    features: list[str]
    possible: list[str]
    ruled: frozenset[str]
    told: set[str] = field(default_factory=set)
    unsure: set[str] = field(default_factory=set)


class Recorder:
    """Stands in the weigher's place and writes down every pair, leaving the rules' results as they are."""

    def __init__(self) -> None:
        self._schema = load_schema()
        self._vocabulary = cue_vocabulary(load_table())
        self.seen: list[Example] = []

    def weigh(
        self, sentence: Sentence, pairs: Pairs, results: Sequence[list[Binding] | Refusal]
    ) -> Sequence[list[Binding] | Refusal]:
        """The results, unchanged."""
        bindings = [binding for result in results if isinstance(result, list) for binding in result]
        viewer = Viewer(sentence, pairs, bindings, self._vocabulary, self._schema)
        for candidate in pairs.of(sentence):
            ruled = frozenset(binding.rule.relation for binding in bindings if self._says(binding, candidate.ends))
            possible = pairs.relations_of(candidate)
            span = (sentence.start, sentence.end)
            self.seen.append(Example(0, span, candidate.ends, viewer.features(candidate), possible, ruled))
        return results

    def _says(self, binding: Binding, ends: tuple[str, str]) -> bool:
        bound = binding.source.entity.id, binding.target.entity.id
        return bound == ends or (self._schema.relations[binding.rule.relation].symmetric and bound[::-1] == ends)


def read_examples(lessons: Sequence[Lesson]) -> Iterator[tuple[Extraction, list[Example]]]:
    """For each lesson what the rules alone extract, and its examples with the reader's answers."""
    recorder = Recorder()
    extractor = Extractor(weigher=recorder)
    documents = (Document(id=lesson.id, text=lesson.text) for lesson in lessons)
    for number, (lesson, extraction) in enumerate(zip(lessons, extractor.extract_many(documents), strict=True)):
        examples, recorder.seen = recorder.seen, []  # an extraction is handed out before the next document is seen
        answer(examples, lesson, extraction.entities)
        for example in examples:
            example.lesson = number
        yield extraction, examples


def answer(examples: Iterable[Example], lesson: Lesson, entities: Sequence[Entity]) -> None:
    """Note on each example what the reader said of its two entities."""
    symmetric = {name for name, relation in load_schema().relations.items() if relation.symmetric}
    said: dict[tuple[str, str, str], Told] = {}
    for told in lesson.told:
        source, target = find_entity(told.source, entities), find_entity(told.target, entities)
        if source and target:
            said[told.relation, source, target] = told
            if told.relation in symmetric:
                said[told.relation, target, source] = told
    for example in examples:
        for relation in example.possible:
            told_here = said.get((relation, *example.ends))
            if told_here is not None:
                where = example.told if _overlaps(told_here.evidence, example.sentence) else example.unsure
                where.add(relation)


def _overlaps(evidence: Span | None, sentence: Span) -> bool:
    return evidence is None or (evidence[0] < sentence[1] and sentence[0] < evidence[1])


def find_entity(end: End, entities: Sequence[Entity]) -> str | None:
    """The extracted entity that the reader means: by name, else the one of that type whose mention overlaps best."""
    right = [entity for entity in entities if entity.type == end.type]
    if end.name is not None:
        for entity in right:
            if names_same(end.name, end.type, (entity.name, *entity.aliases)):
                return entity.id
    shares = [
        ((min(b, d) - max(a, c)) / max(b - a, d - c), entity.id)
        for entity in right
        for a, b in entity.mentions
        for c, d in end.spans
    ]
    best = max(shares, default=(0.0, ""), key=lambda share: share[0])
    return best[1] if best[0] > 0 else None
