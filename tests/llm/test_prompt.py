"""What a language model is told is what the schema says."""

import json

from hypothesis import given
from hypothesis import strategies as st

from graph.llm.answer import answer_form, read_items
from graph.llm.prompt import load_prompt
from graph.records import Document
from graph.schema.schema import load_schema

SCHEMA = load_schema()


def test_the_prompt_names_all_that_the_schema_knows() -> None:
    system = load_prompt().system
    for name, relation in SCHEMA.relations.items():
        assert f"- {name}: {'|'.join(relation.source)} -> {'|'.join(relation.target)}; {relation.says}" in system
    for named in (SCHEMA.entities, SCHEMA.modalities):
        assert all(f"- {name}: {entry.says}" in system for name, entry in named.items())
    assert not any(f"{{{name}}}" in system for name in ("types", "relations", "modalities", "answer", "name", "says"))


def test_the_form_of_the_answer_is_the_schema_s() -> None:
    claim = answer_form(SCHEMA)["properties"]["claims"]["items"]["properties"]
    assert claim["relation"]["enum"] == list(SCHEMA.relations)
    assert claim["source"]["properties"]["type"]["enum"] == list(SCHEMA.entities)
    assert claim["modality"]["enum"] == [modality.value for modality in SCHEMA.modalities]
    assert set(claim["roles"]["items"]["properties"]["role"]["enum"]) == {
        role for relation in SCHEMA.relations.values() for role in relation.roles
    }


@given(st.text())
def test_a_text_stands_in_the_prompt_as_it_is(text: str) -> None:
    _system, asked = load_prompt().ask(Document("a", text), text)
    assert text in asked["content"]


@given(st.recursive(st.none() | st.text() | st.integers(), st.lists, max_leaves=20), st.text(alphabet="ab\n `<>"))
def test_claims_are_read_out_of_what_stands_around_them(item: object, around: str) -> None:
    assert read_items(f"{around}{json.dumps({'claims': [item]})}{around}") == [item]
