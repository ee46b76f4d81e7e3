"""Entities into the store: what several documents say of one is put together."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import groupby
from operator import attrgetter
from typing import Any

from neo4j import ManagedTransaction

from graph.records import Entity
from graph.store.database import run, run_rows
from graph.store.rows import entity_row, read_whole
from graph.store.statements import load_statement
from graph.store.variants import link_variants


def store_entities(transaction: ManagedTransaction, entities: Iterable[Entity]) -> None:
    """Store those that are new and those of which more is known now; the rest cost a look-up only."""
    found = merge_entities(entities)
    stored = read_stored(transaction, found)
    merged = (merge(stored[id], entity) if id in stored else entity for id, entity in found.items())
    save_entities(transaction, merged, stored)


def save_entities(transaction: ManagedTransaction, entities: Iterable[Entity], stored: Mapping[str, Entity]) -> None:
    """Make the store say this of these entities, where `stored` is what it says now."""
    listed = list(entities)
    new = [entity for entity in listed if entity.id not in stored]
    for type, group in groupby(sorted(new, key=attrgetter("type", "id")), key=attrgetter("type")):
        run_rows(transaction, load_statement("create_entities", TYPE=type), map(entity_row, group))
    changed = [entity for entity in listed if entity != stored.get(entity.id, entity)]
    run_rows(transaction, load_statement("update_entities"), map(entity_row, changed))
    link_variants(transaction, [*new, *changed])


def merge_entities(entities: Iterable[Entity]) -> dict[str, Entity]:
    """One entity for each id, without its mentions."""
    merged: dict[str, Entity] = {}
    for entity in {_said(entity): entity for entity in entities}.values():
        plain = replace(entity, aliases=tuple(sorted(set(entity.aliases))), mentions=())
        merged[entity.id] = merge(merged[entity.id], plain) if entity.id in merged else plain
    return merged


def _said(entity: Entity) -> tuple[object, ...]:
    # most documents say the same of an entity, so that there is little to put together
    return (
        entity.id,
        entity.type,
        entity.name,
        entity.aliases,
        entity.known,
        entity.generic,
        entity.family,
        entity.same_as,
    )


def merge(one: Entity, other: Entity) -> Entity:
    """What two documents say of an entity, whichever comes first: aliases add up, and a lexicon's name wins.

    Of two spellings in texts alone the later in the alphabet is kept: Baykar, not BAYKAR.
    """
    first, second = sorted((one, other), key=attrgetter("known", "name"), reverse=True)
    return replace(
        first,
        aliases=tuple(sorted({*one.aliases, *other.aliases})),
        same_as=tuple(sorted({*one.same_as, *other.same_as})),
        generic=one.generic and other.generic,
        family=first.family or second.family,
    )


def read_stored(transaction: ManagedTransaction, ids: Iterable[str]) -> dict[str, Entity]:
    """Those of these entities that the store holds."""
    rows = run(transaction, load_statement("stored_entities"), ids=list(ids))
    return {row["entity"]["id"]: read_entity(row["entity"]) for row in rows}


def read_entity(row: Mapping[str, Any]) -> Entity:
    """An entity from its properties."""
    said = {key: value for key, value in row.items() if key != "whole_name"}
    lists = {key: tuple(row.get(key, ())) for key in ("aliases", "same_as")}
    return Entity(**{**said, **lists, "name": read_whole(row, "name")})
