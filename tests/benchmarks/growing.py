"""A made-up world that is told of for ever: a few edges are in every other article, most in one or two."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate

from graph.records import Amount, Claim, Extraction, When
from tests.benchmarks.world import Sizes, make_world

FIRST_DAY = date(2020, 1, 1)
MOST_TOLD = ("ATTACKS", "SUPPLIES", "LEADS", "OPPOSES", "PROCURES", "SANCTIONS", "ALLIES_WITH", "VISITS")


@dataclass(frozen=True, slots=True)
class Growing:
    """How the world is told: so many documents, each with claims behind so many edges; the first edges are told most."""

    documents: int = 10_000
    edges: int = 4000
    claims: int = 4
    days: int = 1500


def iter_growing(sizes: Growing = Growing(), seed: int = 1) -> Iterator[Extraction]:
    """The documents in the order of their days; a third of the claims have a date, some a quantity."""
    chance = random.Random(seed)
    pool = _one_claim_each(sizes.edges, seed)
    weights = list(accumulate(1 / (rank + 1) for rank in range(len(pool))))
    for number in range(sizes.documents):
        day = FIRST_DAY + timedelta(days=number * sizes.days // sizes.documents)
        yield _article(chance, f"report-{number}", day, chance.choices(pool, cum_weights=weights, k=sizes.claims))


def _one_claim_each(edges: int, seed: int) -> list[Extraction]:
    world = make_world(Sizes(documents=edges, entities=2000, claims=edges, parallel=0), seed)
    pool = [extraction for extraction in world if extraction.claims]
    chance = random.Random(seed)
    chance.shuffle(pool)
    busiest = [next(each for each in pool if each.claims[0].relation == relation) for relation in MOST_TOLD]
    return busiest + [each for each in pool if each not in busiest]


def _article(chance: random.Random, name: str, day: date, told: list[Extraction]) -> Extraction:
    """One article out of several: their texts one after another, with all their offsets moved along."""
    text, claims, entities = "", [], {}
    for number, each in enumerate(told):
        claims += [_retold(chance, claim, f"{name} {number}", name, day, len(text)) for claim in each.claims[:1]]
        for entity in each.entities:
            mentions = tuple((start + len(text), end + len(text)) for start, end in entity.mentions)
            known = entities.setdefault(entity.id, replace(entity, mentions=()))
            entities[entity.id] = replace(known, mentions=known.mentions + mentions)
        text += each.document.text
    document = replace(told[0].document, id=name, text=text, title=name, published=day, source=name)
    return Extraction(document, tuple(entities.values()), tuple(claims), ())


def _retold(chance: random.Random, claim: Claim, id: str, document: str, day: date, moved: int) -> Claim:
    evidence = claim.evidence
    spans = {
        name: (span[0] + moved, span[1] + moved)
        for name, span in (("cue", evidence.cue), ("source", evidence.source), ("target", evidence.target))
    }
    number, then = chance.choice([6, 13, 24, 100]), day - timedelta(days=chance.choice([0, 1, 30, 200, 700]))
    return replace(
        claim,
        id=f"{chance.getrandbits(64):016x}",
        document=document,
        evidence=replace(evidence, start=evidence.start + moved, end=evidence.end + moved, **spans),
        quantity=Amount(str(number), float(number)) if chance.random() < 0.15 else None,
        when=When(str(then), then, then) if chance.random() < 0.3 else None,
        reported_on=day,
    )
