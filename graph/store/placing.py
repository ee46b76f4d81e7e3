"""Where a claim stands once judgements are applied: what it says now, and behind which edge."""

from typing import Any

from graph.records import Verdict
from graph.resolve.fit import may_hold
from graph.schema.schema import Schema
from graph.store.edges import EdgeKey, make_edge_key
from graph.store.judged import JudgedClaim


def edge_of(
    schema: Schema, relation: str, source: str, target: str, judged: JudgedClaim | None = None
) -> EdgeKey | None:
    """The edge that a claim between two entities stands behind.

    None for a rejected one, for one with one end, and for one that was corrected to what the schema doesn't allow.
    """
    verdict = judged.verdict if judged else None
    if source == target or verdict is Verdict.REJECTED:
        return None
    if verdict is Verdict.CORRECTED and not may_hold(relation, source, target):
        return None
    return make_edge_key(schema, relation, source, target)


def said_now(relation: str, modality: str, judged: JudgedClaim | None) -> dict[str, Any]:
    """A claim's relation, modality and verdict, with what the text said where a correction says otherwise.

    None is for what is to be left out.
    """
    now_relation = (judged.relation if judged else None) or relation
    now_modality = (judged.modality if judged else None) or modality
    return {
        "relation": now_relation,
        "modality": now_modality,
        "as_relation": relation if now_relation != relation else None,
        "as_modality": modality if now_modality != modality else None,
        "verdict": judged.verdict.value if judged else None,
    }
