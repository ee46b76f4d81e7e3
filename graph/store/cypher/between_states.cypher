// What states do to one another, the most claimed first; `total` counts all of it
MATCH (source:State)-[edge:__RELATIONS__]->(target:State)
WITH source, edge, target
ORDER BY edge.claims DESC, source.id, type(edge), target.id
WITH collect({
  source: source {.id, .type, .name}, target: target {.id, .type, .name},
  edge: edge {.*, source: source.id, relation: type(edge), target: target.id}
}) AS found
RETURN found[..$limit] AS ties, size(found) AS total
