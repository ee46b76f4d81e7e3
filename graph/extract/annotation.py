"""A parsed document together with the mentions found in it: what the claim rules read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from graph.records import Document, Entity, Mention


@dataclass(frozen=True, slots=True)
class Annotation:
    """One document's parse, its mentions in text order, and the entities they stand for.

    Mentions may nest ("Turkish" in "Turkish drones") but never cross. `heads` maps a token index to the mention whose
    noun phrase it heads: "drones" in "13 Turkish Bayraktar TB2 combat drones" stands for the Bayraktar TB2, and
    "kingdom" in "the kingdom" for whichever state it refers to. Tokens inside a name lead to that name as well.
    """

    document: Document
    doc: Doc
    mentions: Sequence[Mention]
    entities: Mapping[str, Entity]
    heads: Mapping[int, Mention] = field(default_factory=dict)

    def mention_at(self, token: int) -> Mention | None:
        """The mention that the token stands for, or None where it names nothing we know."""
        return self.heads.get(token)
