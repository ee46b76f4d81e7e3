"""A small drawn picture with claims in our own words, and one whose every word tries to be more than a word."""

from collections.abc import Iterator
from datetime import date

from graph.export.drawing import About, Cited, Drawing, PlacedEdge, PlacedNode, Source
from graph.records import Modality
from graph.schema.schema import Colour

REVIEW = Source(
    "rabat-drones",
    "Rabat looks to build drones",
    "Maghreb Defence Review",
    "A. Writer",
    date(2021, 11, 22),
    "https://example.org/rabat?a=1&b=2",
)
NOTES = Source("accords", "A year of accords", "Gulf Policy Notes")
HOSTILE = '</script><script>window.hacked=1</script><img src=x onerror="window.hacked=1"> ]]> **bold** [x](javascript:alert(1)) \u202eevil\u202c 🚀 \x07\ufffe'
FORMULAS = ("=1+1", "+1", "-1", "@SUM(A1)", "'=1", "''@x", "\t=1", "\uff1d1+1", "plain", "it's", "'quoted'", "")


def drawing() -> Drawing:
    nodes = (
        PlacedNode("MAR", "State", "Morocco", 0, 0, 54, hidden=7, claims=9, documents=4, neighbours=11),
        PlacedNode("ISR", "State", "Israel", 260, -40, 48, claims=5, documents=2, neighbours=4),
        PlacedNode("system:bayraktar-tb2", "System", "Bayraktar TB2", -180, 150, 38),
        PlacedNode("system:drones", "System", "loitering munitions", 150, 190, 34, generic=True),
        PlacedNode("firm:baykar", "Firm", "Baykar", -330, 20, 36, colour=Colour(light="#123456", dark="#abcdef")),
        PlacedNode("agreement:abraham-accords", "Agreement", "Abraham Accords", 60, -190, 36),
        PlacedNode("person:a-minister", "Person", "A Minister", 300, 130, 33),
        PlacedNode("event:air-show", "Event", "Marrakech Air Show", -160, -170, 33),
    )
    edges = (
        edge("ISR", "CO_PRODUCES", "MAR", "co-produces with", Modality.EXPECTED, symmetric=True, claims=2, documents=2),
        edge("ISR", "SUPPLIES", "MAR", "supplies", quantity=4, event_start=date(2020, 1, 1)),
        edge("MAR", "PROCURES", "system:bayraktar-tb2", "procures", quantity=13, value=70e6, currency="USD", confidence=0.92, first=date(2021, 11, 22), last=date(2022, 6, 2), claims=2),
        edge("MAR", "MANUFACTURES", "system:drones", "makes", Modality.POSSIBLE),
        edge("firm:baykar", "MANUFACTURES", "system:bayraktar-tb2", "makes", width=3.2, claims=6),
        edge("MAR", "SIGNS", "agreement:abraham-accords", "signs"),
        edge("person:a-minister", "VISITS", "MAR", "visits", Modality.DENIED),
    )  # fmt: skip
    about = About(
        "Morocco and its arms", date(2026, 11, 23), ("at least 80 % sure", "known by 2022-12-31"), 21, "for Monday"
    )
    return Drawing(nodes, edges, about)


def edge(source: str, relation: str, target: str, phrase: str, modality: Modality = Modality.ASSERTED, **more: object) -> PlacedEdge:  # fmt: skip
    counts = {modality: int(str(more.get("claims", 1)))}
    return PlacedEdge(
        f"{source}~{relation}~{target}", source, relation, target, phrase, modality, counts=counts, **more
    )  # type: ignore[arg-type]


def claims() -> tuple[Cited, ...]:
    return (
        cite("1", "ISR~CO_PRODUCES~MAR", "Morocco and Israel are expected to build drones.", Modality.EXPECTED, REVIEW, reported=True, speaker="a retired colonel", roles={"system": "drones"}),
        cite("2", "ISR~CO_PRODUCES~MAR", "They want to build them near Rabat.", Modality.EXPECTED, NOTES, reported=True),
        cite("3", "MAR~PROCURES~system:bayraktar-tb2", "In April, Morocco ordered 13 Bayraktar TB2 drones for $70 million.", Modality.ASSERTED, REVIEW, quantity="13", value="$70 million", when="In April", happened=(date(2021, 4, 1), date(2021, 4, 30)), reported_on=date(2021, 11, 22), confidence=0.92, verdict="accepted"),
        cite("4", "person:a-minister~VISITS~MAR", "The minister didn't visit Rabat.", Modality.DENIED, NOTES),
    )  # fmt: skip


def cite(id: str, edge: str, sentence: str, modality: Modality, document: Source, **more: object) -> Cited:
    names = {node.id: node.name for node in drawing().nodes}
    source, relation, target = edge.split("~")
    return Cited(id, edge, relation, source, names.get(source, source), target, names.get(target, target), sentence, modality, document, **more)  # type: ignore[arg-type]  # fmt: skip


def hostile() -> tuple[Drawing, tuple[Cited, ...]]:
    nodes = (
        PlacedNode('evil"><x', "Firm", HOSTILE, 0, 0),
        PlacedNode("long", "Nothing Known", "Very Long Industries " * 500, 200, 40),
        PlacedNode("x", "System", "", 100, 200),
    )
    id = 'evil"><x~PROCURES~x'
    edges = (
        PlacedEdge(id, 'evil"><x', "PROCURES", "x", HOSTILE, Modality.ASSERTED),
        PlacedEdge("loop", "x", "OPPOSES", "x", "opposes", Modality.DENIED),
        PlacedEdge("nowhere", "x", "OPPOSES", "not drawn", "opposes", Modality.DENIED),
    )
    document = Source("d", HOSTILE, HOSTILE, HOSTILE, None, "javascript:window.hacked=1")
    said = Cited("1", id, "PROCURES", 'evil"><x', HOSTILE, "x", HOSTILE, HOSTILE, Modality.ASSERTED, document, speaker=HOSTILE, roles={"system": HOSTILE}, quantity=HOSTILE, value=HOSTILE, when=HOSTILE)  # fmt: skip
    return Drawing(nodes, edges, About(HOSTILE, date(2026, 1, 1), (HOSTILE,), 3, HOSTILE, "javascript:1")), (said,)


def many(number: int) -> tuple[Drawing, Iterator[Cited]]:
    """A picture with so many claims, each of a document of its own, made as they are asked for."""
    whole = drawing()
    busy = PlacedEdge("MAR~SIGNS~agreement:abraham-accords", "MAR", "SIGNS", "agreement:abraham-accords", "signs", Modality.ASSERTED, claims=number)  # fmt: skip
    said = (
        cite(f"{at}", busy.id, f"Sentence number {at} of them.", Modality.ASSERTED, Source(f"d{at}", f"Article {at}", url=f"https://example.org/{at}"))
        for at in range(number)
    )  # fmt: skip
    return Drawing(whole.nodes, (busy,), About("Busy", date(2026, 1, 1), (), number)), said
