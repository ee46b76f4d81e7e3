import json
from pathlib import Path

import pytest

from graph.errors import EntenteError
from graph.lexicon.dictionary import Dictionary, load_known, read_dictionary
from graph.lexicon.lexicon import load_lexicon

HEADINGS = "type,name,aliases,country,id,same_as\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def read(folder: Path, text: str, name: str = "own.csv") -> Dictionary:
    (folder / name).write_text(text, encoding="utf-8")
    return read_dictionary(folder / name)


def why(dictionary: Dictionary) -> dict[int, str]:
    return {problem.line: problem.why for problem in dictionary.problems}


def test_a_table_s_rows_become_entries(folder: Path) -> None:
    read_ = read(
        folder,
        HEADINGS
        + "Firm,Zelta Karo Motors,ZKM | Zelta Karo,TR,,Q123456 | https://zkm.example/\n"
        + "group,Zaran Liberation Front,ZLF,,group:zlf,\n\n"
        + "System,QK-72 Falconet,,Morocco,,\n",
    )
    assert read_.problems == ()
    firm, group, system = read_.entries
    assert (firm.id, firm.aliases, firm.country) == ("firm:zelta-karo-motors", ("ZKM", "Zelta Karo"), "TUR")
    assert firm.same_as == ("http://www.wikidata.org/entity/Q123456", "https://zkm.example/")
    assert (group.type, group.id) == ("Group", "group:zlf")
    assert system.country == "MAR"
    assert read_.summary == "own.csv: 3 entries with 6 names taken"


def test_tables_of_spreadsheets_are_read_too(folder: Path) -> None:
    path = folder / "own.csv"
    path.write_bytes("\ufeffName;Type;Aliases\r\nKaravel;Firm;Karavel Works|KW Karavel\r\n".encode())
    (entry,) = read_dictionary(path).entries
    assert entry.aliases == ("Karavel Works", "KW Karavel")


def test_followthemoney_entities_become_entries(folder: Path) -> None:
    entities = [
        {
            "id": "a",
            "schema": "Company",
            "properties": {"name": ["Zelta Karo Motors", "ZKM"], "country": ["tr"], "wikidataId": ["Q123456"]},
        },
        {
            "id": "b",
            "schema": "Person",
            "properties": {"name": ["Walid Zaran"], "alias": ["Abu Zaran"], "country": ["ma", "fr"]},
        },
        {"id": "c", "schema": "Vessel", "properties": {"name": ["Zaran Star"]}},
        {"id": "d", "schema": "PublicBody", "properties": {"name": ["Zaran Arms Board"]}},
        {"id": "e", "schema": "Organization", "properties": {"name": ["Zaran Relief"]}},
    ]
    read_ = read(folder, "\n".join(json.dumps(entity) for entity in entities), "own.jsonl")
    assert read_.problems == ()
    assert [entry.type for entry in read_.entries] == ["Firm", "Person", "System", "Group", "Group"]
    firm, person, *_rest = read_.entries
    assert (firm.aliases, firm.country, firm.same_as) == (("ZKM",), "TUR", ("http://www.wikidata.org/entity/Q123456",))
    assert (person.aliases, person.country) == (("Abu Zaran",), None)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Ship,Zaran Star,,,,", "type 'Ship' is none of"),
        ("State,Zaran,,,,", "states can't be added"),
        ("Firm,Karavel,,Atlantis,,", "country 'Atlantis' is no state's"),
        ("Firm,Karavel,,,Karavel,", "id 'Karavel' should look like firm:"),
        ("Firm,Karavel,,,group:karavel,", "should look like firm:"),
        ("Firm,Karavel,,,firm:baykar,", "the id firm:baykar is Baykar's already"),
        ("Firm,Baykar,,,,", "is Baykar's already"),
        ("Person,Rabat,,,,", "'Rabat' is a name of Morocco (MAR) already"),
        ("Firm,Karavel,BAYKAR,,,", "'BAYKAR' is a name of Baykar"),
        ("Group,Karavel,,,,Q7184", "Q7184 is NATO's (group:nato) already"),
        ("Firm,Karavel,,,,somewhere", "neither a Wikidata item"),
        ("Firm,7,,,,", "'7' is no name"),
        ("Firm,Karavel", "2 cells under 6 headings"),
        ("Firm," + "Karavel " * 40 + ",,,,", "longer than 200"),
    ],
)
def test_what_cannot_be_taken_is_told_by_its_line_and_the_rest_goes_on(folder: Path, row: str, reason: str) -> None:
    read_ = read(folder, f"{HEADINGS}Firm,Halvorsen,,,,\n{row}\n")
    assert [entry.name for entry in read_.entries] == ["Halvorsen"]
    (line,) = why(read_)
    assert line == 3
    assert reason in why(read_)[3]
    assert read_.summary == "own.csv: 1 entry with 1 name taken, 1 line not"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Firm,Karavel,,,,", "Firm,KARAVEL,,,,"),
        ("Firm,Karavel,,,,", "Group,Karavel,,,,"),
        ("Firm,Karavel,,,,", "Firm,Karavél Ltd,,,firm:other,"),
        ("Firm,Karavel,KV Works,,,", "Firm,Skovar,KV Works,,,"),
        ("Firm,Karavel,,,firm:k,", "Firm,Skovar,,,firm:k,"),
        ("Firm,Karavel,,,,Q123456", "Firm,Skovar,,,,https://www.wikidata.org/wiki/Q123456"),
    ],
)
def test_of_two_rows_that_say_the_same_of_two_things_neither_is_taken(folder: Path, one: str, other: str) -> None:
    read_ = read(folder, f"{HEADINGS}{one}\nFirm,Halvorsen,,,,\n{other}\n")
    assert [entry.name for entry in read_.entries] == ["Halvorsen"]
    assert set(why(read_)) == {2, 4}
    assert "line 4" in why(read_)[2]
    assert "line 2" in why(read_)[4]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"schema": "Ownership", "properties": {}}', "schema 'Ownership' is none of"),
        ('{"schema": "Company"}', "no FollowTheMoney entity"),
        ('{"schema": "Company", "properties": {"name": "Karavel"}}', "is no name"),
        ('{"schema": "Company", "properties": {}}', "is no name"),
        ("{broken", "no FollowTheMoney entity"),
        ("[]", "no FollowTheMoney entity"),
    ],
)
def test_json_lines_that_are_no_entities_are_told(folder: Path, line: str, reason: str) -> None:
    good = json.dumps({"schema": "Company", "properties": {"name": ["Halvorsen"]}})
    read_ = read(folder, f"{good}\n{line}\n", "own.jsonl")
    assert [entry.name for entry in read_.entries] == ["Halvorsen"]
    assert reason in why(read_)[2]


def test_a_column_that_nobody_reads_is_told(folder: Path) -> None:
    read_ = read(folder, "type,name,colour\nFirm,Karavel,red\n")
    assert len(read_.entries) == 1
    assert why(read_) == {1: "no such column: colour; the rest of the table is read"}


@pytest.mark.parametrize(
    "content", [b"", b"a,b\n1,2\n", b"name\nKaravel\n", b"type,name\n\xff\xfe,\xff\n", b"type,name,name\n"]
)
def test_a_file_that_is_no_dictionary_is_one_line_of_error(folder: Path, content: bytes) -> None:
    (folder / "own.csv").write_bytes(content)
    with pytest.raises(EntenteError, match=r"own\.csv"):
        read_dictionary(folder / "own.csv")
    with pytest.raises(EntenteError, match="can't be read"):
        read_dictionary(folder)


def test_own_names_stand_beside_the_built_in_ones_and_change_with_the_file(folder: Path) -> None:
    path = folder / "own.csv"
    path.write_text(f"{HEADINGS}Firm,Zelta Karo Motors,ZKM,,,\n", encoding="utf-8")
    known = load_known(path)
    found = [match.surface.entry.id for match in known.find("ZKM sold Baykar a plant.")]
    assert found == ["firm:zelta-karo-motors", "firm:baykar"]
    assert load_known(path) is known
    path.write_text(f"{HEADINGS}Firm,Karavel,,,,\n", encoding="utf-8")
    assert "firm:karavel" in load_known(path).entries
    assert "firm:zelta-karo-motors" not in load_known(path).entries
    assert load_known(None) is load_lexicon()
    assert "firm:karavel" not in load_lexicon().entries


def test_a_cell_beyond_measure_costs_its_own_row_only(folder: Path) -> None:
    (folder / "own.csv").write_text(f"type,name\nFirm,{'x' * 200_000}\nFirm,Northwind Orbital\n", encoding="utf-8")
    read = read_dictionary(folder / "own.csv")
    assert [entry.name for entry in read.entries] == ["Northwind Orbital"]
    assert [problem.line for problem in read.problems] == [2]


def test_json_nested_beyond_measure_is_told(folder: Path) -> None:
    (folder / "own.jsonl").write_text('{"schema":' + "[" * 100_000 + "\n", encoding="utf-8")
    assert [problem.line for problem in read_dictionary(folder / "own.jsonl").problems] == [1]


@pytest.mark.parametrize("name", ["ordered", "The", "of", "WHICH", "Monday", "May", "sunday", "of the", "--", "(...)"])
def test_a_name_that_is_an_ordinary_word_is_told_and_not_taken(folder: Path, name: str) -> None:
    read_ = read(folder, f"{HEADINGS}Firm,Halvorsen,,,,\nFirm,{name},,,,\n")
    assert [entry.name for entry in read_.entries] == ["Halvorsen"]
    assert f"{name!r} is no name" in why(read_)[3]


def test_the_other_names_of_a_row_with_an_ordinary_word_are_taken(folder: Path) -> None:
    read_ = read(folder, f"{HEADINGS}Firm,Karavel,of | KV Works | --,,,\nPerson,May,Zora May,,,\n")
    firm, person = read_.entries
    assert (firm.name, firm.aliases) == ("Karavel", ("KV Works",))
    assert (person.id, person.name, person.aliases) == ("person:zora-may", "Zora May", ())
    assert [(problem.line, problem.why.partition(" is no name")[0]) for problem in read_.problems] == [
        (2, "'of'"),
        (2, "'--'"),
        (3, "'May'"),
    ]


@pytest.mark.parametrize("name", ["eSolar", "x9", "Mayfair", "May Works", "Monday Systems", "海鹏造"])
def test_a_name_that_a_text_can_tell_is_taken(folder: Path, name: str) -> None:
    assert [entry.name for entry in read(folder, f"{HEADINGS}Firm,{name},,,,\n").entries] == [name]
