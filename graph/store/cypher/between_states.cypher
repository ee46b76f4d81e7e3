// What states do to one another, the most claimed first; `total` counts all of it
RETURN COLLECT {
  MATCH (source:State)-[edge:__RELATIONS__]->(target:State)
  WITH source, edge, target
  ORDER BY edge.claims DESC, source.id, type(edge), target.id
  LIMIT $limit
  RETURN {
    source: source {.id, .type, .name}, target: target {.id, .type, .name},
    edge: edge {.*, source: source.id, relation: type(edge), target: target.id}
  }
} AS ties, COUNT { (:State)-[:__RELATIONS__]->(:State) } AS total
