"""Small annotated passages and what may be extracted from them."""

import os
from pathlib import Path

import pytest

from graph.score.passages import Answer, Passage

TYPES = {
    "Norway": "State", "Sweden": "State", "Finland": "State", "NATO": "Group", "Saab AB": "Firm",
    "battle tanks": "System", "Gripen": "System", "John Doe": "Person",
}  # fmt: skip


def passage(*relations: tuple[str, str, str, str], id: str = "p", mutual: bool = False) -> Passage:
    """A passage with relations (source, relation, target, modality); each thing in them is one of TYPES."""
    return Passage.model_validate(
        {
            "id": id,
            "text": "…",
            "entities": [{"id": name, "type": type} for name, type in TYPES.items()],
            "relations": [
                {
                    "source": source,
                    "type": type,
                    "target": target,
                    "modality": modality,
                    "properties": {"mutual": mutual},
                }
                for source, type, target, modality in relations
            ],
        }
    )


def answer(*claims: tuple[str, str, str, str], id: str = "p", **more: object) -> Answer:
    """What was extracted from it, claims in the same form; the ids of entities are their names in capitals."""
    return Answer.model_validate(
        {
            "id": id,
            "entities": [{"id": name.upper(), "type": type, "name": name} for name, type in TYPES.items()],
            "claims": [
                {"source": source.upper(), "relation": type, "target": target.upper(), "modality": modality, **more}
                for source, type, target, modality in claims
            ],
        }
    )


def shared(name: str) -> Path:
    """A file of annotated news, or its scorer, beside the checkout: no part of the project."""
    beside = Path(__file__).resolve().parents[3] / "shared"
    path = Path(os.environ.get("ENTENTE_SHARED", beside)) / "gold" / name
    if not path.is_file():
        pytest.skip(f"no {path}; set ENTENTE_SHARED to the folder that holds gold/{name}")
    return path
