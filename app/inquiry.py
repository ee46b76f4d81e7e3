"""Questions that visitors put together without Cypher: in words, and as a page's address says them. Knows no Streamlit."""

from collections.abc import Mapping
from dataclasses import replace

from app import filter_address, filtering, text
from graph.schema.schema import load_schema
from graph.store.composing import ANYBODY, End, Question, Shape

WHO, WHO_TYPE, WHOM, WHOM_TYPE, EITHER, SHAPE = OWN_NAMES = ("who", "who-type", "whom", "whom-type", "either", "shape")
NAMES = filter_address.NAMES + OWN_NAMES

Names = Mapping[str, str]


def says_enough(question: Question) -> bool:
    """Whether it asks about anything in particular: an end, or a relation."""
    return question.who != ANYBODY or question.whom != ANYBODY or question.filter.relations is not None


def in_words(question: Question, names: Names) -> str:
    """The question as a sentence; `names` are what entities are called."""
    relations = load_schema().relations
    chosen = sorted(question.filter.relations or ())
    does = " or ".join(relations[name].phrase for name in chosen) if chosen else "has to do with"
    who, whom = _end(question.who, names, "anybody"), _end(question.whom, names, "anybody or anything")
    asks = [chip.words for chip in filtering.chips(replace(question.filter, relations=None))]
    turned = ["or the other way round"] if question.either else []
    return "; ".join([f"{who} {does} {whom}", *turned, *asks])


def to_address(question: Question) -> dict[str, str | None]:
    """What the address says of it, by name; None for what goes without saying."""
    return filter_address.to_address(question.filter, None) | {
        WHO: question.who.id,
        WHO_TYPE: question.who.type,
        WHOM: question.whom.id,
        WHOM_TYPE: question.whom.type,
        EITHER: "yes" if question.either else None,
        SHAPE: None if question.shape is Shape.PAIRS else str(question.shape),
    }


def from_address(said: Mapping[str, str | None]) -> Question:
    """The question that an address puts."""
    return Question(
        _named(said, WHO, WHO_TYPE),
        _named(said, WHOM, WHOM_TYPE),
        filter_address.from_address(said, None),
        said.get(EITHER) == "yes",
        next((shape for shape in Shape if shape == said.get(SHAPE)), Shape.PAIRS),
    )


def _named(said: Mapping[str, str | None], id: str, type: str) -> End:
    kind = said.get(type)
    return End(said.get(id) or None, kind if kind in load_schema().entities else None)


def _end(end: End, names: Names, otherwise: str) -> str:
    if end.id:
        return text.short(names.get(end.id, end.id))
    return f"any {end.type.lower()}" if end.type else otherwise
