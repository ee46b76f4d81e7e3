"""A sentence as plain words that point at each other: what the claim rules walk over.

spaCy makes a new Token object at each access, which is slow and makes `is` lie; these are made once a document.
"""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token


@dataclass(slots=True, eq=False, repr=False)
class Word:
    """One token: its forms, its place in the text, the word that governs it and the words that it governs."""

    index: int
    text: str
    lower: str
    lemma: str
    pos: str
    tag: str
    dep: str
    start: int
    end: int
    head: "Word | None" = None
    children: list["Word"] = field(default_factory=list)
    sentence: "Sentence | None" = None

    def __repr__(self) -> str:
        return f"{self.text}/{self.dep}"

    def having(self, *deps: str) -> list["Word"]:
        """The words that depend on this one in one of the ways named, in text order."""
        return [child for child in self.children if child.dep in deps]

    def has_child(self, *lowers: str) -> bool:
        """Whether one of these words, in lower case, depends directly on this one."""
        return any(child.lower in lowers for child in self.children)

    def subtree(self) -> list["Word"]:
        """This word and all that depends on it, in text order."""
        found, waiting = [], [self]
        while waiting:
            word = waiting.pop()
            found.append(word)
            waiting.extend(word.children)
        return sorted(found, key=lambda word: word.index)

    def ancestors(self) -> list["Word"]:
        """The words above this one, nearest first."""
        found, word = [], self.head
        while word is not None:
            found.append(word)
            word = word.head
        return found

    @property
    def is_verb(self) -> bool:
        """Whether this heads a clause."""
        return self.pos in ("VERB", "AUX")

    @property
    def is_noun(self) -> bool:
        """Whether this heads a noun phrase by its form."""
        return self.pos in ("NOUN", "PROPN")


@dataclass(slots=True, eq=False)
class Sentence:
    """The words of one sentence in text order, and its offsets in the document without the white space around it."""

    index: int
    start: int
    end: int
    words: list[Word]


def read_sentences(doc: Doc) -> list[Sentence]:
    """Every sentence of a parsed text, its words linked both ways."""
    words = [_word(token) for token in doc]
    offsets = doc.to_array("HEAD").astype("int64").tolist()  # how far each word's head is, zero for a root
    sentences = []
    for index, span in enumerate(doc.sents):
        inside = words[span.start : span.end]
        filled = [word for word in inside if not word.text.isspace()] or inside
        sentence = Sentence(index, filled[0].start, filled[-1].end, inside)
        sentences.append(sentence)
        for word in sentence.words:
            word.sentence = sentence
            head = word.index + offsets[word.index]
            if head != word.index and span.start <= head < span.end:
                word.head = words[head]
                words[head].children.append(word)
    return sentences


def _word(token: Token) -> Word:
    lemma = token.lemma_.lower()
    return Word(
        index=token.i,
        text=token.text,
        lower=token.lower_,
        lemma=_singular(lemma) if token.tag_ == "NNPS" else lemma,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        start=token.idx,
        end=token.idx + len(token.text),
    )


def _singular(name: str) -> str:
    """The lemma of a common noun within a name, which the parser leaves plural: "armies" of "Indian Armies"."""
    if name.endswith("ies"):
        return f"{name[:-3]}y"
    return name[:-1] if name.endswith("s") and not name.endswith("ss") else name
