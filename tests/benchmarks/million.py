"""A made-up store of a million edges as tables for neo4j-admin: what the writer would store, at the speed of a bulk import.

The states, firms and systems of the lexicon come first and are named most (Zipf), the rest has made-up names; each edge has
one claim or more with its sentence in a document, and says what its claims say. The same seed gives the same tables.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from graph.lexicon.lexicon import load_lexicon
from graph.records import Modality
from graph.schema.schema import Schema, load_schema
from graph.store.edges import make_edge_key
from tests.benchmarks.population import SYLLABLES

SHARES = {"State": 0, "Group": 5, "Firm": 27, "System": 30, "Person": 28, "Agreement": 2, "Place": 6, "Event": 2}
LAST_WORD = {"Firm": "Industries", "Group": "Front", "Agreement": "Accords", "Event": "Airshow", "Place": "Heights"}
PUBLISHERS = tuple(f"{name} {paper}" for name, paper in product(("Harbour", "Eastern", "Delta", "Summit", "Meridian", "Northern"), ("Wire", "Post", "Defence Review", "Gazette")))  # fmt: skip
MODALITIES = tuple(modality.value for modality in Modality)
FIRST_DAY, DAYS = date(2005, 1, 1), 7300
EACH = 9  # claims in one document
Row = Sequence[object]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Much:
    """How large the store is."""

    entities: int = 150_000
    edges: int = 1_000_000
    claims: int = 1_250_000
    seed: int = 1


@dataclass(slots=True)
class Said:
    """What an edge says so far of the claims behind it."""

    claims: int = 0
    reported: int = 0
    modalities: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MODALITIES, 0))
    days: list[date] = field(default_factory=list)
    happened: list[date] = field(default_factory=list)
    sure: float = 0.0
    quantity: int | None = None


class Cast:
    """Everybody there is: the lexicon's first, then made-up names; drawn so that a few are in very many edges."""

    def __init__(self, much: Much) -> None:
        self.chance = np.random.default_rng(much.seed)
        known = sorted(load_lexicon().entries.values(), key=lambda entry: entry.id)
        self.of_type: dict[str, list[tuple[str, str, tuple[str, ...], str | None]]] = {}
        for type, share in SHARES.items():
            listed = [(each.id, each.name, each.aliases, each.family) for each in known if each.type == type]
            self.chance.shuffle(listed)  # type: ignore[arg-type]
            missing = max(0, much.entities * share // 100 - len(listed))
            self.of_type[type] = listed + [self._made_up(type, number) for number in range(missing)]
        self.heaps = {type: np.cumsum(1 / np.arange(4, len(each) + 4)) for type, each in self.of_type.items()}

    def _made_up(self, type: str, number: int) -> tuple[str, str, tuple[str, ...], str | None]:
        words = [self._word(), self._word()]
        last = LAST_WORD.get(type)
        name = (
            f"{words[0]}-{number % 90 + 10}{'ABC'[number % 3]}" if type == "System" else " ".join([*words, last or ""])
        )
        name = name.strip()
        return f"{type.lower()}:{name.lower().replace(' ', '-')}-{number}", name, (f"{words[0]} {number}",), None

    def _word(self) -> str:
        return "".join(self.chance.choice(SYLLABLES, 1 + self.chance.integers(1, 3))).capitalize()

    def draw(self, type: str, number: int) -> Ints:
        heap = self.heaps[type]
        return np.searchsorted(heap, self.chance.random(number) * heap[-1])


def write_tables(folder: Path, much: Much) -> list[str]:
    """Write the tables into the folder; gives neo4j-admin's arguments that name them."""
    cast, schema = Cast(much), load_schema()
    _table(folder / "schema.csv", ["id:ID(Schema)", "version:long", "revision:long"], [("entente", 0, 1)])
    for type, entities in cast.of_type.items():
        header = ["id:ID(Entity)", "type", "name", "aliases:string[]", "known:boolean", "generic:boolean", "family"]
        rows = ((id, type, name, ";".join(a.replace(";", ",") for a in aliases), str(number < 500).lower(), "false", family or "") for number, (id, name, aliases, family) in enumerate(entities))  # fmt: skip
        _table(folder / f"{type}.csv", header, rows)
    edges = list(_iter_edges(cast, schema, much))
    _Press(cast, schema, folder).print(edges, much.claims)
    return _arguments(folder, cast, schema)


def _iter_edges(cast: Cast, schema: Schema, much: Much) -> Iterator[tuple[str, str, str, str, str]]:
    """Relation, ids of source and target, their names; each once."""
    found: set[tuple[str, str, str]] = set()
    kinds = [(name, *ends) for name, known in schema.relations.items() for ends in product(known.source, known.target)]
    while len(found) < much.edges:
        for relation, *types in kinds:
            number = much.edges // len(kinds) // 2 + 1
            for left, right in zip(*(cast.draw(type, number) for type in types), strict=True):
                ends = cast.of_type[types[0]][left], cast.of_type[types[1]][right]
                key = make_edge_key(schema, relation, ends[0][0], ends[1][0])
                triple = (key.relation, key.source, key.target)
                if key.source != key.target and triple not in found and len(found) < much.edges:
                    found.add(triple)
                    ends = ends if ends[0][0] == key.source else ends[::-1]
                    yield *triple, ends[0][1], ends[1][1]


class _Press:
    """Writes claims into documents, and edges that say what their claims say."""

    CLAIM = ("id:ID(Claim)", "edge", "relation", "modality", "reported:boolean", "attributed_to", "rule", "confidence:double", "reported_on:date",
             "sentence", "start:long", "end:long", "cue", "cue_start:long", "cue_end:long", "source_start:long", "source_end:long",
             "target_start:long", "target_end:long", "coreference:boolean", "quantity:long", "quantity_text", "date_text",
             "event_start:date", "event_end:date", "act")  # fmt: skip
    EDGE = (":START_ID(Entity)", ":END_ID(Entity)", "claims:long", "documents:long", "acts:long", *(f"{name}:long" for name in MODALITIES),
            "reported:long", "modality", "confidence:double", "quantity:long", "first:date", "last:date", "event_start:date", "event_end:date")  # fmt: skip
    DOCUMENT = ("id:ID(Document)", "title", "publisher", "published:date", "source", "text", "fingerprint")

    def __init__(self, cast: Cast, schema: Schema, folder: Path) -> None:
        self.cast, self.schema, self.folder = cast, schema, folder
        self.chance, self.speakers = cast.chance, cast.of_type["Person"]

    def print(self, edges: list[tuple[str, str, str, str, str]], claims: int) -> None:
        told = self._told(len(edges), claims)
        said = [Said() for _ in edges]
        with _Tables(self.folder) as tables:
            for number in range(-(-len(told) // EACH)):
                self._document(tables, number, edges, told[number * EACH : (number + 1) * EACH], said)
            for (relation, source, target, *_names), each in zip(edges, said, strict=True):
                tables.row(f"edge-{relation}", self.EDGE, (source, target, *_summary(each)))

    def _told(self, edges: int, claims: int) -> Ints:
        """Which edge each claim is of: each edge once, and the busiest ones again and again."""
        again = (edges * self.chance.random(claims - edges) ** 3).astype(np.int64)
        told = np.concatenate([np.arange(edges), again])
        self.chance.shuffle(told)
        return told

    def _document(self, tables: "_Tables", number: int, edges: list[tuple[str, str, str, str, str]], told: Ints, said: list[Said]) -> None:  # fmt: skip
        id, day = f"document-{number}", FIRST_DAY + timedelta(days=int(self.chance.integers(DAYS)))
        text, mentions, dice = "", {}, self.chance.random((len(told), 5))
        for place, edge in enumerate(told):
            row, text = self._claim(
                tables, f"claim-{number}-{place}", edges[edge], day, text, dice[place], said[edge], mentions
            )
            tables.row("claims", self.CLAIM, row)
            tables.row("IN", [":START_ID(Claim)", ":END_ID(Document)"], (row[0], id))
        publisher = PUBLISHERS[int(self.chance.integers(len(PUBLISHERS)))]
        tables.row("documents", self.DOCUMENT, (id, f"Report {number} of {day:%B %Y}", publisher, day, id, text, id))
        for entity, spans in mentions.items():
            tables.row("MENTIONS", [":START_ID(Document)", ":END_ID(Entity)", "spans:long[]"], (id, entity, ";".join(map(str, spans))))  # fmt: skip

    def _claim(self, tables: "_Tables", id: str, edge: tuple[str, str, str, str, str], day: date, text: str, dice: NDArray[np.float64], said: Said, mentions: dict[str, list[int]]) -> tuple[list[object], str]:  # fmt: skip
        relation, source, target, *names = edge
        phrase, start = self.schema.relations[relation].phrase, len(text)
        modality = MODALITIES[int(np.searchsorted((0.74, 0.9, 0.96), dice[0]))]
        first = (start, start + len(names[0]))
        cue = (first[1] + 1, first[1] + 1 + len(phrase))
        second = (cue[1] + 1, cue[1] + 1 + len(names[1]))
        speaker = self.speakers[int(dice[1] * 80_000) % len(self.speakers)] if dice[1] < 0.15 else None
        quantity = int(dice[2] * 200) + 2 if dice[2] < 0.2 else None
        happened = day - timedelta(days=int(dice[3] * 600)) if dice[3] < 0.4 else None
        tail = f", {quantity} of them" if quantity else ""
        tail += f", according to {speaker[1]}" if speaker else ""
        sentence = f"{names[0]} {phrase} {names[1]}{tail}, the ministry's statement of the week said."
        confidence = round(0.5 + dice[4] / 2, 2)
        for entity, span in ((source, first), (target, second)):
            mentions.setdefault(entity, []).extend(span)
        for role, end in (
            ("SOURCE", source),
            ("TARGET", target),
            *((("ATTRIBUTED_TO", speaker[0]),) if speaker else ()),
        ):
            tables.row(role, [":START_ID(Claim)", ":END_ID(Entity)"], (id, end))
        _count(said, modality, bool(speaker), day, happened, confidence, quantity)
        row = [id, f"{source} {relation} {target}", relation, modality, str(bool(speaker)).lower(), speaker[1] if speaker else "", f"{relation.lower()}.made-up", confidence, day,
               sentence, start, start + len(sentence), phrase, *cue, *first, *second, "false", quantity or "", quantity or "", happened or "", happened or "", happened or "", f"act-{id}"]  # fmt: skip
        return row, f"{text}{sentence} No further details of the arrangement were given. "


def _count(said: Said, modality: str, reported: bool, day: date, happened: date | None, sure: float, quantity: int | None) -> None:  # fmt: skip
    said.claims += 1
    said.reported += reported
    said.modalities[modality] += 1
    said.days.append(day)
    said.happened += [happened] if happened else []
    said.sure, said.quantity = max(said.sure, sure), quantity or said.quantity


def _summary(said: Said) -> Row:
    firmest = next(name for name in MODALITIES if said.modalities[name])
    happened = (min(said.happened), max(said.happened)) if said.happened else ("", "")
    counts = (said.claims, said.claims, said.claims, *said.modalities.values(), said.reported)
    return (*counts, firmest, said.sure, said.quantity or "", min(said.days), max(said.days), *happened)


class _Tables:
    """CSV files by name, each begun with its header when its first row comes."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.open = folder, {}

    def __enter__(self) -> "_Tables":
        return self

    def __exit__(self, *_error: object) -> None:
        for stream, _writer in self.open.values():
            stream.close()

    def row(self, name: str, header: Row, values: Row) -> None:
        if name not in self.open:
            stream = (self.folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            self.open[name] = (stream, csv.writer(stream))
            self.open[name][1].writerow(header)
        self.open[name][1].writerow(values)


def _table(file: Path, header: Row, rows: Iterable[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([header, *rows])


def _arguments(folder: Path, cast: Cast, schema: Schema) -> list[str]:
    nodes = {"Schema": "schema", "Claim": "claims", "Document": "documents"}
    nodes |= {f"Entity:{type}": type for type in cast.of_type}
    links = ("IN", "SOURCE", "TARGET", "ATTRIBUTED_TO", "MENTIONS")
    edges = {name: f"edge-{name}" for name in schema.relations} | {name: name for name in links}
    return [
        *(f"--nodes={labels}={folder / name}.csv" for labels, name in nodes.items()),
        *(f"--relationships={type}={folder / name}.csv" for type, name in edges.items()),
    ]
