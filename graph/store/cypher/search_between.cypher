// The edges between two entities
MATCH (left:Entity {id: $left})-[edge:__RELATIONS__]-(right:Entity {id: $right})
WITH DISTINCT edge
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge
ORDER BY edge.claims DESC, edge.relation, edge.source
