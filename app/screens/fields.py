"""Fields that several pages ask of claims with: how firmly said, how sure, which days."""

from datetime import date

from streamlit.delta_generator import DeltaGenerator

from app import filter_address, filtering, text
from graph.records import Modality
from graph.store.facets import Clock


def firmly(where: DeltaGenerator, key: str) -> list[str]:
    """How firmly something must be said; none chosen stands for all."""
    return list(where.pills("Said to be", [str(each) for each in Modality], selection_mode="multi", key=key))


def sure(where: DeltaGenerator, key: str) -> float | None:
    """How sure a claim must be at least; None for any."""
    level: float | None = where.selectbox(
        "Confidence", [None, *filtering.LEVELS], placeholder="any", key=key,
        format_func=lambda level: "any" if level is None else f"at least {text.sure(level)}",
    )  # fmt: skip
    return level


def days(places: tuple[DeltaGenerator, DeltaGenerator, DeltaGenerator], keys: tuple[str, str, str]) -> tuple[Clock, date | None, date | None]:  # fmt: skip
    """By which clock, and between which days; None where that side is open."""
    clock: Clock | None = places[0].segmented_control(
        "By the day it was", list(filtering.CLOCKS), required=True, key=keys[0], format_func=filtering.CLOCKS.__getitem__,
        help="Where days are asked for, claims that don't say when are left out",
    )  # fmt: skip
    earliest, latest = filter_address.EARLIEST, filter_address.LATEST
    since = places[1].date_input("Since", value=None, key=keys[1], min_value=earliest, max_value=latest)
    until = places[2].date_input("Until", value=None, key=keys[2], min_value=earliest, max_value=latest)
    return clock or "known", since, until
