"""What the search box shows for what was found: plain values, one option a line."""

from typing import Any

from app import putting, text, theme
from graph.schema.schema import load_schema
from graph.store.found import Found, Hit, How, Tie
from graph.store.view_records import Named

# From Material Design Icons by Google, Apache-2.0: arrow_forward, search_off's bar.
ARROW = "M12 4l-1.41 1.41L16.17 11H4v2h12.17l-5.58 5.59L12 20l8-8z"
NONE = "M19 13H5v-2h14v2z"
SENSES = {
    "adjective": "as adjective",
    "people": "its people",
    "capital": "its capital",
    "seat": "its seat of power",
    "organ": "a body of it",
}
ENTITY, TIE = "entity", "tie"
LONGEST = 120

Option = dict[str, Any]


def answer(found: Found, *, ties: bool = True, enter: str = "picks it") -> dict[str, Any]:
    """The suggestions for a text. Without `ties` only entities are offered; `enter` says what the key does."""
    options = [*(_tie(each) for each in found.ties if ties), *(_hit(each) for each in found.hits)]
    if found.hits and not _asks_of_relation(found):
        options = [*(_hit(each) for each in found.hits), *(_tie(each) for each in found.ties if ties)]
    options += [_missing(each) for each in found.missing if ties]
    options += [_absent(each) for each in found.absent]
    options += [_hit(each, "near") for each in found.near]
    return {"text": found.text, "options": options, "foot": _foot(found, enter)}


def _asks_of_relation(found: Found) -> bool:
    """Whether the edges are what was asked for, rather than the entities."""
    whole = any(hit.how <= How.KNOWN and _same(hit, found.text) for hit in found.hits)
    return bool(found.ties) and not whole


def _same(hit: Hit, typed: str) -> bool:
    return (hit.by or hit.name).lower() == typed


def _hit(hit: Hit, kind: str = ENTITY) -> Option:
    counts = f"{text.plural(hit.claims, 'claim')} · {text.plural(hit.documents, 'document')}"
    path = theme.load_icons()[load_schema().entities[hit.type].icon] if hit.type in load_schema().entities else NONE
    return {
        "id": f"{ENTITY}:{hit.id}",
        "kind": kind,
        "type": hit.type,
        "icon": path,
        "name": text.short(hit.name, LONGEST),
        "note": "" if kind == "near" else _note(hit),
        "says": hit.type,
        "count": counts,
    }


def _note(hit: Hit) -> str:
    if hit.by is None:
        return ""
    sense = f", {SENSES[hit.sense]}" if hit.sense in SENSES else ""
    return f"{text.short(hit.by, 60)}{sense}"


def _tie(tie: Tie) -> Option:
    if tie.edge:
        count = f"{tie.edge.modality} · {text.plural(tie.edge.claims, 'claim')}"
    else:
        count = text.plural(tie.edges, "edge")
    return {
        "id": f"{TIE}:{tie.id}",
        "kind": TIE,
        "type": str(tie.edge.modality) if tie.edge else "",
        "icon": ARROW,
        "name": putting.reading(tie),
        "note": "",
        "says": "relation",
        "count": count,
    }


def _missing(tie: Tie) -> Option:
    return _said(f"no edge says: {putting.reading(tie)}")


def _absent(named: Named) -> Option:
    return _said(f"the store has nothing on {text.short(named.name, LONGEST)} ({named.type.lower()})")


def _said(words: str) -> Option:
    return {
        "id": "",
        "kind": "absent",
        "type": "",
        "icon": NONE,
        "name": words,
        "note": "",
        "says": "",
        "count": "",
    }


def _foot(found: Found, enter: str) -> str:
    if found.status == "nothing asked":
        return "Type a letter or a digit to search."
    if found.status == "nothing found":
        near = "; these are near" if found.near else ". Try fewer letters, or another name for it"
        return f"Nothing in the store has such a name: “{text.short(found.text)}”{near}."
    shown, more = len(found.hits), "more than " if found.reached else ""
    parts = [
        f"{shown} of {more}{found.total} entities" if shown < found.total else text.plural(shown, "entity", "entities")
    ]
    parts += [text.plural(len(found.ties), "relation")] if found.ties else []
    return f"{', '.join(parts)} · ↑ ↓ choose, Enter {enter}"
