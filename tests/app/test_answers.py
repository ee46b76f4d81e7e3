from app.searchbox.answers import answer
from graph.store.found import Found, Hit, How, Tie
from graph.store.view_records import Named

MOROCCO, ISRAEL = Named("MAR", "State", "Morocco"), Named("ISR", "State", "Israel")


def hit(
    id: str = "MAR", name: str = "Morocco", how: How = How.NAME, by: str | None = None, sense: str | None = None
) -> Hit:
    return Hit(id, "State", name, 38, 6, how, by, sense)


def test_an_entity_is_told_with_its_type_the_name_that_fits_and_its_counts() -> None:
    [option] = answer(Found("rabat", (hit(how=How.KNOWN, by="Rabat", sense="capital"),), 1))["options"]
    assert (option["id"], option["says"], option["note"]) == ("entity:MAR", "State", "Rabat, its capital")
    assert option["count"] == "38 claims · 6 documents"


def test_relations_go_first_where_they_were_asked_for_and_last_beside_a_name() -> None:
    tie = Tie("SUPPLIES", None, MOROCCO, 5)
    asked = answer(Found("who supplies morocco", (hit(),), 1, ties=(tie,)))["options"]
    assert [option["id"] for option in asked] == ["tie:~SUPPLIES~MAR", "entity:MAR"]
    assert (asked[0]["name"], asked[0]["count"]) == ("… supplies Morocco", "5 edges")
    named = answer(Found("morocco", (hit(),), 1, ties=(tie,)))["options"]
    assert [option["id"] for option in named] == ["entity:MAR", "tie:~SUPPLIES~MAR"]


def test_a_picker_offers_no_relations() -> None:
    tie = Tie("SUPPLIES", ISRAEL, MOROCCO, 1)
    assert [option["kind"] for option in answer(Found("x", (hit(),), 1, ties=(tie,)), ties=False)["options"]] == [
        "entity"
    ]


def test_what_is_not_there_is_said_and_can_not_be_chosen() -> None:
    found = Found("x", missing=(Tie("SANCTIONS", None, MOROCCO, 0),), absent=(Named("TCD", "State", "Chad"),))
    said = {option["name"]: option["id"] for option in answer(found)["options"]}
    assert said == {"no edge says: … sanctions Morocco": "", "the store has nothing on Chad (state)": ""}


def test_the_foot_says_how_much_was_found() -> None:
    assert answer(Found("m", (hit(),), 12))["foot"].startswith("1 of 12 entities")
    assert answer(Found("m", (hit(),), 300, reached=True))["foot"].startswith("1 of more than 300 entities")
    assert "Nothing in the store has such a name: “zz”" in answer(Found("zz"))["foot"]
    assert "these are near" in answer(Found("zz", near=(hit(),)))["foot"]


def test_hostile_names_stay_one_short_line() -> None:
    [option] = answer(Found("x", (hit(name="<b>" + "very \u202elong " * 900),), 1))["options"]
    assert len(option["name"]) <= 120
    assert "\u202e" not in option["name"]
