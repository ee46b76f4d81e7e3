"""A parsed document together with the mentions found in it: what the claim rules read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Doc

from graph.records import Document, Entity, Mention, Span


@dataclass(frozen=True, slots=True)
class Annotation:
    """One document's parse, its mentions in text order, and the entities they stand for.

    Mentions may nest ("Turkish" in "Turkish drones") but never cross. `heads` maps a token index to the mention whose
    noun phrase it heads: "drones" in "13 Turkish Bayraktar TB2 combat drones" stands for the Bayraktar TB2, and
    "kingdom" in "the kingdom" for whichever state it refers to. Tokens inside a name lead to that name as well.

    `more` holds what else a token stands for: "the two countries" leads to one state by `heads`, to the other by
    `more`. `senses` says in which sense a state is mentioned, by the mention's span: name, adjective, people, capital,
    seat (the Kremlin), organ (its army, a ministry) or official (an unnamed office-holder who acts for it).
    """

    document: Document
    doc: Doc
    mentions: Sequence[Mention]
    entities: Mapping[str, Entity]
    heads: Mapping[int, Mention] = field(default_factory=dict)
    more: Mapping[int, Sequence[Mention]] = field(default_factory=dict)
    senses: Mapping[Span, str] = field(default_factory=dict)

    def mention_at(self, token: int) -> Mention | None:
        """The mention that the token stands for, or None where it names nothing we know."""
        return self.heads.get(token)

    def mentions_at(self, token: int) -> Sequence[Mention]:
        """Every mention that the token stands for: two for "the two countries", none where it names nothing."""
        first = self.heads.get(token)
        return () if first is None else (first, *self.more.get(token, ()))

    def sense(self, mention: Mention) -> str | None:
        """In which sense a state is mentioned ("adjective"), None for everything that is no state."""
        return self.senses.get((mention.start, mention.end)) if mention.type == "State" else None
