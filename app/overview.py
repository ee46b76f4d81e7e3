"""More than can be drawn, as a picture of its communities: one node each, with who leads it. Knows no Streamlit."""

import math
from collections import Counter
from collections.abc import Mapping
from typing import Any

from app import findings, text
from app.canvas import picture
from app.canvas.picture import split_key
from app.findings import Names
from graph.analysis.layout import place
from graph.analysis.web import Crowd, Gathering, Link

LINKS = 60  # links drawn, those with most claims: more can't be told apart
LED_BY = 2  # members that a community is called by
ROOM = 140.0  # units of the canvas that a name takes
STRONG = 2  # links of a community that draw it to others


def crowd_id(number: int) -> str:
    """What names a community on the canvas."""
    return f"community:{number}"


def crowd_number(id: str | None) -> int | None:
    """The number of the community of that id; None where it is no community's."""
    kind, _colon, number = (id or "").partition(":")
    return int(number) if kind == "community" and number.isdecimal() else None


def leaders(found: Gathering) -> list[str]:
    """The entities whose names are needed."""
    return [id for crowd in found.crowds for id in crowd.members[: findings.MEMBERS]]


def called(crowd: Crowd, names: Names) -> str:
    """What a community is called: "Morocco, Israel and 212 more"."""
    return findings.listed([findings.name_of(id, names) for id in crowd.members[:LED_BY]], crowd.size)


def says(found: Gathering, *, where: str) -> str:
    """What is drawn, and what isn't: nothing is left out without a word."""
    total = f"{text.plural(found.entities, 'entity', 'entities')} and {text.plural(found.ties, 'tie')} {where}"
    drawn = f"as {text.plural(len(found.crowds), 'community', 'communities')}"
    left = []
    if found.rest:
        left.append(f"{text.plural(found.rest, 'smaller community', 'smaller communities')} with {text.plural(found.rest_members, 'entity', 'entities')}")  # fmt: skip
    if found.alone:
        left.append(f"{text.plural(found.alone, 'entity', 'entities')} without a tie here")
    return f"{total}, {drawn}{'; not drawn: ' + ' and '.join(left) if left else ''}."


def describe(found: Gathering, number: int, names: Names) -> str:
    """A community in words: how many, how much is told of them, who leads it."""
    crowd = found.crowds[number]
    outside = sum(link.claims for link in found.links if number in (link.left, link.right))
    first = findings.listed([findings.name_of(id, names) for id in crowd.members[: findings.MEMBERS]], crowd.size)
    told = f"{text.plural(crowd.claims, 'claim')} among them, {outside:,} with other communities drawn here"
    return f"{text.plural(crowd.size, 'entity', 'entities')}: {first}. {told}."


def describe_link(found: Gathering, key: str, names: Names) -> str | None:
    """What is between two communities; None where the key is no link's."""
    ends = split_key(key)
    pair = sorted(number for end in (ends[0], ends[2]) if (number := crowd_number(end)) is not None) if ends else []
    for link in found.links:
        if [link.left, link.right] == pair:
            one, other = (called(found.crowds[number], names) for number in pair)
            return f"Between {one} on one side and {other} on the other: {text.plural(link.ties, 'tie')}, {text.plural(link.claims, 'claim')}."  # fmt: skip
    return None


def payload(found: Gathering, names: Names, *, revision: int, selected: str | None, height: int, says: str) -> dict[str, Any]:  # fmt: skip
    """What the canvas needs to draw the communities."""
    nodes = [
        picture.Node(crowd_id(number), "", _led_by(crowd, names), members=crowd.size)
        for number, crowd in enumerate(found.crowds)
    ]
    links = found.links[:LINKS]
    edges = [
        picture.Edge(
            crowd_id(link.left), f"{link.claims:,}", crowd_id(link.right), claims=link.claims, told=_told(link)
        )
        for link in links
    ]
    more = f" · the {len(links)} strongest of {len(found.links):,} links" if len(found.links) > len(links) else ""
    sizes = {crowd_id(number): _size(crowd, found) for number, crowd in enumerate(found.crowds)}
    sent = picture.payload(nodes, edges, _arrange(found, sizes), revision=revision, selected=selected, fit=True, height=height, status=says + more)  # fmt: skip
    most = max((link.claims for link in links), default=1)
    return sent | {
        "nodes": [node | {"size": sizes[node["id"]], "hidden": 0} for node in sent["nodes"]],
        "edges": [_drawn(edge, most) for edge in sent["edges"]],
        "types": {},
        "modalities": {},
        "relations": [],
    }


def _led_by(crowd: Crowd, names: Names) -> str:
    return ", ".join(text.short(findings.name_of(id, names), 18) for id in crowd.members[:LED_BY])


def _drawn(edge: Mapping[str, Any], most: int) -> dict[str, Any]:
    width = round(1 + 6 * math.sqrt(edge["claims"] / most), 2)
    return {**edge, "symmetric": True, "width": width, "strong": width + 2}


def _told(link: Link) -> str:
    return f"{text.plural(link.ties, 'tie')}, {text.plural(link.claims, 'claim')}"


def _size(crowd: Crowd, found: Gathering) -> float:
    largest = max(each.size for each in found.crowds)
    return round(30 + 66 * math.sqrt(crowd.size / largest), 1)


def _arrange(found: Gathering, sizes: Mapping[str, float]) -> dict[str, tuple[float, float]]:
    ids = [crowd_id(number) for number in range(len(found.crowds))]
    boxes = {id: (max(sizes[id], ROOM), sizes[id] / 2 + 8, sizes[id] / 2 + 40) for id in ids}
    strong: Counter[int] = Counter()
    pairs = []
    for link in found.links:  # strongest first; a few of each, else all would be drawn into one knot
        if min(strong[link.left], strong[link.right]) < STRONG:
            pairs.append((crowd_id(link.left), crowd_id(link.right)))
            strong.update((link.left, link.right))
    return place(ids, pairs, boxes=boxes, length=90.0)
