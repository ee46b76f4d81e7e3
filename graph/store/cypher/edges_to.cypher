// Edges between one entity and others
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-(other:Entity)
WHERE other.id IN $others AND __EDGE_MAY_PASS__ AND __OTHER_PASSES__
  AND ($direction = 'both' OR ($direction = 'out') = (startNode(edge) = entity) OR type(edge) IN $symmetric)
WITH DISTINCT edge
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge
ORDER BY edge.source, edge.relation, edge.target
