"""What a visitor asks of paths, and how the page's address says it, so that an answer can be sent on.

Knows no Streamlit. An address comes from strangers: what it says wrongly counts as not said.
"""

from collections.abc import Mapping

from app import filter_address
from app.filter_address import words
from graph.records import Modality
from graph.store.filter import Filter
from graph.store.paths import LENGTHS, Constraints

FIRM = frozenset(modality for modality in Modality if modality is not Modality.DENIED)
PLAIN = Constraints(Filter(modalities=FIRM))  # what is asked where nothing is said
MOST_AVOIDED = 50
STEPS, ALONG, CLASSES, HUBS, AVOID = OWN_NAMES = ("steps", "along", "classes", "hubs", "avoid")
NAMES = filter_address.NAMES + OWN_NAMES


def to_address(constraints: Constraints) -> dict[str, str | None]:
    """What the address says of them, by name; None for what goes without saying."""
    return filter_address.to_address(constraints.filter, FIRM) | {
        STEPS: None if constraints.longest == PLAIN.longest else str(constraints.longest),
        ALONG: "yes" if constraints.along else None,
        CLASSES: "yes" if constraints.generic else None,
        HUBS: None if constraints.hubs else "no",
        AVOID: " ".join(sorted(constraints.avoid)) or None,
    }


def from_address(said: Mapping[str, str | None]) -> Constraints:
    """The constraints that an address names."""
    return Constraints(
        filter_address.from_address(said, FIRM),
        next((length for length in LENGTHS if str(length) == said.get(STEPS)), PLAIN.longest),
        said.get(ALONG) == "yes",
        said.get(CLASSES) == "yes",
        said.get(HUBS) != "no",
        frozenset(words(said, AVOID)[:MOST_AVOIDED]),
    )
