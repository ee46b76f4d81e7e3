from dataclasses import fields
from datetime import date
from itertools import pairwise

from app import chains
from graph.records import Modality
from graph.store.filter import Filter
from graph.store.paths import Path, Step
from graph.store.view_records import Edge, Node

COUNTS = dict.fromkeys(Modality, 0)


def node(id: str, name: str = "", type: str = "State") -> Node:
    return Node(id, type, name or id, (), True, False, None, 1, 1, 1)


def edge(source: str, target: str, relation: str = "SUPPLIES", modality: Modality = Modality.ASSERTED) -> Edge:
    return Edge(source, relation, target, modality, 1, 1, COUNTS | {modality: 1}, 0, first=date(2021, 1, 1))


def path(*ids: str, type: str = "State") -> Path:
    nodes = tuple(node(id, type=type if 0 < place < len(ids) - 1 else "State") for place, id in enumerate(ids))
    steps = tuple(Step((edge(left.id, right.id),)) for left, right in pairwise(nodes))
    return Path(nodes, steps)


def test_paths_through_the_same_kinds_of_entities_are_one_group() -> None:
    paths = [path("A", "S", "B"), path("A", "T", "B"), path("A", "F", "B", type="Firm"), path("A", "S", "T", "B")]
    groups = chains.group(paths)
    assert [[len(each.steps) for each in group] for group in groups] == [[2, 2], [2], [3]]
    assert chains.others(groups[0]) == "1 more via other states"


def test_the_headline_says_how_far_apart_both_are() -> None:
    paths = [path("A", "S", "B"), path("A", "T", "B"), path("A", "S", "T", "B")]
    said = chains.headline(node("A"), node("B"), paths, cut=False)
    assert said == "A and B are 2 steps apart: 2 paths of that length, 1 longer."
    assert "the first 3 were looked at" in chains.headline(node("A"), node("B"), paths, cut=True)


def test_an_arrow_points_the_way_the_sentence_reads() -> None:
    backwards = Path((node("A"), node("B")), (Step((edge("B", "A"),)),))
    both = Path((node("A"), node("B")), (Step((edge("B", "A", "ALLIES_WITH"),)),))
    assert 'class="arrow out is-asserted"' in chains.drawing(path("A", "B"))
    assert 'class="arrow in is-asserted"' in chains.drawing(backwards)
    assert 'class="arrow both is-asserted"' in chains.drawing(both)
    assert "<bdi>B</bdi> supplies <bdi>A</bdi>" in chains.reading(backwards)


def test_no_path_says_how_far_was_looked_and_what_removed_it() -> None:
    said = chains.nowhere(node("A"), node("B"), 4, {"min_confidence": 2}, None)
    assert said == [
        "No path from A to B in up to 4 steps within what you ask for.",
        "Without the confidence there is one of 2 steps.",
    ]
    assert "two or more of your wishes" in chains.nowhere(node("A"), node("B"), 4, {}, 3)[1]
    assert "allow more steps" in chains.nowhere(node("A"), node("B"), 4, {}, None)[1]


def test_each_thing_that_a_filter_can_ask_has_words() -> None:
    assert {each.name for each in fields(Filter)} <= chains.CONSTRAINTS.keys()


def test_hostile_names_are_words() -> None:
    evil = Path((node("A", "<script>x</script>"), node("B")), (Step((edge("A", "B"),)),))
    assert "<script>" not in chains.drawing(evil) + chains.reading(evil)
