"""From what the rules caught to what the document claims, and why the other cues claim nothing."""

from collections.abc import Iterable
from dataclasses import replace

from graph.extract.annotation import Annotation
from graph.extract.arguments import Arguments
from graph.extract.attribution import OWN, Speakers
from graph.extract.learnt.candidates import Pairs
from graph.extract.learnt.weigh import Weighing
from graph.extract.match import Binding, Matcher, Reason, Refusal
from graph.extract.modality import STRENGTH, modality_of
from graph.extract.roles import Figures, quantity_of, read_figures, value_of, when_of_binding
from graph.extract.sentences import Sentence, Word, read_sentences
from graph.extract.table import Table
from graph.lexicon.lexicon import Lexicon
from graph.records import Claim, Document, Evidence, Modality, Rejection, content_hash, make_claim_id
from graph.schema.schema import Schema

LONGEST = 300  # words of a sentence: what is longer is a table or noise, and would cost its square in time


def find_claims(
    annotation: Annotation, table: Table, schema: Schema, lexicon: Lexicon, weigher: Weighing
) -> tuple[list[Claim], list[Rejection]]:
    """All claims of a document in text order, and a rejection for each cue that made none.

    The weigher has the last word on what the rules bind.
    """
    sentences = read_sentences(annotation.doc)
    arguments = Arguments(annotation, lexicon)
    matcher = Matcher(table, schema, arguments)
    speakers = Speakers(annotation.document.text, sentences, arguments)
    pairs = Pairs(annotation, sentences)
    ledger = _Ledger(annotation.document, speakers, schema)
    for sentence in sentences:
        if len(sentence.words) > LONGEST:
            ledger.pass_over(sentence)
        else:
            ledger.take(sentence, weigher.weigh(sentence, pairs, list(matcher.match(sentence))))
    return ledger.claims, ledger.rejections


class _Ledger:
    """The claims and rejections of one document as its sentences are read."""

    def __init__(self, document: Document, speakers: Speakers, schema: Schema) -> None:
        self._document = document
        self._speakers = speakers
        self._schema = schema
        self._ids: set[str] = set()
        self.claims: list[Claim] = []
        self.rejections: list[Rejection] = []

    def take(self, sentence: Sentence, results: Iterable[list[Binding] | Refusal]) -> None:
        """Enter what the cues of one sentence came to, in their order."""
        figures: Figures | None = None
        said: dict[tuple[str, str, str, Modality], int] = {}
        for result in results:
            if isinstance(result, Refusal):
                self._reject(sentence, result.cue.word, result.reason, result.rule.relation)
                continue
            figures = figures or read_figures(sentence, self._document.text)
            fresh = [claim for binding in result if self._keep(claim := self._claim(sentence, binding, figures), said)]
            if not fresh:
                self._reject(sentence, result[0].cue.word, Reason.SAID_TWICE, result[0].rule.relation)

    def pass_over(self, sentence: Sentence) -> None:
        """Enter a sentence that is not read for claims, as one rejection."""
        word = sentence.words[0]
        text = self._document.text[sentence.start : sentence.end]
        self.rejections.append(Rejection(Reason.TOO_LONG.value, word.text, text, word.start, word.end))

    def _keep(self, claim: Claim, said: dict[tuple[str, str, str, Modality], int]) -> bool:
        """Keep a claim unless its sentence has made it already; what it adds goes to the first one."""
        ends = sorted((claim.source, claim.target)) if self._is_symmetric(claim) else (claim.source, claim.target)
        key = (claim.relation, ends[0], ends[1], claim.modality)
        if key not in said:
            said[key] = len(self.claims)
            self.claims.append(self._distinct(claim))
            return True
        first = self.claims[said[key]]
        self.claims[said[key]] = _complete(first, claim)
        return False

    def _distinct(self, claim: Claim) -> Claim:
        """The claim with an id of its own, where the same words carry two: "both countries bought"."""
        if claim.id in self._ids:
            claim = replace(claim, id=content_hash(claim.id, claim.source, claim.target, claim.modality))
        self._ids.add(claim.id)
        return claim

    def _is_symmetric(self, claim: Claim) -> bool:
        return self._schema.relations[claim.relation].symmetric

    def _claim(self, sentence: Sentence, binding: Binding, figures: Figures) -> Claim:
        evidence = self._evidence(sentence, binding)
        voice = OWN if binding.rule.row.presupposed else self._speakers.voice_of(binding.cue.word)
        return Claim(
            id=make_claim_id(self._document.id, binding.rule.relation, evidence),
            document=self._document.id,
            relation=binding.rule.relation,
            source=binding.source.entity.id,
            target=binding.target.entity.id,
            modality=_modality(binding),
            evidence=evidence,
            rule=binding.rule.name,
            reported=voice.reported,
            attributed_to=voice.speaker,
            roles={role: found.entity.id for role, found in sorted(binding.roles.items())},
            quantity=quantity_of(binding),
            value=value_of(binding, figures),
            when=when_of_binding(binding, figures, self._document.published),
            reported_on=self._document.published,
            confidence=binding.confidence,
            reasons=binding.reasons,
        )

    def _evidence(self, sentence: Sentence, binding: Binding) -> Evidence:
        source, target, cue = binding.source.mention, binding.target.mention, binding.cue.word
        return Evidence(
            sentence=self._document.text[sentence.start : sentence.end],
            start=sentence.start,
            end=sentence.end,
            cue=(cue.start, cue.end),
            source=(source.start, source.end),
            target=(target.start, target.end),
            coreference=binding.source.coreference or binding.target.coreference,
        )

    def _reject(self, sentence: Sentence, word: Word, reason: Reason, relation: str) -> None:
        text = self._document.text[sentence.start : sentence.end]
        self.rejections.append(Rejection(reason.value, word.text, text, word.start, word.end, relation))


def _modality(binding: Binding) -> Modality:
    row = binding.rule.row
    if row.presupposed:
        return row.modality or Modality.ASSERTED
    found = {modality_of(binding.cue.word), row.modality or Modality.ASSERTED}
    return next((modality for modality in STRENGTH if modality in found), Modality.ASSERTED)


def _complete(first: Claim, second: Claim) -> Claim:
    """The first claim with what only the second says."""
    return replace(
        first,
        roles={**second.roles, **first.roles},
        quantity=first.quantity or second.quantity,
        value=first.value or second.value,
        when=first.when or second.when,
    )
