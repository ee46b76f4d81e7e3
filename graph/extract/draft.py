"""An annotation in the making: every stage adds the mentions it finds and the words that lead to them."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon
from graph.records import Entity, Mention, Span
from graph.resolve.linker import Linker


@dataclass(slots=True)
class Draft:
    """The words of one document and what has been found in them so far."""

    words: Words
    lexicon: Lexicon
    linker: Linker
    mentions: list[Mention] = field(default_factory=list)
    heads: dict[int, Mention] = field(default_factory=dict)
    more: dict[int, list[Mention]] = field(default_factory=dict)
    senses: dict[Span, str] = field(default_factory=dict)
    entities: dict[str, Entity] = field(default_factory=dict)

    def mention(
        self, span: Span, entity: Entity, how: str, tokens: Iterable[int], *, sense: str = "name", alias: bool = True
    ) -> Mention:
        """Write down that the span stands for the entity, and that the tokens lead to it where nothing else has them."""
        start, end = span
        text = self.words.source[start:end]
        self._meet(entity, text if alias else None)
        mention = Mention(start, end, entity.type, text, entity.id, how)
        self.mentions.append(mention)
        if entity.type == "State":
            self.senses[span] = sense
        for token in tokens:
            self.heads.setdefault(token, mention)
        return mention

    def refer(self, token: int, to: Mention, how: str = "coreference", start: int | None = None) -> Mention:
        """Write down that the noun phrase ending in the token stands for what `to` stands for."""
        words = self.words
        span = (words.starts[token] if start is None else start, words.ends[token])
        mention = self.mention(span, self.entities[to.entity], how, (), sense="coreference", alias=False)
        self.heads[token] = mention
        return mention

    def lead(self, token: int, to: Mention) -> None:
        """Write down that the token, part of a larger phrase about the same thing, leads to the mention."""
        self.heads[token] = to

    def at(self, token: int, *types: str) -> Mention | None:
        """The mention that the token leads to, if it is of one of the types (of any, if none are given)."""
        found = self.heads.get(token)
        return found if found and (not types or found.type in types) else None

    def _meet(self, entity: Entity, written: str | None) -> None:
        known = self.entities.get(entity.id, entity)
        if written and written != known.name and written not in known.aliases and known.type != "State":
            known = replace(known, aliases=(*known.aliases, written))
        self.entities[entity.id] = known
