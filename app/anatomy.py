"""The schema as a picture and in words: which types are joined by which relations, what each property means. No Streamlit."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape

from app import cards, text
from app.canvas.picture import Edge, Node
from graph.schema.schema import Relation, Schema
from graph.schema.stored import Label, Link, Stored
from graph.store.inventory import Index, Inventory, Pair

NAMED = 2  # relations named on an edge of the picture
SIZED = 16  # all nodes of the picture are as large as an entity with so many neighbours


def nodes(schema: Schema, stored: Stored, inventory: Inventory) -> list[Node]:
    """Every type of entity, and every label behind the edges, with how many there are."""
    kinds = [*schema.entities, *stored.labels]
    return [Node(kind, kind, f"{kind} · {inventory.nodes[kind]:,}", degree=SIZED) for kind in kinds]


def edges(stored: Stored, inventory: Inventory) -> list[Edge]:
    """One edge for each two types that relations join, and one for each two labels that links do."""
    joined: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for pair in inventory.pairs:
        joined[pair.source, pair.target][pair.relation] = pair.edges
    for name, link in stored.links.items():
        joined[link.start, link.end][name] = inventory.links[name]
    return [_edge(*ends, found) for ends, found in joined.items()]


def names(schema: Schema, stored: Stored) -> list[str]:
    """All that can be looked at: types, relations, labels behind the edges."""
    return [*schema.entities, *schema.relations, *stored.labels]


def pair_of(key: str) -> tuple[str, str] | None:
    """The two kinds that an edge of the picture joins; None where the key is no such edge's."""
    source, _to, target = key.partition(" to ")
    return (source, target) if source and target else None


def joining(ends: tuple[str, str], inventory: Inventory, stored: Stored) -> list[str]:
    """The relations, or else the links, from the one kind to the other; those with most edges first."""
    relations = [pair.relation for pair in inventory.pairs if (pair.source, pair.target) == ends]
    return relations or [name for name, link in stored.links.items() if (link.start, link.end) == ends]


def relation_card(name: str, relation: Relation, stored: Stored, inventory: Inventory) -> str:
    """A relation: what it says, between whom, how often; and what its edges have, as HTML."""
    joins = [pair for pair in inventory.pairs if pair.relation == name]
    roles = ", ".join(relation.roles)
    rows = [
        ("says", escape(relation.says)),
        ("as in", escape(relation.example)),
        ("from", _kinds(relation.source)),
        ("to", _kinds(relation.target)),
        ("both ways", "yes: there is one edge, from the lower id to the higher" if relation.symmetric else ""),
        ("claims may name", escape(roles)),
        ("in the store", "<br>".join(map(_pair, joins)) or "no edge yet"),
    ]
    head = f"<code>[:{escape(name)}]</code> {text.plural(inventory.edges(name), 'edge')}, {escape(stored.edges.says)}"
    return _card(relation.phrase, head, rows) + _properties(stored.edges.properties, ())


def type_card(name: str, schema: Schema, inventory: Inventory) -> str:
    """A type of entity: what it is, how many there are, which relations begin and end there, as HTML."""
    kind = schema.entities[name]
    out = [pair for pair in inventory.pairs if pair.source == name]
    back = [pair for pair in inventory.pairs if pair.target == name]
    rows = [
        ("is", escape(kind.says)),
        ("as", escape(kind.example)),
        ("does", "<br>".join(map(_pair, out)) or "nothing yet"),
        ("is done to", "<br>".join(map(_pair, back)) or "nothing yet"),
    ]
    return _card(name, f"<code>(:Entity:{escape(name)})</code> {_number(name, inventory)}", rows)


def label_card(name: str, label: Label, stored: Stored, inventory: Inventory) -> str:
    """A label behind the edges: what it is, its links, its properties and which are indexed, as HTML."""
    links = [(other, link) for other, link in stored.links.items() if name in (link.start, link.end)]
    rows = [("is", escape(label.says)), ("links", "<br>".join(_link(*each, inventory) for each in links))]
    indexed = [index for index in inventory.indexes if name in index.labels]
    return _card(name, f"<code>(:{escape(name)})</code> {_number(name, inventory)}", rows) + _properties(
        label.properties, indexed
    )


def questions(name: str, schema: Schema, stored: Stored) -> list[tuple[str, str]]:
    """How to ask about it: each question with its Cypher, which runs as it is."""
    if name in stored.labels:
        asks: Iterable[str] = (stored.labels[name].ask,)
    elif name in schema.relations:
        phrase = schema.relations[name].phrase
        asks = (ask.replace("__RELATION__", name).replace("__PHRASE__", phrase) for ask in stored.edges.ask)
    else:
        asks = (stored.labels["Entity"].ask.replace("(entity:Entity)", f"(entity:{name})"),)
    return [(ask.split("\n", 1)[0].removeprefix("// "), ask.strip()) for ask in asks]


def _edge(source: str, target: str, found: Mapping[str, int]) -> Edge:
    ordered = sorted(found, key=lambda name: (-found[name], name))
    more = f" +{len(ordered) - NAMED}" if len(ordered) > NAMED else ""
    label = ", ".join(name.replace("_", " ").lower() for name in ordered[:NAMED]) + more
    said = text.plural(sum(found.values()), "edge")
    return Edge(source, ordered[0], target, id=f"{source} to {target}", label=label, parts=len(found), told=said)


def _card(title: str, head: str, rows: Iterable[tuple[str, str]]) -> str:
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{words}</dd>" for name, words in rows if words)
    return f'<section class="schema-card" data-testid="schema-card"><h2 class="says">{escape(title)}</h2><p class="facts">{head}</p><dl class="facts">{listed}</dl></section>'


def _properties(properties: Mapping[str, str], indexes: Iterable[Index]) -> str:
    indexed: dict[str, list[str]] = defaultdict(list)
    for index in indexes:
        for name in index.properties:
            indexed[name].append("unique" if index.unique else "full text" if index.kind == "FULLTEXT" else "index")
    rows = "".join(
        f"<tr><td><code>{escape(name)}</code></td><td>{escape(says)}</td><td>{', '.join(indexed[name])}</td></tr>"
        for name, says in properties.items()
    )
    head = "<tr><th>property</th><th>says</th><th>looked up by</th></tr>"
    return (
        f'<table class="schema-properties" data-testid="properties"><thead>{head}</thead><tbody>{rows}</tbody></table>'
    )


def _number(name: str, inventory: Inventory) -> str:
    return text.plural(inventory.nodes[name], "node")


def _kinds(kinds: Iterable[str]) -> str:
    return " ".join(map(cards.type_chip, kinds))


def _pair(pair: Pair) -> str:
    return f"{escape(pair.source)} <code>{escape(pair.relation)}</code> {escape(pair.target)}: {pair.edges:,}"


def _link(name: str, link: Link, inventory: Inventory) -> str:
    pattern = f"(:{link.start})-[:{name}]->(:{link.end})"
    return f"<code>{escape(pattern)}</code> {inventory.links[name]:,}: {escape(link.says)}"
