"""Correcting a claim: turned round, another relation or modality, another entity at an end."""

from collections.abc import Callable
from dataclasses import dataclass

import streamlit as st

from app import cards, text, trouble
from app.screens import judging, pairs
from graph.records import Correction, Modality, Verdict
from graph.schema.schema import load_schema
from graph.store.store import Store
from graph.store.view_records import Named, Node, StoredClaim

End = Named | Node


@dataclass(frozen=True, slots=True)
class Corrected:
    """What a claim would say."""

    source: End
    relation: str
    target: End
    modality: Modality

    def against(self, claim: StoredClaim) -> Correction:
        """What of it differs from what the claim says now."""
        return Correction(
            relation=self.relation if self.relation != claim.relation else None,
            source=self.source.id if self.source.id != claim.source.id else None,
            target=self.target.id if self.target.id != claim.target.id else None,
            modality=self.modality if self.modality != claim.modality else None,
        )


def form(store: Store, claim: StoredClaim, *, on_done: Callable[[], None], on_cancel: Callable[[], None]) -> None:
    """Ask what the claim should say; only relations that the schema allows between its ends are offered."""
    with st.container(border=True, key="correction"):
        corrected = _ask(store, claim)
        if corrected:
            said = cards.sentence(corrected.source, corrected.relation, corrected.target)
            st.html(
                f"<p data-testid='corrected'>It would say: <b>{said}</b> {cards.modality_chip(corrected.modality)}</p>"
            )
        with st.container(horizontal=True, gap="small"):
            unchanged = corrected is None or corrected.against(claim) == Correction()
            st.button(
                "Save the correction",
                type="primary",
                disabled=unchanged,
                on_click=_save,
                args=(store, claim, corrected, on_done),
            )
            st.button("Cancel", on_click=on_cancel)


def _ask(store: Store, claim: StoredClaim) -> Corrected | None:
    turned = st.checkbox("The other way round", key=f"turned {claim.id}")
    first, second = (claim.target, claim.source) if turned else (claim.source, claim.target)
    one, other = st.columns(2)
    with one:
        source: End = pairs.pick(store, f"Instead of {text.markdown(first.name)}", f"source {claim.id}") or first
    with other:
        target: End = pairs.pick(store, f"Instead of {text.markdown(second.name)}", f"target {claim.id}") or second
    schema = load_schema()
    allowed = [name for name in schema.relations if schema.allows(source.type, name, target.type)]
    if not allowed:
        st.warning(f"The schema has no relation from a {source.type} to a {target.type}.", icon=":material/block:")
        return None
    kept = allowed.index(claim.relation) if claim.relation in allowed else 0
    types = f"{source.type} {target.type}"
    relation = one.selectbox(
        "Relation ", allowed, index=kept, format_func=schema.phrase, key=f"relation {claim.id} {types}"
    )
    firmly = list(Modality)
    modality = other.selectbox("Modality", firmly, index=firmly.index(claim.modality), key=f"modality {claim.id}")
    return Corrected(source, relation, target, Modality(modality))


@trouble.helpful
def _save(store: Store, claim: StoredClaim, corrected: Corrected, on_done: Callable[[], None]) -> None:
    correction = corrected.against(claim)
    if judging.judge(store, Verdict.CORRECTED, claim.id, about=claim.id, correction=correction):
        on_done()
