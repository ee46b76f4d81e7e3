"""The store, opened: one Neo4j with Entente's schema in it, and a door for each use of it."""

from collections.abc import Callable
from dataclasses import dataclass

from neo4j import Driver

from graph.schema.schema import load_schema
from graph.settings import Settings
from graph.store.by_hand import ByHand
from graph.store.comparing import Comparing
from graph.store.connection import Address, open_driver, own_address
from graph.store.console import Console
from graph.store.database import Database
from graph.store.kept_views import KeptViews
from graph.store.knowledge import Knowledge
from graph.store.ledger import Ledger
from graph.store.migrate import migrate
from graph.store.paths import Pathfinder
from graph.store.review import Review
from graph.store.search import Search
from graph.store.server import ensure_running
from graph.store.statements import load_statement
from graph.store.suggestions import Suggestions
from graph.store.view import View
from graph.store.writer import Writer

WIPED = (
    "Claim",
    "Tally",
    "Rejection",
    "Document",
    "Entity",
)  # entities last: by then nothing hangs on the busiest of them
JUDGED = ("Judged", "Judgement")


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. Share it between threads; close it once, or open it in a `with` block."""

    address: Address
    driver: Driver
    database: str
    writer: Writer
    view: View
    ledger: Ledger
    knowledge: Knowledge
    console: Console
    by_hand: ByHand
    suggestions: Suggestions
    review: Review
    search: Search
    paths: Pathfinder
    comparing: Comparing
    views: KeptViews

    def empty(self) -> bool:
        """Whether no document has been ingested yet."""
        rows = Database(self.driver, self.database).read(load_statement("holds_documents"))
        return not rows[0]["some"]

    def wipe(self, ledger: bool = False) -> None:
        """Take out everything that was ingested. Asks nothing: for tests, and for those who asked already.

        What people judged stays, and holds for what is ingested next; with `ledger` it goes as well. Views that people
        shared or saved stay too: they name entities by ids, which are the same after the next ingest.
        """
        database = Database(self.driver, self.database)
        for label in WIPED + (JUDGED if ledger else ()):
            database.run(load_statement("wipe", LABEL=label))
        database.run(load_statement("forget_own"))

    def announce(self) -> None:
        """Say that the graph was changed by other means, so that nobody goes on showing what they read before."""
        Database(self.driver, self.database).run(load_statement("raise_revision"))

    def close(self) -> None:
        """Let go of the connection; a local server goes on running for others."""
        self.driver.close()

    def __enter__(self) -> "Store":
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()


def open_store(settings: Settings, report: Callable[[str], None] | None = None) -> Store:
    """Open the user's own Neo4j, or the local one (started first where need be), with the schema in place.

    `report` is told what takes time. Raises StoreError with one line that says why it can't be used.
    """
    address = ensure_running(settings, report) if settings.local else own_address(settings)
    driver = open_driver(address)
    try:
        return connect_store(address, driver)
    except BaseException:
        driver.close()
        raise


def connect_store(address: Address, driver: Driver) -> Store:
    """The store behind an open driver, migrated to the newest version."""
    schema = load_schema()
    database = Database(driver, address.database)
    migrate(database, schema)
    view = View(database, schema)
    return Store(
        address=address,
        driver=driver,
        database=address.database,
        writer=Writer(database, schema),
        view=view,
        ledger=Ledger(database, schema),
        knowledge=Knowledge(database),
        console=Console(database),
        by_hand=ByHand(database, schema),
        suggestions=Suggestions(database, schema),
        review=Review(database, schema, view),
        search=Search(database, schema),
        paths=Pathfinder(database, schema),
        comparing=Comparing(database, schema),
        views=KeptViews(database),
    )
