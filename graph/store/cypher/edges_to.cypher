// Edges between one entity and others, either way round
MATCH (:Entity {id: $id})-[edge:__RELATIONS__]-(other:Entity)
WHERE other.id IN $others
  AND ($relations IS NULL OR type(edge) IN $relations) AND ($modalities IS NULL OR edge.modality IN $modalities)
  AND ($min_confidence IS NULL OR edge.confidence >= $min_confidence)
WITH DISTINCT edge
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge
ORDER BY edge.source, edge.relation, edge.target
