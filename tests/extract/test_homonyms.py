from collections.abc import Callable

import pytest

from graph.extract.annotation import Annotation

Annotate = Callable[[str], Annotation]


@pytest.mark.parametrize(
    ("text", "name", "entity"),
    [
        ("Georgia condemned the shelling of Gori.", "Georgia", "GEO"),
        ("The firm builds transports in Marietta, Georgia.", "Georgia", "place:georgia-united-states"),
        ("A plant in Lebanon, Pennsylvania makes armoured steel.", "Lebanon", "place:lebanon-pennsylvania"),
        ("A plant in Lebanon, Pa., makes armoured steel.", "Lebanon", "place:lebanon-pa"),
        ("Lebanon, Syria and Cyprus signed the pact.", "Lebanon", "LBN"),
        ("A depot in Cuba, New York was closed.", "Cuba", "place:cuba-new-york"),
        ("Moscow, Washington and Beijing sent envoys.", "Moscow", "RUS"),
        ("Moscow, Idaho has a foundry.", "Moscow", "place:moscow-idaho"),
        ("Niger expelled French troops.", "Niger", "NER"),
        ("Fighting spread across the Niger Delta.", "Niger Delta", "place:niger-delta"),
        ("Saab sold the radar to Brazil.", "Saab", "firm:saab"),
        ("Saab Automobile went bankrupt in Sweden.", "Saab", "firm:saab-automobile"),
        ("The aircraft carrier Ford sailed to Norfolk.", "Ford", "system:uss-gerald-r-ford"),
        ("Rwanda attacked the Democratic Republic of the Congo.", "Democratic Republic of the Congo", "COD"),
        ("The Republic of the Congo bought helicopters.", "Republic of the Congo", "COG"),
    ],
)
def test_a_name_that_several_things_share_stands_for_the_one_that_is_meant(
    annotate: Annotate, text: str, name: str, entity: str
) -> None:
    found = {
        mention.text.removeprefix("the ").removeprefix("The "): mention.entity for mention in annotate(text).mentions
    }
    assert found[name] == entity


@pytest.mark.parametrize(
    ("text", "state", "person"),
    [
        ("Analyst Jordan Peters said that Iran attacked Iraq.", "JOR", "person:jordan-peters"),
        ("Defence Minister Israel Katz visited Greece.", "ISR", "person:israel-katz"),
    ],
)
def test_a_persons_first_name_is_no_state(annotate: Annotate, text: str, state: str, person: str) -> None:
    found = {mention.entity for mention in annotate(text).mentions}
    assert person in found
    assert state not in found
