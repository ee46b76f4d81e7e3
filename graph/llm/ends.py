"""Whom the words of a claim name: the same entities, by the same ids, that the offline engine finds there."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from graph.extract.annotation import Annotation
from graph.extract.arguments import Argument, Arguments
from graph.extract.sentences import Sentence, Word
from graph.lexicon.lexicon import Lexicon
from graph.lexicon.naming import make_id
from graph.llm.answer import Named
from graph.llm.places import Text
from graph.records import Entity, Span
from graph.resolve.linker import Linker

_GENERIC = ("System", "Group", "Agreement")  # types that classes without a name may have: "attack drones"
_BEFORE = ("DET", "PRON", "NUM", "ADP", "PART", "PUNCT", "CCONJ", "SYM")


@dataclass(frozen=True, slots=True)
class End:
    """An entity that words may stand for, and whether they only point at its name."""

    entity: Entity
    span: Span
    coreference: bool = False


class Ends:
    """The entities of one annotated document, asked for by the words that a language model gives."""

    def __init__(self, annotation: Annotation, lexicon: Lexicon, text: Text) -> None:
        self._annotation = annotation
        self._arguments = Arguments(annotation, lexicon)
        self._lexicon = lexicon
        self._linker = Linker(lexicon)
        self._text = text
        self._source = annotation.document.text

    def place(self, named: Named, sentences: Sequence[Sentence], near: int) -> Span | None:
        """Where the entity stands in the sentences: its words, else another form of its name; None where nowhere."""
        start, end = sentences[0].start, sentences[-1].end
        span = self._text.find_words(named.words, start, end, near)
        return span or self._another_form(named, start, end, near)

    def read(self, named: Named, span: Span, sentences: Sequence[Sentence]) -> list[End]:
        """What the words at the span may stand for, the likeliest first; nothing where they name nothing.

        What the lexicon knows can't be taken for something of another type.
        """
        words = [
            word for sentence in sentences for word in sentence.words if word.start < span[1] and word.end > span[0]
        ]
        own = self._own(span, words)
        ends = list(self._ends(named, span, own))
        direct = self._annotation.mention_at(own[0].word.index) if own else None
        if direct is None or direct.how == "coreference" or not self._annotation.entities[direct.entity].known:
            new = self._new(named.type, words, span)
            ends += [End(new, span)] if new else []
        return ends

    def speaker(self, span: Span, sentences: Sequence[Sentence]) -> Entity | None:
        """The entity of ours that the words naming a speaker stand for, or None."""
        words = [
            word for sentence in sentences for word in sentence.words if word.start < span[1] and word.end > span[0]
        ]
        own = self._own(span, words)
        return own[0].entity if own else None

    def _ends(self, named: Named, span: Span, own: Sequence[Argument]) -> Iterator[End]:
        fitting = [argument for argument in own if argument.entity.type == named.type]
        yield from (End(argument.entity, span) for argument in fitting if not argument.coreference)
        called = self._called(named)
        if called:
            by_name = [argument.entity.id for argument in own if not argument.coreference]
            yield End(called, span, coreference=called.id not in by_name)
        yield from (End(argument.entity, span, True) for argument in fitting if argument.coreference)
        known = self._known(named.type, named.words)
        if known:
            yield End(known, span)
        yield from (End(argument.entity, span, argument.coreference) for argument in own if argument not in fitting)

    def _own(self, span: Span, words: Sequence[Word]) -> list[Argument]:
        """What the annotation finds at the words: a mention of just them, else what their head noun names."""
        head = _head(words)
        if head is None:
            return []
        exact = [mention for mention in self._annotation.mentions if (mention.start, mention.end) == span]
        if exact:
            return [Argument(mention, self._annotation.entities[mention.entity], head) for mention in exact]
        return [argument for argument in self._arguments.named(head) if not _runs_on(argument, span)]

    def _called(self, named: Named) -> Entity | None:
        """The entity of the fuller name that the model gives, if that name stands in the text as well."""
        name = named.name or ""
        span = self._text.find_words(name, 0, len(self._source), 0) if name != named.words else None
        if span is None:
            return None
        written = self._source[slice(*span)]
        for mention in self._annotation.mentions:
            if mention.text == written and mention.type == named.type:
                return self._annotation.entities[mention.entity]
        return self._known(named.type, written)

    def _known(self, type_: str, name: str) -> Entity | None:
        """The entity that the lexicon knows by that name; a State by its demonym, capital or seat as well."""
        if type_ == "State":
            entries = {match.surface.entry.id: match.surface.entry for match in self._lexicon.find(name)}
            states = [entry for entry in entries.values() if entry.type == "State"]
            return self._linker.known(states[0]) if len(states) == 1 else None
        linked = self._linker.link(type_, name)
        return linked if linked.known else None

    def _new(self, type_: str, words: Sequence[Word], span: Span) -> Entity | None:
        """A new entity of that type, called by the words without what stands before the name; None where they name nothing."""
        kept = list(words)
        while kept and (kept[0].pos in _BEFORE or kept[0].lower in ("the", "a", "an")):
            kept = kept[1:]
        if not kept or type_ == "State":
            return None
        name = self._source[max(kept[0].start, span[0]) : min(kept[-1].end, span[1])]
        if any(_is_name(word) for word in kept):
            return self._linker.link(type_, name)
        if type_ not in _GENERIC or not kept[-1].is_noun:
            return None
        one = f"{name[: kept[-1].start - kept[0].start]}{kept[-1].lemma}"
        return Entity(make_id(type_, one), type_, name, (one,) if one != name else (), generic=True)

    def _another_form(self, named: Named, start: int, end: int, near: int) -> Span | None:
        """Where the sentence names the same known entity by another form: "Turkish" for Turkey."""
        known = self._known(named.type, named.words) if _is_whole_name(self._lexicon, named) else None
        spans = [
            (mention.start, mention.end)
            for mention in self._annotation.mentions
            if known and mention.entity == known.id and start <= mention.start and mention.end <= end
        ]
        return min(spans, key=lambda span: (abs(span[0] - near), span), default=None)


def _runs_on(argument: Argument, span: Span) -> bool:
    """Whether a name that no lexicon bears out runs on beyond the words: "Hughes India Partho Banerjee" for a firm."""
    mention, entity = argument.mention, argument.entity
    doubtful = not (entity.known or entity.generic or argument.coreference)
    inside = mention.start <= span[0] and span[1] <= mention.end
    return doubtful and inside and (mention.start, mention.end) != span


def with_mention(entity: Entity, span: Span) -> Entity:
    """The entity with one more place in the text where it is named."""
    return replace(entity, mentions=tuple(sorted({*entity.mentions, span})))


def _is_whole_name(lexicon: Lexicon, named: Named) -> bool:
    """Whether the words are a State's name and nothing more; other types are only known by their whole names."""
    spans = [(match.start, match.end) for match in lexicon.find(named.words)]
    return named.type != "State" or (0, len(named.words)) in spans


def _head(words: Sequence[Word]) -> Word | None:
    """The word that the others depend on; of several, the last noun."""
    tops = [word for word in words if word.head not in words]
    nouns = [word for word in tops if word.is_noun]
    return next(reversed(nouns or tops), None)


def _is_name(word: Word) -> bool:
    """Whether the word is written as names are: a capital that is not the sentence's first, or a digit among letters."""
    first = word.sentence is not None and word.sentence.start == word.start
    inner = word.text[1:] if first and word.pos != "PROPN" else word.text
    return any(letter.isupper() for letter in inner) or (
        word.pos != "NUM" and any(letter.isdigit() for letter in inner)
    )
