"""What small pipelines misread, put right."""

from collections.abc import Callable

import pytest

from graph.extract.annotation import Annotation


@pytest.mark.parametrize(
    ("text", "word", "dep", "head"),
    [
        ("In September Lima also ordered ten ships.", "Lima", "nsubj", "ordered"),
        ("Norway promised Chile 14 Leopard 2 tanks.", "Chile", "dative", "promised"),
        ("Kenya had asked for permission to send Ghana 14 of its own ships.", "Ghana", "dative", "send"),
    ],
)
def test_a_name_hangs_where_it_belongs(
    annotate: Callable[[str], Annotation], text: str, word: str, dep: str, head: str
) -> None:
    token = next(token for token in annotate(text).doc if token.text == word)
    assert (token.dep_, token.head.text) == (dep, head)


def test_a_text_without_words_is_left_alone(annotate: Callable[[str], Annotation]) -> None:
    assert len(annotate("").doc) == 0
