from app.marking import advice, mark

SAID = "Variable `x` not defined (line 2, column 8)"


def test_an_error_is_marked_where_neo4j_places_it_with_what_to_do() -> None:
    found = mark("MATCH (n)\nRETURN x", SAID)
    assert found is not None
    assert (found["line"], found["column"]) == (2, 8)
    assert found["says"].splitlines() == ["Variable `x` not defined", advice(SAID)]


def test_an_error_without_a_place_is_not_marked() -> None:
    assert mark("RETURN 1", "the query was stopped after 30 seconds") is None
