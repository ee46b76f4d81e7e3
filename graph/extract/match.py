"""The relation table over one sentence: each cue ends as bindings of both ends, or as one refusal with its reason."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import combinations

from graph.extract.arguments import Argument, Arguments
from graph.extract.cues import Cue, find_cues
from graph.extract.frames import Frame
from graph.extract.sentences import Sentence, Word
from graph.extract.table import ALONE, EITHER, PAIRED, Rule, Table
from graph.schema.schema import Schema

SUBJECTS = frozenset({"subject", "by", "possessor", "holder", "clause.subject"})
PAIRS = 3  # of a longer list of partners only the first ones are paired


class Reason(StrEnum):
    """Why a cue made no claim, in the order of how near it came."""

    OTHER_SENSE = "the words around it give it another sense"
    NO_SOURCE = "no source"
    UNNAMED_SOURCE = "unnamed source"
    WRONG_SOURCE = "source has the wrong type"
    UNCLEAR = "unclear reference"
    NO_TARGET = "no target"
    UNNAMED_TARGET = "unnamed target"
    WRONG_TARGET = "target has the wrong type"
    NO_ROLE = "what it is about is not said"
    SAME_ENDS = "both ends are the same"
    TOO_LONG = "too long for a sentence"
    UNLIKELY = "unlike what annotated news taught"
    SAID_TWICE = "said by another cue in the same sentence"


@dataclass(frozen=True, slots=True)
class Binding:
    """What a rule caught: both ends, and the names in its other roles.

    `confidence` and `reasons` are those of the claim to be; None and empty until the binding is weighed.
    """

    cue: Cue
    rule: Rule
    frame: Frame
    source: Argument
    target: Argument
    roles: dict[str, Argument] = field(default_factory=dict)
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """A cue that no rule could bind, and the reason of the rule that came nearest."""

    cue: Cue
    rule: Rule
    reason: Reason


class Matcher:
    """Applies the table to the sentences of one document."""

    def __init__(self, table: Table, schema: Schema, arguments: Arguments) -> None:
        self._table = table
        self._schema = schema
        self._arguments = arguments

    def match(self, sentence: Sentence) -> Iterator[list[Binding] | Refusal]:
        """For each cue in text order the bindings of all its rules, or one refusal."""
        for cue in find_cues(sentence, self._table, self._arguments):
            frame = Frame(cue.word)
            results = [self._apply(cue, rule, frame) for rule in cue.rules]
            bindings = [binding for result in results if isinstance(result, list) for binding in result]
            yield bindings or _nearest([result for result in results if isinstance(result, Refusal)])

    def _apply(self, cue: Cue, rule: Rule, frame: Frame) -> list[Binding] | Refusal:
        if not _fits(cue, rule, frame):
            return Refusal(cue, rule, Reason.OTHER_SENSE)
        sources, missing = self._sources(rule, frame)
        if not sources:
            return Refusal(cue, rule, missing)
        pairs, missing = self._pairs(rule, frame, sources)
        if not pairs:
            return Refusal(cue, rule, missing)
        roles: dict[str, Argument] = {
            role: found for role, paths in rule.row.roles.items() if (found := self._role(role, paths, frame))
        }
        if any(role not in roles for role in rule.row.needs):
            return Refusal(cue, rule, Reason.NO_ROLE)
        return [self._bind(cue, rule, frame, source, target, roles) for source, target in pairs]

    def _bind(
        self, cue: Cue, rule: Rule, frame: Frame, source: Argument, target: Argument, roles: dict[str, Argument]
    ) -> Binding:
        ends = (source.entity.id, target.entity.id)
        others = {role: found for role, found in roles.items() if found.entity.id not in ends}
        if self._schema.relations[rule.relation].symmetric and target.mention.start < source.mention.start:
            source, target = target, source
        return Binding(cue, rule, frame, source, target, others)

    def _sources(self, rule: Rule, frame: Frame) -> tuple[list[Argument], Reason]:
        reasons = (Reason.NO_SOURCE, Reason.UNNAMED_SOURCE, Reason.WRONG_SOURCE)
        return self._ends(rule.row.source, rule.sources, rule, frame, reasons)

    def _pairs(
        self, rule: Rule, frame: Frame, sources: Sequence[Argument]
    ) -> tuple[list[tuple[Argument, Argument]], Reason]:
        if rule.row.target[0] == PAIRED and len(sources) > 1:
            return list(combinations(sources, 2))[:PAIRS], Reason.SAME_ENDS
        reasons = (Reason.NO_TARGET, Reason.UNNAMED_TARGET, Reason.WRONG_TARGET)
        paths = [path for path in rule.row.target if path != PAIRED]
        targets, missing = self._ends(paths, rule.targets, rule, frame, reasons)
        pairs = [(source, target) for source in sources for target in targets if source.entity.id != target.entity.id]
        if not targets and PAIRED in rule.row.target:
            pairs = list(combinations(sources, 2))[:PAIRS]
        return pairs, Reason.SAME_ENDS if targets else missing

    def _ends(
        self,
        paths: Sequence[str],
        types: frozenset[str],
        rule: Rule,
        frame: Frame,
        reasons: tuple[Reason, Reason, Reason],
    ) -> tuple[list[Argument], Reason]:
        """The right-typed names at the first path that has any (at all paths where the row says several)."""
        found: list[Argument] = []
        seen_words = seen_names = unclear = False
        for path in paths:
            words = frame.reach(path) if path != ALONE else ()
            named = [argument for word in words for argument in self._arguments.named(word)]
            seen_words, seen_names = seen_words or bool(words), seen_names or bool(named)
            unclear = unclear or (not named and any(_points_back(word) for word in words))
            right = [argument for argument in named if _right(argument, types, rule)]
            if not right and "State" in types and path in SUBJECTS:
                right = [state for argument in named for state in self._arguments.represented(argument)]
            found += right
            if found and not rule.row.several:
                break
        if not seen_words and ALONE in paths:
            found = self._arguments.alone(frame.cue)
        unnamed = Reason.UNCLEAR if unclear else reasons[1]
        return _distinct(found), reasons[2] if seen_names else unnamed if seen_words else reasons[0]

    def _role(self, role: str, paths: Sequence[str], frame: Frame) -> Argument | None:
        wanted = ROLE_TYPES[role]
        for path in paths:
            for word in frame.reach(path):
                for argument in self._arguments.named(word):
                    if argument.entity.type in wanted:
                        return argument
        return None


ROLE_TYPES = {
    "system": frozenset({"System"}),
    "counterpart": frozenset({"State", "Group", "Firm"}),
    "under": frozenset({"Agreement"}),
    "event": frozenset({"Event"}),
    "place": frozenset({"Place", "State"}),
}


def _points_back(word: Word) -> bool:
    """Whether the word stands for something named elsewhere: "it", "the group"."""
    return word.pos == "PRON" or (word.pos == "NOUN" and word.has_child("the", "this", "that", "these", "those"))


def _right(argument: Argument, types: frozenset[str], rule: Rule) -> bool:
    kind = argument.entity.type
    vague = rule.row.named and argument.entity.generic and kind == "System"
    guessed = rule.row.sure and kind == "Firm" and not argument.entity.known and argument.mention.how == "ner"
    return kind in types and not vague and not guessed


def _distinct(arguments: Sequence[Argument]) -> list[Argument]:
    return list({argument.entity.id: argument for argument in reversed(arguments)}.values())[::-1]


def _nearest(refusals: Sequence[Refusal]) -> Refusal:
    order = list(Reason)
    return max(refusals, key=lambda refusal: order.index(refusal.reason))


def _fits(cue: Cue, rule: Rule, frame: Frame) -> bool:
    row = rule.row
    if row.passive is not None and row.passive != frame.passive:
        return False
    if row.joint is not None and row.joint != _is_joint(frame):
        return False
    if row.common and cue.word.text[:1].isupper():
        return False
    if row.acting is not None and row.acting != cue.acting:
        return False
    if row.home is not None and row.home != cue.home:
        return False
    if row.senses and cue.sense not in row.senses:
        return False
    if any(not _meets(frame, path, lemmas) for path, lemmas in row.where.items()):
        return False
    if any(_meets(frame, path, lemmas) for path, lemmas in row.unless.items()):
        return False
    return not row.topics or _has_topic(frame, row.topics)


def _meets(frame: Frame, path: str, lemmas: Sequence[str]) -> bool:
    words = (word for choice in path.split(EITHER) for word in frame.reach(choice))
    return any(word.lemma in lemmas or word.lower in lemmas for word in words)


def _has_topic(frame: Frame, topics: Sequence[str]) -> bool:
    phrases: list[Word] = [frame.cue] if frame.cue.is_noun else list(frame.reach("object"))
    return any(word.lower in topics or word.lemma in topics for noun in phrases for word in noun.subtree())


def _is_joint(frame: Frame) -> bool:
    cue = frame.cue
    if cue.lower.startswith(("co-", "joint")):
        return True
    beside = [*cue.children, *(word for noun in frame.reach("object") for word in noun.children)]
    beside += [word for phrase in cue.having("prep") for word in phrase.having("advmod")]  # "together from 2026"
    return any(word.lower in ("jointly", "together", "joint", "co") for word in beside)
