// One edge
MATCH (source:Entity {id: $source})-[edge:__RELATION__]->(target:Entity {id: $target})
RETURN edge {.*, source: source.id, relation: type(edge), target: target.id} AS edge
