from datetime import date

from app.glance import supplies
from app.matrix.picture import entries, payload
from graph.records import Modality
from graph.store.overview import Supply
from graph.store.view_records import Edge, Named

NAMES = [Named("MAR", "State", "Morocco"), Named("ISR", "State", "Israel"), Named("USA", "State", "United States")]


def edge(source: str, relation: str, target: str, claims: int = 1) -> Edge:
    counts = {modality: claims if modality is Modality.ASSERTED else 0 for modality in Modality}
    return Edge(source, relation, target, Modality.ASSERTED, claims, 1, counts, 0, last=date(2021, 1, 1))


def test_a_symmetric_edge_stands_in_both_cells_and_leads_to_one_edge() -> None:
    found = entries([edge("ISR", "NORMALIZES", "MAR"), edge("ISR", "SUPPLIES", "MAR")])
    assert [(entry.row, entry.column, entry.key) for entry in found] == [
        ("ISR", "MAR", "ISR~NORMALIZES~MAR"),
        ("MAR", "ISR", "ISR~NORMALIZES~MAR"),
        ("ISR", "MAR", "ISR~SUPPLIES~MAR"),
    ]


def test_the_busiest_part_is_drawn_and_the_rest_is_said() -> None:
    edges = [edge("ISR", "SUPPLIES", "MAR", 5), edge("USA", "SUPPLIES", "ISR", 1)]
    drawn = payload(entries(edges), NAMES, rows="supplier", columns="recipient", side=(1, 1))
    assert list(drawn["rows"]["items"]) == ["ISR"]
    assert list(drawn["columns"]["items"]) == ["MAR"]
    assert drawn["rows"]["said"] == "1 of 2 suppliers"
    assert [cell["id"] for cell in drawn["cells"]] == ["ISR~SUPPLIES~MAR"]


def test_an_end_that_is_not_drawn_puts_nothing_into_the_matrix() -> None:
    drawn = payload(entries([edge("ISR", "SUPPLIES", "FRA")]), NAMES, rows="source", columns="target")
    assert drawn["cells"] == []
    assert drawn["rows"]["said"] == "0 sources"


def test_a_purchase_that_names_the_seller_stands_in_the_seller_s_row_and_leads_to_the_purchase() -> None:
    counts = {modality: 1 if modality is Modality.EXPECTED else 0 for modality in Modality}
    bought = Supply(NAMES[1], NAMES[0], ("MAR", "PROCURES", "system:hermes-900"), 1, counts)
    (entry,) = supplies.entries([bought])
    assert (entry.row, entry.column, entry.key) == ("ISR", "MAR", "MAR~PROCURES~system:hermes-900")
    assert (entry.modality, entry.told) == (Modality.EXPECTED, "1 deal, 1 report")
