"""The relation table refuses rule files that name what doesn't exist."""

from typing import Any

import pytest

from graph.errors import SchemaError
from graph.extract.table import load_table, read_rule_file
from graph.schema.schema import load_schema

ROW = {"name": "buys", "verbs": ["buy"], "source": ["subject"], "target": ["object"]}
EXAMPLE = {"text": "Poland bought tanks.", "claim": "POL -> system:tank"}


def file_with(**changes: Any) -> dict[str, Any]:
    relation = changes.pop("relation", "PROCURES")
    return {"relation": relation, "rows": [{**ROW, **changes}], "matches": [EXAMPLE], "refuses": ["No."]}


def test_a_sound_file_is_read() -> None:
    assert read_rule_file("procures.yml", file_with(), {}).rows[0].name == "buys"


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"relation": "PURCHASES"}, "no relation 'PURCHASES'"),
        ({"source": ["subjekt"]}, "no step leads along 'subjekt'"),
        ({"target": ["object.ov"]}, "no step leads along 'object.ov'"),
        ({"target": [True]}, "target"),
        ({"source_types": ["Person"]}, "may be State, Group, Firm, not Person"),
        ({"roles": {"event": ["at"]}}, "has no role 'event'"),
        ({"roles": {"colour": ["at"]}}, "roles"),
        ({"verbs": []}, "no cue"),
        ({"verbs": ["$nonsense"]}, "no group '\\$nonsense'"),
        ({"modality": "certain"}, "modality"),
        ({"colour": "red"}, "colour"),
        ({"phrases": ["inside"]}, "phrases are"),
    ],
)
def test_a_row_that_names_what_does_not_exist_is_refused(changes: dict[str, Any], message: str) -> None:
    with pytest.raises(SchemaError, match=message):
        read_rule_file("procures.yml", file_with(**changes), {})


def test_two_rows_of_one_name_are_refused() -> None:
    raw = file_with()
    with pytest.raises(SchemaError, match="same name"):
        read_rule_file("procures.yml", {**raw, "rows": raw["rows"] * 2}, {})


def test_a_group_stands_for_its_words() -> None:
    file = read_rule_file("procures.yml", file_with(verbs=["$purchase", "nab"]), {"purchase": ["buy", "order"]})
    assert file.rows[0].verbs == ("buy", "order", "nab")


def test_the_table_holds_every_relation() -> None:
    assert {rule.relation for rule in load_table().rules} == set(load_schema().relations)


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in load_table().rules]
    assert len(names) == len(set(names))
