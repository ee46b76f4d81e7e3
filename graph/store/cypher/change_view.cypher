// Change a saved view, if it is still as the visitor saw it: its name, its note and what it shows
MATCH (named:NamedView {key: $key})
WHERE named.stamp = $seen
MATCH (view:KeptView {id: $view})
OPTIONAL MATCH (named)-[shows:SHOWS]->(:KeptView)
DELETE shows
WITH DISTINCT named, view
SET named.key = $to, named.name = $name, named.note = $note, named.view = $view, named.changed = $now, named.stamp = $stamp
CREATE (named)-[:SHOWS]->(view)
RETURN named {.*} AS named
