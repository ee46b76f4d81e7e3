import pytest
from pydantic import ValidationError

from graph.lexicon.lexicon import load_lexicon
from graph.lexicon.renames import FormerName, former_names, load_renames
from graph.resolve.linker import Linker


def test_a_state_tells_what_it_was_called_and_until_when() -> None:
    assert [str(former) for former in former_names("TUR")] == ["Turkey (until June 2022)"]


def test_most_entities_never_had_another_name() -> None:
    assert former_names("FRA") == ()


def test_every_former_name_leads_to_the_entity_and_has_a_source() -> None:
    linker = Linker(load_lexicon())
    for id, names in load_renames().items():
        type_ = linker.lexicon.entries[id].type
        for former in names:
            assert linker.link(type_, former.name).id == id
            assert former.source


@pytest.mark.parametrize(
    ("until", "said"), [("2016", "2016"), ("2016-04", "April 2016"), ("2016-04-08", "8 April 2016")]
)
def test_dates_are_said_as_exactly_as_they_are_known(until: str, said: str) -> None:
    assert str(FormerName(name="Atlas", until=until, source="a deed")) == f"Atlas (until {said})"


@pytest.mark.parametrize("until", ["June 2022", "2022-13", "22"])
def test_a_date_that_is_none_is_refused(until: str) -> None:
    with pytest.raises(ValidationError, match="write a year"):
        FormerName(name="Atlas", until=until, source="a deed")
