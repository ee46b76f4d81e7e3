"""The labelled claims of acts.yml as claims, and B³: how well groups found match the true ones."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml

from graph.records import Amount, Claim, Evidence, Modality, When
from graph.schema.schema import load_schema

LABELLED = Path(__file__).with_name("acts.yml")
Groups = Mapping[str, str]  # for each claim's id: the act


@dataclass(frozen=True)
class LabelledEdge:
    """One edge's claims, and the true act of each by its id."""

    name: str
    claims: tuple[Claim, ...]
    acts: Groups


def read_edges(half: str) -> list[LabelledEdge]:
    return [_edge(raw) for raw in yaml.safe_load(LABELLED.read_text(encoding="utf-8"))[half]]


def b_cubed(edges: Iterable[tuple[Groups, Groups]]) -> tuple[float, float, float]:
    """Precision, recall and F1 over all claims: (found, true) for each edge. A claim's precision is the share of its found
    group that is of its true one; its recall the share of its true group that is in its found one."""
    precision, recall = [], []
    for found, true in edges:
        for claim in true:
            with_it = {other for other in true if found[other] == found[claim]}
            meant = {other for other in true if true[other] == true[claim]}
            precision.append(len(with_it & meant) / len(with_it))
            recall.append(len(with_it & meant) / len(meant))
    p, r = sum(precision) / len(precision), sum(recall) / len(recall)
    return p, r, 2 * p * r / (p + r)


def read_when(words: object) -> When | None:
    """A date as acts.yml writes it: 2021, 2021-04, 2021-04-17, start/end, .. where open."""
    if words is None:
        return None
    first, slash, last = str(words).partition("/")
    start, end = _period(first), _period(last if slash else first)
    return When(str(words), start and start[0], end and end[1])


def _period(words: str) -> tuple[date, date] | None:
    if words == "..":
        return None
    numbers = [int(part) for part in re.findall(r"\d+", words)]
    if len(numbers) == 3:
        return date(*numbers), date(*numbers)
    year, month = numbers[0], numbers[1] if len(numbers) == 2 else None
    after = date(year + (month or 12) // 12, (month or 12) % 12 + 1, 1)
    return date(year, month or 1, 1), after - timedelta(days=1)


def _edge(raw: Mapping[str, Any]) -> LabelledEdge:
    source, relation, target = raw["edge"].split(" ")
    roles = load_schema().relations[relation].roles
    claims, acts = [], {}
    for number, said in enumerate(raw["claims"]):
        id = f"{raw['edge']} {number:03}"
        acts[id] = said["act"]
        claims.append(
            Claim(
                id,
                f"document {number}",
                relation,
                source,
                target,
                Modality(said.get("modality", "asserted")),
                Evidence("", 0, 0, (0, 0), (0, 0), (0, 0)),
                rule="labelled",
                roles={role: said[role] for role in roles if role in said},
                quantity=Amount(str(said["quantity"]), said["quantity"]) if "quantity" in said else None,
                value=_value(said.get("value")),
                when=read_when(said.get("when")),
                reported_on=said["day"],
            )
        )
    return LabelledEdge(raw["edge"], tuple(claims), acts)


def _value(words: str | None) -> Amount | None:
    if words is None:
        return None
    number, currency = words.split(" ")
    return Amount(words, float(number), currency)
