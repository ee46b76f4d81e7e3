"""Stored claims by the act that they tell of, and where they contradict each other: what a reader sees of an edge."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graph.resolve.contradictions import Contradiction, find_contradictions
from graph.resolve.tellings import Telling, is_lasting, make_facts
from graph.schema.schema import load_schema
from graph.store.view_records import StoredClaim


@dataclass(frozen=True, slots=True)
class ToldAct:
    """One act, the claims that tell of it in the order they came, and the contradictions among these."""

    id: str | None
    claims: tuple[StoredClaim, ...]
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


def by_act(claims: Iterable[StoredClaim]) -> list[ToldAct]:
    """The acts that these claims tell of, in the order in which each is first told."""
    groups: dict[str | None, list[StoredClaim]] = {}
    for claim in claims:
        groups.setdefault(claim.act, []).append(claim)
    return [ToldAct(id, tuple(group), _contradictions(group)) for id, group in groups.items()]


def _contradictions(claims: Sequence[StoredClaim]) -> tuple[Contradiction, ...]:
    known = load_schema().relations.get(claims[0].relation)
    return find_contradictions(known.nature if known else "state", map(_telling, claims))


def _telling(claim: StoredClaim) -> Telling:
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
