"""The rows of a user's dictionary: a table with a line of headings, or FollowTheMoney entities, one JSON object a line."""

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from graph.errors import EntenteError
from graph.lexicon.lexicon import Lexicon
from graph.lexicon.naming import folded, plain
from graph.lexicon.ordinary import why_ordinary
from graph.lexicon.outside import WIKIDATA, country_codes

COLUMNS = ("type", "name", "aliases", "country", "id", "same_as")
TYPES = ("Group", "Firm", "System", "Agreement", "Person", "Place", "Event")  # a State is the lexicon's own
SCHEMATA = {
    "Company": "Firm",
    "Airline": "Firm",
    "Organization": "Group",
    "PublicBody": "Group",
    "Person": "Person",
    "Vessel": "System",
    "Airplane": "System",
    "Event": "Event",
    "Address": "Place",
}
LONGEST = 200  # characters of a name
_SEVERAL = re.compile(r"\s*[|;]\s*")
_ITEM = re.compile(r"(?:https?://(?:www\.)?wikidata\.org/(?:entity|wiki)/)?(Q[1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was left out, and why."""

    line: int
    why: str


@dataclass(frozen=True, slots=True)
class Row:
    """One entity as the file gives it; `country` is an alpha-3, `id` None where the file leaves it to us."""

    line: int
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    id: str | None = None
    same_as: tuple[str, ...] = ()


class _Refused(Exception):  # noqa: N818 - one row is, and the rest goes on
    """Why a row can't be taken."""


def read_rows(name: str, content: bytes, lexicon: Lexicon) -> tuple[list[Row], list[Problem]]:
    """The rows of a file that make sense by themselves, and why others don't. Raises EntenteError for the whole file."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise EntenteError(f"the dictionary {name} isn't UTF-8 text: save it as UTF-8 ({error.reason})") from error
    raws = _from_json(text) if text.lstrip().startswith("{") else _from_table(name, text)
    rows, problems = [], []
    for line, raw in raws:
        try:
            if isinstance(raw, _Refused):
                raise raw
            names, unfit = _names(raw)
            rows.append(_row(line, raw, names, lexicon))
            problems += [Problem(line, f"{why}; the row's other names are taken") for why in unfit]
        except _Refused as why:
            problems.append(Problem(line, str(why)))
    return rows, problems


Raw = Mapping[str, Any]


def _from_table(name: str, text: str) -> Iterator[tuple[int, Raw | _Refused]]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    first = next(_rows_of(reader), [])
    headings = [] if isinstance(first, _Refused) else [heading.strip().lower() for heading in first]
    if not {"type", "name"} <= set(headings) or len(set(headings)) < len(headings):
        raise EntenteError(
            f"the dictionary {name} needs a first line of headings: {','.join(COLUMNS)} (type and name at least)"
        )
    unread = [heading for heading in headings if heading not in COLUMNS]
    if unread:
        yield 1, _Refused(f"no such column: {', '.join(unread)}; the rest of the table is read")
    for cells in _rows_of(reader):
        if isinstance(cells, _Refused):
            yield reader.line_num, cells
            continue
        if not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(headings):
            yield reader.line_num, _Refused(f"{len(cells)} cells under {len(headings)} headings")
            continue
        row = dict(zip(headings, (cell.strip() for cell in cells), strict=True))
        several = {key: [part for part in _SEVERAL.split(row.get(key, "")) if part] for key in ("aliases", "same_as")}
        yield reader.line_num, row | several


def _rows_of(table: Iterator[list[str]]) -> Iterator[list[str] | _Refused]:
    while True:
        try:
            yield next(table)
        except csv.Error as error:  # a cell of 130,000 signs: the rows after it can be read
            yield _Refused(f"no row of a table: {error}")
        except StopIteration:
            return


def _from_json(text: str) -> Iterator[tuple[int, Raw | _Refused]]:
    for number, line in enumerate(text.split("\n"), 1):  # JSON may hold the other line ends
        if line.strip():
            yield number, _from_entity(line)


def _from_entity(line: str) -> Raw | _Refused:
    """A FollowTheMoney entity in our columns."""
    try:
        entity = json.loads(line)
        said = {
            key: [value for value in values if isinstance(value, str)] for key, values in entity["properties"].items()
        }
        schema = str(entity["schema"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return _Refused('no FollowTheMoney entity: it needs "schema" and "properties" with lists of values')
    if schema not in SCHEMATA:
        return _Refused(f"schema {schema!r} is none of {', '.join(SCHEMATA)}")
    names = [*said.get("name", ()), *said.get("alias", ()), *said.get("abbreviation", ())]
    countries = sorted({country for key in ("jurisdiction", "mainCountry", "country") for country in said.get(key, ())})
    return {
        "type": SCHEMATA[schema],
        "name": names[0] if names else "",
        "aliases": names[1:],
        "country": countries[0] if len(countries) == 1 else "",  # of several, none is the one
        "same_as": said.get("wikidataId", ()),
    }


def _row(line: int, raw: Raw, names: list[str], lexicon: Lexicon) -> Row:
    type_ = _type(raw["type"])
    return Row(
        line=line,
        type=type_,
        name=names[0],
        aliases=tuple(names[1:]),
        country=_country(raw.get("country", ""), lexicon),
        id=_id(raw.get("id", ""), type_),
        same_as=tuple(dict.fromkeys(_address(address) for address in raw["same_as"])),
    )


def _names(raw: Raw) -> tuple[list[str], list[str]]:
    """The row's names that can be taken, the first of them its own, and why others can't. Refused where none can."""
    names, unfit = [], []
    for written in (raw["name"], *raw["aliases"]):
        try:
            names.append(_name(written))
        except _Refused as why:
            unfit.append(str(why))
    if not names:
        raise _Refused("; ".join(dict.fromkeys(unfit)))
    return list(dict.fromkeys(names)), list(dict.fromkeys(unfit))


def _type(written: str) -> str:
    for type_ in TYPES:
        if written.lower() == type_.lower():
            return type_
    if written.lower() == "state":
        raise _Refused("states can't be added: the lexicon has them all; a territory is a Place")
    raise _Refused(f"type {written!r} is none of {', '.join(TYPES)}")


def _name(written: str) -> str:
    name = " ".join(plain(written).split())
    if len(name) < 2 or not any(sign.isalpha() for sign in name):
        raise _Refused(f"{written!r} is no name: it needs two signs, one of them a letter")
    if len(name) > LONGEST:
        raise _Refused(f"a name of {len(name)} characters is longer than {LONGEST}")
    if why := why_ordinary(name):
        raise _Refused(f"{written!r} is no name: {why}")
    return name


def _country(written: str, lexicon: Lexicon) -> str | None:
    if not written:
        return None
    surface = lexicon.surfaces.get(folded(plain(written)))
    named = surface.entry.id if surface and surface.entry.type == "State" and surface.sense == "name" else None
    code = country_codes().get(written.upper()) or named
    if code is None:
        raise _Refused(f"country {written!r} is no state's code (MA, MAR) or name")
    return code


def _id(written: str, type_: str) -> str | None:
    if written and not re.fullmatch(rf"{type_.lower()}:[a-z0-9]+(?:-[a-z0-9]+)*", written):
        raise _Refused(f"id {written!r} should look like {type_.lower()}:some-name, in lower case")
    return written or None


def _address(written: str) -> str:
    if item := _ITEM.fullmatch(written):
        return WIKIDATA + item[1]
    if re.fullmatch(r"https?://[^\s<>\"]+", written):
        return written
    raise _Refused(f"same_as {written!r} is neither a Wikidata item (Q42) nor a web address")
