// The edges between each of these pairs of entities
UNWIND $pairs AS pair
MATCH (left:Entity {id: pair[0]})-[edge:__RELATIONS__]-(right:Entity {id: pair[1]})
WHERE __EDGE_MAY_PASS__
WITH DISTINCT edge
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge, elementId(edge) AS element
ORDER BY edge.claims DESC, edge.relation
