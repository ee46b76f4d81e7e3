// Give a kept view a name; where the name is taken, it stays with what has it
MATCH (view:KeptView {id: $view})
MERGE (named:NamedView {key: $key})
ON CREATE SET named.name = $name, named.note = $note, named.view = $view, named.made = $now, named.changed = $now,
              named.stamp = $stamp
WITH named, view, named.stamp = $stamp AS fresh
FOREACH (_ IN CASE WHEN fresh THEN [1] ELSE [] END | CREATE (named)-[:SHOWS]->(view))
RETURN named {.*} AS named, fresh
