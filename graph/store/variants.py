"""Variants and families of systems as relationships in the store: (F-35A)-[:VARIANT_OF]->(F-35)."""

from collections.abc import Iterable

from neo4j import ManagedTransaction

from graph.records import Entity
from graph.store.database import run
from graph.store.statements import load_statement


def link_variants(transaction: ManagedTransaction, entities: Iterable[Entity]) -> None:
    """Link those of these entities that are systems to their families and their variants, where the store has them.

    What links them is the property `family` of the stored entity alone, so that the order of writing makes no difference.
    """
    systems = sorted(entity.id for entity in entities if entity.type == "System" and not entity.generic)
    if systems:
        run(transaction, load_statement("link_variants"), ids=systems)
