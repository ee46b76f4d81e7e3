// Edges from the one set of entities to the other, either way round
MATCH (entity:Entity)-[edge:__RELATIONS__]-(other:Entity)
WHERE entity.id IN $ids AND other.id IN $others
  AND ($relations IS NULL OR type(edge) IN $relations) AND ($modalities IS NULL OR edge.modality IN $modalities)
WITH DISTINCT edge
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge
ORDER BY edge.source, edge.relation, edge.target
