"""Views that visitors shared or saved: kept in the store beside the graph, and not part of it."""

import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from neo4j import ManagedTransaction, Record
from neo4j.exceptions import ConstraintError

from graph.errors import StoreError, ViewError
from graph.records import content_hash
from graph.store.database import Database, run
from graph.store.statements import load_statement
from graph.wording import one_line

LONGEST_NAME, LONGEST_NOTE = 120, 2000
LONGEST_CONTENT = 1_000_000  # letters of JSON: 300 drawn entities take some 30,000
LISTED = 12  # saved views listed at once; the rest is found by words


@dataclass(frozen=True, slots=True)
class KeptView:
    """What a view shows, under the digest of it. `names` are what its entities were called when it was kept first."""

    id: str
    content: Mapping[str, Any]
    names: Mapping[str, str]
    made: datetime


@dataclass(frozen=True, slots=True)
class NamedView:
    """A view that somebody saved; `view` is the id of what it shows. `stamp` changes with every change to it."""

    name: str
    note: str
    view: str
    made: datetime
    changed: datetime
    stamp: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class NamedViews:
    """The saved views that were changed last of those asked for, how many of these there are, and how many in all."""

    views: tuple[NamedView, ...]
    fitting: int
    total: int


@dataclass(frozen=True, slots=True)
class KeptViews:
    """The views that are kept in a store.

    They are people's work, as the ledger is: wiping the documents leaves them. A view is never changed, only kept under
    the digest of its content; a saved one is a name for such a view. Nobody's save undoes another's unseen: where the
    name was taken, or what it stands for was changed since it was read, ViewError says so.
    """

    database: Database

    def keep(self, content: Mapping[str, Any], names: Mapping[str, str] | None = None) -> str:
        """Keep a view and return its id, the same for the same content wherever and whenever it is kept."""
        said = canonical(content)
        if len(said) > LONGEST_CONTENT:
            raise ViewError(f"this view takes {len(said):,} letters; {LONGEST_CONTENT:,} can be kept: hide some of it")
        id = content_hash(said)
        values: dict[str, Any] = {"id": id, "content": said, "names": canonical(names or {}), "made": datetime.now(UTC)}
        row = self.database.write(partial(run, statement=load_statement("keep_view"), **values))[0]
        if row["view"]["content"] != said:
            raise ViewError(f"another view is kept as {id}: move one entity a little, and share again")
        return id

    def get(self, id: str) -> KeptView | None:
        """What was kept under an id, or None."""
        rows = self.database.read(load_statement("kept_view"), id=id)
        return _read_kept(rows[0]) if rows else None

    def named(self, limit: int = LISTED, words: str = "") -> NamedViews:
        """The saved views that have these words in their name or note, those changed last first."""
        asked = words.lower()
        rows = self.database.read(load_statement("named_views"), limit=limit, words=asked)
        counted = self.database.read(load_statement("count_named_views"), words=asked)[0]
        return NamedViews(tuple(_read_named(row) for row in rows), int(counted["fitting"]), int(counted["total"]))

    def find(self, name: str) -> NamedView | None:
        """The saved view of that name, however its letters are cased, or None."""
        rows = self.database.read(load_statement("named_view"), key=name_key(name))
        return _read_named(rows[0]) if rows else None

    def save(self, name: str, note: str, view: str) -> NamedView:
        """Save a kept view by a new name. Raises ViewError where the name is no name, or taken."""
        row = self._write("name_view", **_labels(name, note), view=view)
        if row is None:
            raise ViewError(f"no view is kept as {view!r}; share it first")
        if not row["fresh"]:
            raise _taken(row["named"]["name"])
        return _read_named(row)

    def change(
        self, seen: NamedView, *, name: str | None = None, note: str | None = None, view: str | None = None
    ) -> NamedView:
        """Rename a saved view, note something else about it, or let it show another kept view.

        `seen` is the saved view as it was read; raises ViewError where it has been changed or deleted since.
        """
        labels = _labels(seen.name if name is None else name, seen.note if note is None else note)
        values = {"to": labels.pop("key"), **labels, "view": view or seen.view}
        row = self._write("change_view", key=name_key(seen.name), seen=seen.stamp, **values)
        if row is None:
            raise _changed(seen)
        return _read_named(row)

    def delete(self, seen: NamedView) -> None:
        """Take a saved view's name away; links to what it shows go on working. Raises ViewError as `change` does."""
        if self._write("forget_view", key=name_key(seen.name), seen=seen.stamp) is None:
            raise _changed(seen)

    def _write(self, statement: str, **values: Any) -> Record | None:
        values |= {"now": datetime.now(UTC), "stamp": uuid4().hex}

        def work(transaction: ManagedTransaction) -> list[Record]:
            # a statement of its own: one that locks and reads may read what it looked up before it had the lock
            run(transaction, load_statement("lock_view"), key=values["key"])
            return run(transaction, load_statement(statement), **values)

        try:
            rows = self.database.write(work)
        except StoreError as error:
            if isinstance(error.__cause__, ConstraintError):
                raise _taken(values.get("name", "")) from error
            raise
        return rows[0] if rows else None


def canonical(content: Mapping[str, Any]) -> str:
    """The content as JSON, the same text for the same content."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def name_key(name: str) -> str:
    """What a name is compared by: its words, however they are spaced and cased."""
    return unicodedata.normalize("NFKC", one_line(name, LONGEST_NAME + 1)).casefold()


def _labels(name: str, note: str) -> dict[str, str]:
    line = one_line(unicodedata.normalize("NFC", name), LONGEST_NAME + 1)
    if not name_key(line):
        raise ViewError("a saved view needs a name")
    if len(line) > LONGEST_NAME:
        raise ViewError(f"a name may have {LONGEST_NAME} letters; this one is longer")
    if len(note) > LONGEST_NOTE:
        raise ViewError(f"a note may have {LONGEST_NOTE:,} letters; this one has {len(note):,}")
    return {"key": name_key(line), "name": line, "note": note.strip()}


def _taken(name: str) -> ViewError:
    return ViewError(f"a view called “{name}” is saved already: take another name, or overwrite that one")


def _changed(seen: NamedView) -> ViewError:
    return ViewError(f"somebody changed or deleted “{seen.name}” in the meantime: look at the list again")


def _read_kept(row: Record) -> KeptView:
    view = row["view"]
    try:
        content, names = json.loads(view["content"]), json.loads(view["names"])
    except (TypeError, ValueError, RecursionError) as error:
        raise ViewError(f"what is kept as {view['id']} can't be read: it is no JSON") from error
    if not isinstance(content, dict) or not isinstance(names, dict):
        raise ViewError(f"what is kept as {view['id']} is no view")
    return KeptView(view["id"], content, names, view["made"].to_native())


def _read_named(row: Record) -> NamedView:
    named = row["named"]
    days = (named["made"].to_native(), named["changed"].to_native())
    return NamedView(named["name"], named["note"], named["view"], *days, stamp=named["stamp"])
