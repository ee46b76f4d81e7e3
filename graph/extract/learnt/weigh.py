"""Rules and regression together: rules' claims get a confidence or fall, and what only the regression sees is claimed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from graph.extract.cues import Cue
from graph.extract.frames import Frame
from graph.extract.learnt.candidates import Candidate, Pairs
from graph.extract.learnt.judge import Judge, Key, Verdict
from graph.extract.match import Binding, Reason, Refusal
from graph.extract.sentences import Sentence, Word
from graph.extract.table import Row, Rule
from graph.schema.schema import Schema

# What these say is a fact of whom or what the sentence is about, whatever the sentence makes of it.
BACKGROUND = frozenset({"BASED_IN", "LEADS", "MANUFACTURES", "OWNS"})


def learnt_rules(schema: Schema) -> Mapping[str, Rule]:
    """A rule a relation under whose name the regression's claims go: "supplies.learnt"."""
    return {
        name: Rule(
            name,
            Row(name="learnt", source=("self",), target=("self",), presupposed=name in BACKGROUND),
            f"{name.lower()}.learnt",
            frozenset(relation.source),
            frozenset(relation.target),
        )
        for name, relation in schema.relations.items()
    }


class Weighing(Protocol):
    """Whatever has the last word on the results of the rules in a sentence."""

    def weigh(
        self, sentence: Sentence, pairs: Pairs, results: Sequence[list[Binding] | Refusal]
    ) -> Iterable[list[Binding] | Refusal]:
        """What the sentence comes to."""


class RulesAlone:
    """Leaves the rules' results as they are: claims without confidence."""

    def weigh(
        self, sentence: Sentence, pairs: Pairs, results: Sequence[list[Binding] | Refusal]
    ) -> Sequence[list[Binding] | Refusal]:
        """The results, unchanged."""
        return results


class Weigher:
    """Weighs what the rules made of a sentence against the regression's verdicts."""

    def __init__(self, judge: Judge, schema: Schema) -> None:
        self.judge = judge
        self._schema = schema
        self._rules = learnt_rules(schema)

    def weigh(
        self, sentence: Sentence, pairs: Pairs, results: Sequence[list[Binding] | Refusal]
    ) -> Iterator[list[Binding] | Refusal]:
        """The rules' results with their confidence, unlikely ones refused; then what the regression alone claims.

        A cue that the rules refused and the regression claims by is no longer refused.
        """
        bindings = [binding for result in results if isinstance(result, list) for binding in result]
        verdicts = self.judge.judge(sentence, pairs, bindings)
        weighed = [self._weighed(result, verdicts) for result in results]
        said = {
            key for result in weighed if isinstance(result, list) for binding in result for key in self._keys(binding)
        }
        likely = [key for key, verdict in verdicts.items() if verdict.score >= self.judge.weights.claim]
        alone = [self._alone(verdicts[key]) for key in likely if key not in said]
        cues = {binding.cue.word.index for binding in alone}
        yield from (result for result in weighed if isinstance(result, list) or result.cue.word.index not in cues)
        yield from ([binding] for binding in alone)

    def _weighed(self, result: list[Binding] | Refusal, verdicts: Mapping[Key, Verdict]) -> list[Binding] | Refusal:
        if isinstance(result, Refusal):
            return result
        kept = [found for binding in result if (found := self._kept(binding, verdicts)) is not None]
        return kept or Refusal(result[0].cue, result[0].rule, Reason.UNLIKELY)

    def _keys(self, binding: Binding) -> list[Key]:
        relation, source, target = binding.rule.relation, binding.source.entity.id, binding.target.entity.id
        key = (relation, source, target)
        return [key, (relation, target, source)] if self._schema.relations[relation].symmetric else [key]

    def _kept(self, binding: Binding, verdicts: Mapping[Key, Verdict]) -> Binding | None:
        """The rule's binding with its confidence, None where it is unlikely. What wasn't judged stays as it is."""
        verdict = next((verdicts[key] for key in self._keys(binding) if key in verdicts), None)
        if verdict is None:
            return binding
        weights = self.judge.weights
        return (
            replace(binding, confidence=weights.confidence(verdict.score, by_rule=True))
            if verdict.score >= weights.keep
            else None
        )

    def _alone(self, verdict: Verdict) -> Binding:
        candidate = verdict.candidate
        rule = self._rules[verdict.relation]
        word = self._cue(candidate, verdict.relation)
        return Binding(
            cue=Cue(word, (rule,)),
            rule=rule,
            frame=Frame(word),
            source=candidate.source.argument,
            target=candidate.target.argument,
            confidence=self.judge.weights.confidence(verdict.score, by_rule=False),
            reasons=verdict.reasons,
        )

    def _cue(self, candidate: Candidate, relation: str) -> Word:
        """The word to show as what says it: on the way one that rules know for it, else what governs both ends."""
        if candidate.way is None:
            return candidate.target.head
        start = candidate.sentence.words[0].index
        ends = (candidate.source, candidate.target)
        inner = [
            word
            for word in candidate.way.inner
            if not any(place.first <= word.index - start <= place.last for place in ends)
        ]
        known = [word for word in inner if relation in self.judge.vocabulary.get(word.lemma, ())]
        content = [word for word in inner if word.is_verb or word.is_noun]
        return next(iter((*known, *content, *inner)), candidate.way.top)
