"""Stored claims by the act that they tell of, and where they contradict each other: what a reader sees of an edge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.resolve.contradictions import Contradiction, find_contradictions
from graph.resolve.tellings import Telling, is_lasting, make_facts
from graph.schema.schema import load_schema
from graph.store.reports import Report
from graph.store.view_records import Card, StoredClaim

Claim = Report | StoredClaim


@dataclass(frozen=True, slots=True)
class Otherwise:
    """What others say of the same act instead: `about` is quantity, value, date or denial, `told` what they say of it."""

    about: str
    told: str
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One act, the claims that tell of it in the order they came, and the contradictions among these."""

    id: str | None
    claims: tuple[Claim, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def days(self) -> str | None:
        """When it was, as the claim says that places it best; None where none does."""
        dated = [claim for claim in self.claims if claim.event_start and claim.event_end]
        if not dated:
            return None
        best = min(dated, key=lambda claim: ((claim.event_end - claim.event_start).days, claim.id))  # type: ignore[operator]
        return (
            str(best.event_start) if best.event_start == best.event_end else f"{best.event_start} to {best.event_end}"
        )

    def otherwise(self, claim: str) -> tuple[Otherwise, ...]:
        """What others tell of the act that this claim doesn't agree with."""
        found = []
        for each in self.contradictions:
            mine = [what for what, ids in each.sides if claim in ids]
            against = [(what, ids) for what, ids in each.sides if mine and what not in mine]
            found += [Otherwise(each.about, what, self._of(ids)) for what, ids in against]
        return tuple(found)

    def same(self, claim: str) -> tuple[Card, ...]:
        """The other documents that tell of the act and contradict this claim in nothing, in the order they came."""
        mine = next((each.document.id for each in self.claims if each.id == claim), None)
        against = {each.id for other in self.otherwise(claim) for each in other.claims}
        found = {each.document.id: each.document for each in self.claims if each.id not in against}
        return tuple(card for id, card in found.items() if id != mine)

    def _of(self, ids: Sequence[str]) -> tuple[Claim, ...]:
        return tuple(each for each in self.claims if each.id in ids)


def by_act(claims: Iterable[Claim]) -> list[ToldAct]:
    """The acts that these claims tell of, in the order in which each is first told."""
    groups: dict[str | None, list[Claim]] = {}
    for claim in claims:
        groups.setdefault(claim.act, []).append(claim)
    return [ToldAct(id, tuple(group), _contradictions(group)) for id, group in groups.items()]


def _contradictions(claims: Sequence[Claim]) -> tuple[Contradiction, ...]:
    known = load_schema().relations.get(claims[0].relation)
    return find_contradictions(known.nature if known else "state", map(_telling, claims))


def _telling(claim: Claim) -> Telling:
    facts = make_facts(
        "state",
        claim.modality.value,
        start=claim.event_start,
        end=claim.event_end,
        quantity=claim.quantity,
        value=claim.value,
        currency=claim.currency,
        lasting=is_lasting(claim.relation, claim.cue),
    )
    return Telling(facts, claim.id, claim.id)
