"""From a word to what it names: the mentions that can stand at the ends of a claim."""

from dataclasses import dataclass, replace
from functools import cached_property

from graph.extract.alone import find_lone_state
from graph.extract.annotation import Annotation
from graph.extract.sentences import Word
from graph.extract.steps import prepositional
from graph.extract.subjects import conjuncts, grammatical_subject
from graph.extract.vocabulary import load_vocabulary
from graph.lexicon.lexicon import Lexicon
from graph.lexicon.naming import make_id
from graph.records import Entity, Mention

DEPTH = 4
WATERS = frozenset({"Sea", "Ocean", "Gulf", "Strait"})  # "the Red Sea coast" isn't the sea
CALLING = frozenset({"call", "name", "dub", "designate", "christen", "codename"})
NAMING = frozenset({"Firm", "Group", "Person", "System", "Place", "Agreement", "Event"})


@dataclass(frozen=True, slots=True)
class Argument:
    """A named thing that fills a place in a claim: its mention, its entity and the word it was reached by."""

    mention: Mention
    entity: Entity
    word: Word

    @property
    def coreference(self) -> bool:
        """Whether the words only point back at the name."""
        return self.mention.how == "coreference"


class Arguments:
    """What the words of one annotated document name."""

    def __init__(self, annotation: Annotation, lexicon: Lexicon) -> None:
        self._annotation = annotation
        self._entries = lexicon.entries
        self._vocabulary = load_vocabulary()
        self._named: dict[int, tuple[Argument, ...]] = {}

    def named(self, word: Word) -> tuple[Argument, ...]:
        """The things that the noun phrase headed by the word names; several for "both countries", none if unknown."""
        if word.index not in self._named:
            self._named[word.index] = tuple(self._find(word, 0))
        return self._named[word.index]

    def direct(self, word: Word) -> Argument | None:
        """What the word itself names, its modifiers left aside."""
        mention = self._annotation.mention_at(word.index)
        return self._argument(mention, word) if mention is not None else None

    @cached_property
    def lone_state(self) -> Mention | None:
        """A mention of the only state that the document is about, None where there are several or none."""
        return find_lone_state(self._annotation)

    def alone(self, word: Word) -> list[Argument]:
        """The only state that the document is about, as what the word tacitly belongs to."""
        return [self._argument(self.lone_state, word)] if self.lone_state is not None else []

    def represented(self, argument: Argument) -> list[Argument]:
        """The state that a person or a weapon is named with: Canada of "Canadian minister Anita Anand"."""
        if argument.entity.type not in ("Person", "System"):
            return []
        parts = [
            noun for child in argument.word.having("poss", "amod", "compound", "nmod") for noun in conjuncts(child)
        ]
        parts += [inner for part in list(parts) for inner in part.having("poss", "amod", "compound", "nmod")]
        return [own for part in parts if (own := self.direct(part)) and own.entity.type == "State"]

    def sense(self, argument: Argument) -> str | None:
        """In which sense a state is named: name, adjective, capital, organ...; None for what is no state."""
        return self._annotation.sense(argument.mention)

    def made_in(self, system: Argument, state: Argument) -> bool | None:
        """Whether the system is known to be made in that state; None where the lexicon doesn't know its maker.

        This only settles how "Indian Su-30" is meant, as a maker's or an owner's; it is never claimed by itself.
        """
        entry = self._entries.get(system.entity.id) or self._entries.get(system.entity.family or "")
        if entry is None or entry.maker is None or state.entity.type != "State":
            return None
        maker = self._entries.get(make_id("Firm", entry.maker))
        return state.entity.id in (entry.maker, maker.country if maker is not None else None)

    def _argument(self, mention: Mention, word: Word) -> Argument:
        return Argument(mention, self._annotation.entities[mention.entity], word)

    def _find(self, word: Word, depth: int) -> list[Argument]:
        if depth > DEPTH:
            return []
        own = [self._argument(mention, word) for mention in self._annotation.mentions_at(word.index)]
        if own and not own[0].entity.generic:
            return own + self._joined_states(word, own)
        if own:  # a class of things, if not of people: "F-35 fighters"
            own = self._designated(word) or self._equated(word) or own
        found = self._through_apposition(word) or own or self._through_modifiers(word, depth)
        return (self._examples(word, depth) or found) if not found or found[0].entity.generic else found

    def _examples(self, word: Word, depth: int) -> list[Argument]:
        """What follows "such as", "like" or "including": "weapons such as the Astra"."""
        if not word.is_noun or depth:
            return []
        nouns = prepositional(word, "like") + prepositional(word, "including")
        if word.has_child("such") or any(child.lower == "as" and child.has_child("such") for child in word.children):
            nouns += prepositional(word, "as")
        return [argument for noun in nouns for argument in self._find(noun, depth + 1)]

    def _joined_states(self, word: Word, own: list[Argument]) -> list[Argument]:
        """The other state of "South Korean and US troops"."""
        if own[0].entity.type != "State" or word.lemma not in self._vocabulary.officials:
            return []
        known = {argument.entity.id for argument in own}
        return [state for state in self._through_state(word) if state.entity.id not in known]

    def _designated(self, word: Word) -> list[Argument]:
        """The designation before a class of systems: F-35 of "F-35 fighters"."""
        parts = [
            part for child in word.having("compound", "nmod", "amod", "nummod") for part in [child, *child.children]
        ]
        named = [own for part in parts if (own := self.direct(part)) and own.entity.type == "System"]
        return [replace(own, word=word) for own in named if not own.entity.generic][-1:]

    def _equated(self, word: Word) -> list[Argument]:
        """The name that a class is said of: the Astra in "the Astra is a missile", "a missile called Astra"."""
        if word.dep == "attr" and word.head is not None and word.head.lemma == "be":
            equals = grammatical_subject(word.head)
        else:
            equals = [word.head] if word.dep == "appos" and word.head is not None else []
        calling = [child for child in word.having("acl") if child.lemma in CALLING]
        equals += [noun for child in calling for noun in child.having("oprd", "attr", "dobj")]
        named = [own for equal in equals if (own := self.direct(equal)) and own.entity.type == "System"]
        return [replace(own, word=word) for own in named if not own.entity.generic][:1]

    def _through_apposition(self, word: Word) -> list[Argument]:
        """The name that follows a describing noun: "the manufacturer, Baykar", "munitions, the Hermes 900"."""
        for child in word.having("appos"):
            own = self.direct(child)
            described = self.direct(word)
            if own is None or own.entity.type not in NAMING or own.entity.generic:
                continue
            if described is None or described.entity.type == own.entity.type:
                return [own]
        return []

    def _through_modifiers(self, word: Word, depth: int) -> list[Argument]:
        if word.lemma in self._vocabulary.containers or word.pos == "NUM":
            inside = [noun for preposition in ("of", "in") for noun in prepositional(word, preposition)]
            found = [argument for noun in inside for argument in self._find(noun, depth + 1)]
            if found:
                return found
        if word.lemma in self._vocabulary.regions:
            return self._through_region(word, depth)
        if word.lemma in self._vocabulary.officials:
            return self._through_state(word)
        return self._through_compound(word)

    def _through_region(self, word: Word, depth: int) -> list[Argument]:
        """The place that a noun for a stretch of land belongs to: "the city of Jenin", "the outskirts of Kyiv"."""
        found = [own for child in word.having("compound", "nmod", "amod") if (own := self.direct(child))]
        found += [argument for noun in prepositional(word, "of") for argument in self._find(noun, depth + 1)]
        lands = [argument for argument in found if argument.entity.type in ("Place", "State")]
        return [argument for argument in lands if argument.entity.name.rsplit(" ", 1)[-1] not in WATERS]

    def _through_state(self, word: Word) -> list[Argument]:
        """Whose official or force it is: "Turkey's defence minister", "the president of France", "Houthi fighters"."""
        parts = [noun for child in word.having("poss", "amod", "compound", "nmod") for noun in conjuncts(child)]
        parts += [inner for part in list(parts) for inner in part.having("poss", "amod", "compound", "nmod")]
        for preposition in ("of", "from"):
            parts += prepositional(word, preposition)
        return [own for part in parts if (own := self.direct(part)) and own.entity.type in ("State", "Group")]

    def _through_compound(self, word: Word) -> list[Argument]:
        """The system or firm inside a noun phrase about it: "F-35 programme", "Hermes 900 fleet"."""
        for child in reversed(word.having("compound", "nmod")):
            own = self.direct(child)
            if own and own.entity.type in ("System", "Firm", "Group", "Agreement"):
                return [own]
        return []
