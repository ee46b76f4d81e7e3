"""Who says so: the speaker of a reported clause, of a quotation, or of "according to"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from graph.extract.arguments import Arguments
from graph.extract.modality import load_moods
from graph.extract.sentences import Sentence, Word
from graph.extract.subjects import is_passive
from graph.records import Attribution, Span

QUOTED = re.compile(r"“[^”]*(?:”|$)|\"[^\"]*\"", re.MULTILINE)
PERSONAL = frozenset({"he", "she", "they", "we", "i"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Whether a statement is somebody else's, and whose, where the text says."""

    reported: bool
    speaker: Attribution | None = None


OWN = Voice(False)


class Speakers:
    """The voices of one document: built once, asked for each cue."""

    def __init__(self, text: str, sentences: Sequence[Sentence], arguments: Arguments) -> None:
        self._arguments = arguments
        self._text = text
        self._sentences = sentences
        self._quotes = [match.span() for match in QUOTED.finditer(text) if match.end() - match.start() > 25]
        self._quoted: dict[Span, Voice] = {}

    def voice_of(self, cue: Word) -> Voice:
        """Whose statement the cue's clause is; the document's own where nobody is named and no word reports it."""
        hearsay = False
        below = cue
        for word in [cue, *cue.ancestors()]:
            named = self._named_source(word)
            if named:
                return Voice(True, named)
            if self._speaks(word, below, cue):
                return Voice(True, self._subject(word))
            hearsay = hearsay or self._hearsay(word, below, cue)
            below = word
        quote = next((span for span in self._quotes if span[0] <= cue.start < span[1]), None)
        if quote:
            return self._voice_of_quote(quote)
        return Voice(True) if hearsay else OWN

    def _named_source(self, word: Word) -> Attribution | None:
        for child in word.children:
            if child.lower == "according":
                nouns = [noun for phrase in child.having("prep") for noun in phrase.having("pobj")]
                nouns = nouns or [noun for noun in word.having("pobj")]
                if nouns:
                    return self._attribution(nouns[0])
        return None

    def _speaks(self, word: Word, below: Word, cue: Word) -> bool:
        if word is cue or not word.is_verb or word.lemma not in load_moods().speech:
            return False
        if below.dep in ("ccomp", "parataxis"):
            return not is_passive(word)
        if below.dep == "advcl" and word.having("nsubj"):
            return False
        if below.dep in ("pcomp", "prep", "xcomp"):
            return word.lemma in ("accuse", "claim") and not is_passive(word)
        return below.dep == "dep" and bool(word.having("nsubj"))

    def _hearsay(self, word: Word, below: Word, cue: Word) -> bool:
        moods = load_moods()
        if any(child.lower in moods.hearsay for child in word.children):
            return word is cue or below.dep in ("xcomp", "ccomp", "acl", "dobj", "pobj", "prep", "advcl", "conj")
        passive = word is not cue and word.is_verb and word.lemma in moods.told and is_passive(word)
        return passive and below.dep in ("xcomp", "ccomp", "pcomp", "prep")

    def _subject(self, verb: Word) -> Attribution | None:
        subjects = verb.having("nsubj")
        if not subjects and verb.dep == "conj" and verb.head is not None:
            subjects = verb.head.having("nsubj")
        if not subjects or subjects[0].lower in load_moods().unnamed:
            return None
        return self._attribution(subjects[0])

    def _attribution(self, noun: Word) -> Attribution:
        named = self._arguments.named(noun)
        entity = named[0].entity if named else None
        text = entity.name if entity is not None and noun.lower in PERSONAL else self._phrase(noun)
        return Attribution(text, entity.id if entity is not None else None)

    def _phrase(self, noun: Word) -> str:
        """The noun phrase as written, without the clauses and appositions that follow it."""
        left = [word for word in noun.subtree() if word.index <= noun.index]
        end = noun
        for phrase in noun.having("prep"):
            if phrase.lower in ("of", "for", "in") and phrase.having("pobj") and phrase.index == end.index + 1:
                end = max(phrase.subtree(), key=lambda word: word.index)
        return re.sub(r"\s+", " ", self._text[left[0].start : end.end])

    def _voice_of_quote(self, quote: Span) -> Voice:
        if quote not in self._quoted:
            self._quoted[quote] = Voice(True, self._speaker_near(quote))
        return self._quoted[quote]

    def _speaker_near(self, quote: Span) -> Attribution | None:
        """The subject of the speaking verb nearest to the quotation, in the sentences that touch its paragraph."""
        first = self._text.rfind("\n", 0, quote[0]) + 1
        last = self._text.find("\n", quote[1])
        last = len(self._text) if last < 0 else last
        verbs = [
            word
            for sentence in self._sentences
            if first <= sentence.start < last
            for word in sentence.words
            if word.is_verb and word.lemma in load_moods().speech and not quote[0] <= word.start < quote[1]
        ]
        found = [(self._distance(verb, quote), speaker) for verb in verbs if (speaker := self._subject(verb))]
        return min(found, key=lambda pair: pair[0])[1] if found else None

    @staticmethod
    def _distance(verb: Word, quote: Span) -> int:
        return min(abs(verb.start - quote[0]), abs(verb.start - quote[1]))
