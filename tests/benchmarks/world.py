"""A made-up world, the same on every machine: articles with entities and claims, as large as a year of one beat.

As in news, few entities are named often and most of them once or twice, and some things are said in more than one
article: those claims are parallel edges.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from graph.records import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    Evidence,
    Extraction,
    Modality,
    Span,
    When,
    make_claim_id,
)
from graph.schema.schema import Relation, load_schema

SHARES = {"State": 4, "Group": 14, "Firm": 22, "System": 30, "Person": 14, "Agreement": 6, "Place": 8, "Event": 2}
ROLE_TYPES = {"system": "System", "counterpart": "State", "under": "Agreement", "event": "Event", "place": "Place"}
FIRST_DAY = date(2024, 1, 1)
ASIDE = "The statement gave no further details, and a spokesman for the ministry declined to comment on the timetable. "

Triple = tuple[str, Entity, Entity]


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large a world is. `parallel` of the claims say again what another article says."""

    documents: int = 250
    entities: int = 5000
    claims: int = 7060
    parallel: int = 60


def make_world(sizes: Sizes = Sizes(), seed: int = 1, prefix: str = "") -> list[Extraction]:
    """The articles of the world, each as the extractor would hand it on."""
    chance = random.Random(seed)
    cast = _Cast(chance, sizes.entities)
    said = _say(chance, cast, sizes)
    named = {end.id for _relation, *ends in said for end in ends}
    silent = [entity for entity in cast.everybody if entity.id not in named]
    each = -(-len(said) // sizes.documents)
    return [
        _Article(chance, cast, f"{prefix}article-{number}", FIRST_DAY + timedelta(days=number % 365)).tell(
            said[number * each : (number + 1) * each], silent[number :: sizes.documents]
        )
        for number in range(sizes.documents)
    ]


class _Cast:
    """Everybody who can be named; the first of each type are named most."""

    def __init__(self, chance: random.Random, number: int) -> None:
        self.chance = chance
        self.of_type = {
            type_: [_entity(type_, i) for i in range(number * share // 100)] for type_, share in SHARES.items()
        }
        self.weights = {
            type_: list(accumulate(1 / (rank + 3) for rank in range(len(entities))))
            for type_, entities in self.of_type.items()
        }
        self.everybody = [entity for entities in self.of_type.values() for entity in entities]

    def pick(self, type_: str) -> Entity:
        return self.chance.choices(self.of_type[type_], cum_weights=self.weights[type_])[0]


def _entity(type_: str, number: int) -> Entity:
    name = f"{type_} Number {number}"
    key = f"S{number:03}" if type_ == "State" else f"{type_.lower()}:number-{number}"
    return Entity(key, type_, name, aliases=(f"{type_[0]}{number}", f"the {number}th {type_}"), known=number % 2 == 0)


def _say(chance: random.Random, cast: _Cast, sizes: Sizes) -> list[Triple]:
    relations = load_schema().relations
    found: dict[tuple[str, str, str], Triple] = {}
    while len(found) < sizes.claims - sizes.parallel:
        name = chance.choice(list(relations))
        source, target = _ends(chance, cast, relations[name])
        if source != target:
            found.setdefault((name, source.id, target.id), (name, source, target))
    # An article is about somebody: what is said of one source stands together.
    said = sorted(found.values(), key=lambda triple: triple[1].id)
    return said + chance.sample(said, sizes.parallel)


def _ends(chance: random.Random, cast: _Cast, relation: Relation) -> tuple[Entity, Entity]:
    source, target = cast.pick(chance.choice(relation.source)), cast.pick(chance.choice(relation.target))
    # The store draws one edge for both ways round: given one way only, all contenders have the same number to write.
    return (target, source) if relation.symmetric and target.id < source.id else (source, target)


class _Article:
    """One article in the making: its text grows sentence by sentence, and the offsets with it."""

    def __init__(self, chance: random.Random, cast: _Cast, name: str, day: date) -> None:
        self.chance, self.cast, self.name, self.day = chance, cast, name, day
        self.text = ""
        self.entities: dict[str, tuple[Entity, list[Span]]] = {}
        self.claims: list[Claim] = []

    def tell(self, triples: list[Triple], silent: list[Entity]) -> Extraction:
        """The article that says these, and only mentions those."""
        for triple in triples:
            self._claim(*triple)
            self.text += ASIDE
        for entity in silent:
            self._name(entity)
            self.text += " was also present. "
        document = Document(
            self.name,
            self.text,
            title=f"Title of {self.name}",
            publisher="Gazette",
            published=self.day,
            source=self.name,
        )
        entities = tuple(replace(entity, mentions=tuple(spans)) for entity, spans in self.entities.values())
        return Extraction(document, entities, tuple(self.claims), ())

    def _claim(self, relation: str, source: Entity, target: Entity) -> None:
        known, start = load_schema().relations[relation], len(self.text)
        source_span = self._name(source)
        cue = self._add(f" {known.phrase} ")
        target_span = self._name(target)
        roles = {role: self.cast.pick(ROLE_TYPES[role]) for role in known.roles if self.chance.random() < 0.2}
        for filler in roles.values():
            self.text += ", with "
            self._name(filler)
        speaker = self.cast.pick("Person") if self.chance.random() < 0.12 else None
        if speaker is not None:
            self.text += ", according to "
            self._name(speaker)
        self._add(".")
        evidence = Evidence(self.text[start:], start, len(self.text), cue, source_span, target_span)
        self.text += " "
        self.claims.append(
            Claim(
                make_claim_id(self.name, relation, evidence),
                self.name,
                relation,
                source.id,
                target.id,
                self.chance.choice(list(Modality)),
                evidence,
                rule=f"{relation.lower()}:1",
                reported=speaker is not None,
                attributed_to=Attribution(speaker.name, speaker.id) if speaker else None,
                roles={role: filler.id for role, filler in roles.items()},
                quantity=Amount("13", 13.0) if self.chance.random() < 0.2 else None,
                when=When(str(self.day), self.day, self.day) if self.chance.random() < 0.5 else None,
                reported_on=self.day,
            )
        )

    def _name(self, entity: Entity) -> Span:
        span = self._add(entity.name)
        self.entities.setdefault(entity.id, (entity, []))[1].append(span)
        return span

    def _add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return start, len(self.text)


def claims_of(world: list[Extraction]) -> Iterator[Claim]:
    """All claims of all articles."""
    return (claim for extraction in world for claim in extraction.claims)
