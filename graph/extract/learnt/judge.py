"""How likely each candidate of a sentence is to be a claim, and which of its features say so."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import exp

from graph.extract.learnt.candidates import Candidate, Pairs
from graph.extract.learnt.features import Viewer, cue_vocabulary
from graph.extract.learnt.weights import Weights
from graph.extract.match import Binding
from graph.extract.sentences import Sentence
from graph.extract.table import Table
from graph.schema.schema import Schema

REASONS = 4

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """One relation of one candidate: its score from 0 to 1, and what each of its features counted for."""

    relation: str
    candidate: Candidate
    score: float
    counted: Sequence[tuple[float, str]]

    @property
    def reasons(self) -> tuple[str, ...]:
        """The features that spoke for it, strongest first."""
        strongest = sorted((part for part in self.counted if part[0] > 0), key=lambda part: (-part[0], part[1]))
        return tuple(feature for _, feature in strongest[:REASONS])


class Judge:
    """Applies the weights. Made once an extractor."""

    def __init__(self, weights: Weights, table: Table, schema: Schema) -> None:
        self.weights = weights
        self._schema = schema
        self.vocabulary = cue_vocabulary(table)
        self._columns: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for relation, learnt in weights.relations.items():
            for feature, weight in learnt.weights.items():
                self._columns[feature].append((relation, weight))

    def judge(self, sentence: Sentence, pairs: Pairs, bindings: Sequence[Binding]) -> Mapping[Key, Verdict]:
        """A verdict for each relation that the schema allows between two things the sentence names."""
        viewer = Viewer(sentence, pairs, bindings, self.vocabulary, self._schema)
        return {
            (verdict.relation, *verdict.candidate.ends): verdict
            for candidate in pairs.of(sentence)
            for verdict in self._verdicts(candidate, viewer, pairs)
        }

    def _verdicts(self, candidate: Candidate, viewer: Viewer, pairs: Pairs) -> Iterator[Verdict]:
        counted: dict[str, list[tuple[float, str]]] = defaultdict(list)
        for feature in viewer.features(candidate):
            for relation, weight in self._columns.get(feature, ()):
                counted[relation].append((weight, feature))
        for relation in pairs.relations_of(candidate):
            parts = counted[relation]
            total = self.weights.relations[relation].bias + sum(weight for weight, _ in parts)
            yield Verdict(relation, candidate, 1 / (1 + exp(-max(-30.0, min(30.0, total)))), parts)
