"""Who arms whom, as entries of a matrix: from supplies, and from purchases that name the seller."""

from collections.abc import Iterable, Sequence

from app import text
from app.canvas.picture import make_key
from app.matrix.picture import Entry
from graph.schema.schema import load_schema
from graph.store.overview import Supplies, Supply
from graph.store.view_records import Named


def says(supplies: Supplies) -> str:
    """What is counted, and where not all is, of how much."""
    most = f"; of both the {len(supplies.found):,} most claimed, all numbers are of these" if supplies.cut else ""
    return f"supplies, and purchases that name the seller{most}"


def entries(supplies: Iterable[Supply]) -> list[Entry]:
    """A supplier's row by a recipient's column; each entry leads to its edge."""
    return [
        Entry(each.supplier.id, each.recipient.id, each.edge[1], make_key(*each.edge), each.counts, _told(each))
        for each in supplies
    ]


def named(supplies: Sequence[Supply]) -> list[Named]:
    """All suppliers and recipients, each once."""
    return list({end.id: end for each in supplies for end in (each.supplier, each.recipient)}.values())


def _told(supply: Supply) -> str:
    known = load_schema().relations.get(supply.edge[1])
    return text.acts_told(known.act if known else "act", supply.acts, supply.claims)
