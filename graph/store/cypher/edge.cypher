// One edge
MATCH (source:Entity {id: $source})-[edge:__RELATION__]->(target:Entity {id: $target})
WHERE __EDGE_MAY_PASS__
RETURN edge {.*, source: source.id, relation: type(edge), target: target.id} AS edge
