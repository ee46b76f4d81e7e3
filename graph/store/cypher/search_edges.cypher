// The best supported edges of one relation
MATCH (source:Entity)-[edge:__RELATION__]->(target:Entity)
WITH source, edge, target ORDER BY edge.claims DESC, edge.last DESC, source.id, target.id LIMIT $limit
RETURN edge {.*, source: source.id, relation: type(edge), target: target.id} AS edge
