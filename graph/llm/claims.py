"""From what a language model says to claims: each checked against the text and the schema, or rejected with the reason."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeVar

from pydantic import ValidationError

from graph.extract.annotation import Annotation
from graph.extract.match import ROLE_TYPES, Reason
from graph.extract.roles import COUNTED, PRICED, TIMELESS
from graph.extract.sentences import Sentence, read_sentences
from graph.lexicon.lexicon import Lexicon
from graph.llm.answer import Named, Role, Said
from graph.llm.details import read_date, read_quantity, read_value
from graph.llm.ends import End, Ends, with_mention
from graph.llm.places import Text
from graph.records import Attribution, Claim, Entity, Evidence, Modality, Rejection, Span, content_hash, make_claim_id
from graph.schema.schema import Schema
from graph.wording import one_line

NOT_IN_TEXT, NOT_IN_SCHEMA = "not in text", "not in schema"
LONGEST = 1000  # characters of a quoted sentence: a quotation of half the article would prove anything
MOST_SENTENCES = 3  # that one quotation may touch: the parser takes "U.S." for the end of one now and then
LONGEST_SHOWN = 300  # characters of invented words that a rejection keeps

Key = tuple[int, str, str, str, Modality]
_Detail = TypeVar("_Detail")


class _Refused(Exception):  # noqa: N818 - a claim is refused, nothing has gone wrong
    """Why what the model says is no claim."""

    def __init__(self, reason: str, words: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.words = words


@dataclass(frozen=True, slots=True)
class _Quote:
    """What the model says, and the sentence of the text in which it says to have read it."""

    said: Said
    sentences: Sequence[Sentence]
    cue: Span | None

    @property
    def span(self) -> Span:
        return self.sentences[0].start, self.sentences[-1].end

    @property
    def near(self) -> int:
        return self.cue[0] if self.cue else self.span[0]


class Ledger:
    """The claims, rejections and entities of one document as its passages' answers are read.

    `rule` is the name that its claims give for what made them. Where the words of a rejection are not in the text,
    its span is the sentence's, or the passage's, in which they were said to be.
    """

    def __init__(self, annotation: Annotation, lexicon: Lexicon, schema: Schema, rule: str) -> None:
        self._document = annotation.document
        self._schema = schema
        self._rule = rule
        self._sentences = read_sentences(annotation.doc)
        self._text = Text(annotation.document.text)
        self._ends = Ends(annotation, lexicon, self._text)
        self._keys: set[Key] = set()
        self._ids: set[str] = set()
        self.entities: dict[str, Entity] = dict(annotation.entities)
        self.claims: list[Claim] = []
        self.rejections: list[Rejection] = []

    def take(self, items: Iterable[object], passage: Span) -> None:
        """Enter the claims that the model makes of one passage, in their order."""
        for item in items:
            try:
                said = Said.model_validate(item)
            except ValidationError:
                self._reject(NOT_IN_SCHEMA, "", str(item), passage)
                continue
            self._take(said, passage)

    def _take(self, said: Said, passage: Span) -> None:
        try:
            quote = self._quote(said, passage)
        except _Refused as refused:
            self._reject(refused.reason, refused.words, said.sentence, passage, said)
            return
        try:
            self._keep(self._claim(quote), quote)
        except _Refused as refused:
            self._reject_in(quote, refused.reason, refused.words)

    def _quote(self, said: Said, passage: Span) -> _Quote:
        place = self._text.find(said.sentence, *passage)
        if place is None:
            raise _Refused(NOT_IN_TEXT, said.cue or "")
        sentences = self._between(place)
        start, end = sentences[0].start, sentences[-1].end
        if len(sentences) > MOST_SENTENCES or end - start > LONGEST:
            raise _Refused(Reason.TOO_LONG.value, said.cue or "")
        return _Quote(said, sentences, self._text.find_words(said.cue or "", start, end, place[0]))

    def _between(self, span: Span) -> list[Sentence]:
        return [sentence for sentence in self._sentences if sentence.start < span[1] and sentence.end > span[0]]

    def _claim(self, quote: _Quote) -> Claim:
        said = quote.said
        self._check(said)
        source, target = self._pair(quote)
        evidence = self._evidence(quote, source, target)
        speaker = self._speaker(quote)
        relation, published = said.relation, self._document.published
        future = said.modality is Modality.EXPECTED
        text = self._document.text
        return Claim(
            id=make_claim_id(self._document.id, relation, evidence),
            document=self._document.id,
            relation=relation,
            source=source.entity.id,
            target=target.entity.id,
            modality=said.modality,
            evidence=evidence,
            rule=self._rule,
            reported=said.reported or speaker is not None,
            attributed_to=speaker,
            roles=self._roles(quote, (source, target)),
            quantity=self._detail(quote, said.quantity, relation in COUNTED, lambda span: read_quantity(text, span)),
            value=self._detail(quote, said.value, relation in PRICED, lambda span: read_value(text, span)),
            when=self._detail(
                quote, said.date, relation not in TIMELESS, lambda span: read_date(text, span, published, future)
            ),
            reported_on=published,
        )

    def _check(self, said: Said) -> None:
        if said.relation not in self._schema.relations:
            raise _Refused(NOT_IN_SCHEMA, said.relation)
        for end in (said.source, said.target):
            if end.type not in self._schema.entities:
                raise _Refused(NOT_IN_SCHEMA, end.type)

    def _pair(self, quote: _Quote) -> tuple[End, End]:
        """The likeliest reading of both ends that the schema allows; in text order where the relation is mutual."""
        relation = quote.said.relation
        sources, targets = self._read(quote, quote.said.source), self._read(quote, quote.said.target)
        allowed = [
            (source, target)
            for source, target in product(sources, targets)
            if self._schema.allows(source.entity.type, relation, target.entity.type)
        ]
        if not allowed:
            raise _Refused(NOT_IN_SCHEMA, f"{quote.said.source.words} {relation} {quote.said.target.words}")
        apart = [(source, target) for source, target in allowed if source.entity.id != target.entity.id]
        if not apart:
            raise _Refused(Reason.SAME_ENDS.value, quote.said.source.words)
        source, target = apart[0]
        if self._schema.relations[relation].symmetric and target.span < source.span:
            return target, source
        return source, target

    def _read(self, quote: _Quote, named: Named) -> list[End]:
        span = self._ends.place(named, quote.sentences, quote.near)
        if span is None:
            raise _Refused(NOT_IN_TEXT, named.words)
        found = self._ends.read(named, span, quote.sentences)
        if not found:
            raise _Refused(NOT_IN_SCHEMA if named.type == "State" else Reason.UNCLEAR.value, named.words)
        return found

    def _evidence(self, quote: _Quote, source: End, target: End) -> Evidence:
        start, end = quote.span
        return Evidence(
            sentence=self._document.text[start:end],
            start=start,
            end=end,
            cue=quote.cue or self._between_ends(source.span, target.span),
            source=source.span,
            target=target.span,
            coreference=source.coreference or target.coreference,
        )

    def _between_ends(self, source: Span, target: Span) -> Span:
        """The words that join the ends; the ends themselves where nothing stands between them."""
        first, second = sorted((source, target))
        words = self._document.text[first[1] : second[0]]
        start = first[1] + len(words) - len(words.lstrip())
        end = first[1] + len(words.rstrip())
        return (start, end) if start < end else (first[0], max(first[1], second[1]))

    def _speaker(self, quote: _Quote) -> Attribution | None:
        words = quote.said.speaker
        if not words or not words.strip():
            return None
        span = self._text.find_words(words, 0, len(self._document.text), quote.near)
        if span is None:
            self._reject_in(quote, NOT_IN_TEXT, words)
            return None
        entity = self._ends.speaker(span, self._between(span))
        return Attribution(" ".join(self._document.text[slice(*span)].split()), entity.id if entity else None)

    def _roles(self, quote: _Quote, ends: Sequence[End]) -> dict[str, str]:
        taken = {end.entity.id for end in ends}
        roles: dict[str, str] = {}
        for role in quote.said.roles:
            try:
                found = self._role(quote, role)
            except _Refused as refused:
                self._reject_in(quote, refused.reason, refused.words)
                continue
            if found.entity.id not in taken and role.role not in roles:
                roles[role.role] = self._meet(found)
        for end in ends:
            self._meet(end)
        return dict(sorted(roles.items()))

    def _role(self, quote: _Quote, role: Role) -> End:
        if role.role not in self._schema.relations[quote.said.relation].roles:
            raise _Refused(NOT_IN_SCHEMA, f"{role.role}: {role.words}")
        fitting = [end for end in self._read(quote, role) if end.entity.type in ROLE_TYPES[role.role]]
        if not fitting:
            raise _Refused(NOT_IN_SCHEMA, f"{role.role}: {role.words}")
        return fitting[0]

    def _detail(self, quote: _Quote, words: str | None, fits: bool, read: Callable[[Span], _Detail]) -> _Detail | None:
        """One more thing that the claim says, from its words in the sentence; a rejection where they are not there."""
        if not words or not words.strip():
            return None
        span = self._text.find_words(words, *quote.span, quote.near) if fits else None
        if span is None:
            self._reject_in(quote, NOT_IN_TEXT if fits else NOT_IN_SCHEMA, words)
            return None
        return read(span)

    def _meet(self, end: End) -> str:
        """Enter an entity, and the place where it is named; gives its id."""
        known = self.entities.get(end.entity.id, end.entity)
        self.entities[known.id] = with_mention(known, end.span)
        return known.id

    def _keep(self, claim: Claim, quote: _Quote) -> None:
        mutual = self._schema.relations[claim.relation].symmetric
        ends = sorted((claim.source, claim.target)) if mutual else (claim.source, claim.target)
        key = (claim.evidence.start, claim.relation, ends[0], ends[1], claim.modality)
        if key in self._keys:
            raise _Refused(Reason.SAID_TWICE.value, quote.said.cue or "")
        self._keys.add(key)
        self.claims.append(self._distinct(claim))

    def _distinct(self, claim: Claim) -> Claim:
        """The claim with an id of its own, where the same words carry two."""
        if claim.id in self._ids:
            claim = replace(claim, id=content_hash(claim.id, claim.source, claim.target, claim.modality))
        self._ids.add(claim.id)
        return claim

    def _reject_in(self, quote: _Quote, reason: str, words: str) -> None:
        """Enter a rejection in a sentence of the text, at the cue if it stands there."""
        start, end = quote.span
        at = quote.cue or quote.span
        sentence, relation = self._document.text[start:end], self._relation(quote.said)
        self.rejections.append(Rejection(reason, one_line(words, LONGEST_SHOWN), sentence, *at, relation))

    def _reject(self, reason: str, words: str, sentence: str, passage: Span, said: Said | None = None) -> None:
        """Enter a rejection of what no sentence of the text says."""
        relation = self._relation(said) if said else None
        words, sentence = one_line(words, LONGEST_SHOWN), one_line(sentence, LONGEST_SHOWN)
        self.rejections.append(Rejection(reason, words, sentence, *passage, relation))

    def _relation(self, said: Said) -> str | None:
        return said.relation if said.relation in self._schema.relations else None
