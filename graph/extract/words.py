"""A parsed document as plain lists, so that the rules about names can look at every word cheaply."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from graph.lexicon.naming import plain


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document: one list an attribute, all indexed by token."""

    text: str
    starts: list[int]
    ends: list[int]
    texts: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    heads: list[int]
    sentences: list[int]
    children: list[list[int]]

    @classmethod
    def of(cls, doc: Doc) -> "Words":
        """Read the document once; typographic quotes and hyphens are made plain, offsets stay."""
        tokens = list(doc)
        texts = [plain(token.text) for token in tokens]
        starts = [token.idx for token in tokens]
        heads = [token.head.i for token in tokens]
        children: list[list[int]] = [[] for _ in tokens]
        for index, head in enumerate(heads):
            if head != index:
                children[head].append(index)
        return cls(
            text=plain(doc.text),
            starts=starts,
            ends=[start + len(text) for start, text in zip(starts, texts, strict=True)],
            texts=texts,
            lower=[text.lower() for text in texts],
            lemmas=[token.lemma_.lower() for token in tokens],
            tags=[token.pos_ for token in tokens],
            deps=[token.dep_ for token in tokens],
            heads=heads,
            sentences=_sentence_numbers(doc),
            children=children,
        )

    def __len__(self) -> int:
        """The number of tokens."""
        return len(self.texts)

    def covering(self, start: int, end: int) -> range:
        """The tokens that touch `text[start:end]`."""
        return range(bisect_right(self.ends, start), bisect_left(self.starts, end))

    def head_of(self, tokens: range) -> int:
        """The token of the stretch that the others hang on; the last of those, if several hang outside."""
        outside = [token for token in tokens if self.heads[token] not in tokens or self.heads[token] == token]
        return outside[-1] if outside else tokens[-1]

    def child(self, token: int, *deps: str) -> int | None:
        """The first dependent of the token with one of these labels, or None."""
        return next((child for child in self.children[token] if self.deps[child] in deps), None)

    def object_of(self, token: int, *prepositions: str) -> int | None:
        """The noun after one of these prepositions hanging on the token ("of"), or None."""
        for child in self.children[token]:
            if self.deps[child] == "prep" and self.lower[child] in prepositions:
                return self.child(child, "pobj")
        return None

    def modifiers(self, token: int) -> Iterator[int]:
        """The words before a noun that belong to its noun phrase, from right to left, determiners and possessors left out."""
        index = token - 1
        while index >= 0 and self.deps[index] in _MODIFIERS and token >= self.heads[index] > index:
            yield index
            index -= 1


_MODIFIERS = {"amod", "compound", "nmod", "punct", "npadvmod", "advmod", "conj", "cc", "quantmod", "prep", "pobj"}


def _sentence_numbers(doc: Doc) -> list[int]:
    number = -1
    numbers = []
    for token in doc:
        number += bool(token.is_sent_start) or token.i == 0
        numbers.append(number)
    return numbers
