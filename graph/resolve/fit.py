"""Whether a judgement makes sense by itself: the right number of ids, of types that fit."""

import re
from functools import cache

from graph.errors import JudgementError
from graph.lexicon.lexicon import load_lexicon
from graph.lexicon.naming import slug
from graph.records import Correction, Judgement, Verdict
from graph.schema.schema import load_schema
from graph.wording import one_line

LONGEST, TOLD = 1000, 200  # letters of an id: the store looks it up in an index
STATE = re.compile(r"[A-Z]{3}")
MIXED_UP = frozenset({"Firm", "Group"})  # readers take the one for the other: a state-owned arms maker, a shipyard
WANTED = {
    Verdict.SAME: "two entity ids",
    Verdict.DIFFERENT: "two entity ids",
    Verdict.UNSURE: "two entity ids",
    Verdict.SPLIT: "an entity id, a document's id and the entity id that it becomes there",
    Verdict.ACCEPTED: "a claim's id",
    Verdict.REJECTED: "a claim's id",
    Verdict.CORRECTED: "a claim's id",
}


def type_of(entity: str) -> str | None:
    """The type that an entity's id tells: "MAR" is a State, "firm:baykar" a Firm; None where it tells none."""
    if STATE.fullmatch(entity):
        return "State"
    prefix, colon, slug = entity.partition(":")
    return _types().get(prefix) if colon and slug else None


@cache
def _types() -> dict[str, str]:
    return {type_.lower(): type_ for type_ in load_schema().entities}


def subjects(judgement: Judgement) -> tuple[str, ...]:
    """The ids of the entities that a judgement is about; none where it is about a claim."""
    subject = judgement.subject
    if judgement.verdict is Verdict.SPLIT:
        return subject[:1] + subject[2:3]
    return subject if len(subject) == 2 else ()


def check_fits(judgement: Judgement) -> None:
    """Raises JudgementError for a judgement that could mean nothing, whatever else was judged."""
    if not judgement.by.strip():
        raise JudgementError("a judgement needs a name: who judges?")
    if (judgement.undoes is None) == (judgement.verdict is Verdict.UNDONE):
        raise JudgementError(
            f"the verdict undone goes with the id of a judgement to take back, {judgement.verdict} without"
        )
    if judgement.undoes is None:
        _check_subject(judgement)
        _check_correction(judgement)


def check_new(judgement: Judgement) -> None:
    """Raises JudgementError for a judgement whose ids no store could look up, or take apart again in an edge's id.

    Apart from `check_fits`, as a ledger may hold older ones.
    """
    ends = (judgement.correction.source, judgement.correction.target) if judgement.correction else ()
    entities = [id_ for id_ in (*subjects(judgement), *ends) if id_]
    for id_ in (*judgement.subject, *entities):
        _check_letters(id_)
    for entity in entities:
        _check_unspaced(entity)


def check_id(entity: str) -> None:
    """Raises JudgementError for an id that no reading of a text could give an entity: "firm:Saab AB" is firm:saab-ab."""
    type_, name = _checked_type(entity), entity.partition(":")[2]
    if type_ == "State" and entity not in load_lexicon().states:
        raise JudgementError(f"{entity!r} is no state's code; Morocco is MAR, for example")
    if type_ != "State" and slug(name) != name:
        raise JudgementError(
            f"{entity!r} can't be an entity's id, which has lower-case letters, digits and hyphens only; "
            f"take {type_.lower()}:{slug(name) or 'name'}"
        )


def may_hold(relation: str, source: str, target: str) -> bool:
    """Whether the schema allows a relation between entities of these types, as their ids tell them."""
    known = load_schema().relations.get(relation)
    return known is None or (type_of(source) in known.source and type_of(target) in known.target)


def _check_subject(judgement: Judgement) -> None:
    verdict, subject = judgement.verdict, judgement.subject
    if len(subject) != (2 if "two" in WANTED[verdict] else 3 if verdict is Verdict.SPLIT else 1) or not all(subject):
        raise JudgementError(
            f"the verdict {verdict} is about {WANTED[verdict]}, not about {one_line(', '.join(subject), TOLD) or 'nothing'}"
        )
    entities = subjects(judgement)
    for entity in entities:
        _checked_type(entity)
    if len(entities) == 2 and entities[0] == entities[1]:
        raise JudgementError(f"{verdict} is about two entities, and {entities[0]} is one")
    if verdict is Verdict.SAME:
        types = {_checked_type(entity) for entity in entities}
        if len(types) > 1 and not types <= MIXED_UP:
            raise JudgementError(
                f"{' and '.join(subject)} can't be the same: one is a {' and one a '.join(sorted(types))}"
            )
        if types == {"State"}:
            raise JudgementError(f"{' and '.join(subject)} can't be the same: each is the code of a state of its own")


def _check_correction(judgement: Judgement) -> None:
    correction = judgement.correction
    if judgement.verdict is Verdict.CORRECTED:
        if correction is None or correction == Correction(name=correction.name):
            raise JudgementError("a corrected claim needs another relation, source, target or modality")
        if correction.relation is not None and correction.relation not in load_schema().relations:
            raise JudgementError(
                f"there is no relation {correction.relation!r}; the schema has {', '.join(load_schema().relations)}"
            )
        for end in (correction.source, correction.target):
            _checked_type(end) if end else None
    elif correction is not None and (
        judgement.verdict is not Verdict.SPLIT or correction != Correction(name=correction.name)
    ):
        raise JudgementError(f"the verdict {judgement.verdict} corrects nothing")


def _check_letters(id_: str) -> None:
    if len(id_) > LONGEST:
        raise JudgementError(f"{id_[:40]}… has {len(id_):,} letters; an id has at most {LONGEST:,}")


def _check_unspaced(entity: str) -> None:
    if " " in entity or not entity.isprintable():
        raise JudgementError(f"{entity!r} can't be an entity's id: it holds a space, or what can't be seen")


def _checked_type(entity: str) -> str:
    type_ = type_of(entity)
    if type_ is None:
        types = ", ".join(type_.lower() for type_ in load_schema().entities if type_ != "State")
        raise JudgementError(
            f"{entity!r} is no entity's id: wanted a state's code (MAR) or a name after one of {types} (firm:baykar)"
        )
    return type_
