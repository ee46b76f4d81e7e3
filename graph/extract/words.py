"""A parsed document as plain lists, so that the rules about names can look at every word cheaply."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from graph.lexicon.naming import plain


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a document: one list an attribute, all indexed by token.

    `source` is the document's text, `text` the same with plain quotes and hyphens, offset by offset.
    """

    source: str
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
    def of(cls, doc: Doc, source: str) -> "Words":
        """Read the document once; typographic quotes and hyphens are made plain, offsets stay."""
        text = plain(source)
        starts, ends, lemmas, tags, deps, sentences = [], [], [], [], [], []
        sentence = -1
        for token in doc:
            start = token.idx
            starts.append(start)
            ends.append(start + len(token))
            lemmas.append(token.lemma_.lower())
            tags.append(token.pos_)
            deps.append(token.dep_)
            sentence += token.is_sent_start is True or sentence < 0
            sentences.append(sentence)
        # Far cheaper than asking each token for its head; the array holds distances, negative ones wrapped around.
        distances = doc.to_array("HEAD").astype("int64").tolist()
        heads = [index + distance for index, distance in enumerate(distances)]
        texts = [text[start:end] for start, end in zip(starts, ends, strict=True)]
        return cls(
            source=source,
            text=text,
            starts=starts,
            ends=ends,
            texts=texts,
            lower=[word.lower() for word in texts],
            lemmas=lemmas,
            tags=tags,
            deps=deps,
            heads=heads,
            sentences=sentences,
            children=_children(heads),
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
        while index >= 0 and self.deps[index] in _MODIFIERS and self._belongs(index, token):
            yield index
            index -= 1

    def _belongs(self, index: int, token: int) -> bool:
        """Whether the word hangs on the noun or on one between them; or on its number, as in a misread "32 F-35 fighters"."""
        head = self.heads[index]
        return token >= head > index or (self.deps[head] == "nummod" and self.heads[head] == token)


_MODIFIERS = {"amod", "compound", "nmod", "punct", "npadvmod", "advmod", "conj", "cc", "quantmod", "prep", "pobj"}


def _children(heads: list[int]) -> list[list[int]]:
    children: list[list[int]] = [[] for _ in heads]
    for index, head in enumerate(heads):
        if head != index:
            children[head].append(index)
    return children
