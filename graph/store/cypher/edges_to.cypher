// Edges between one entity and others
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-(other:Entity)
WHERE other.id IN $others
  AND ($types IS NULL OR other.type IN $types)
  AND ($relations IS NULL OR type(edge) IN $relations) AND ($modalities IS NULL OR edge.modality IN $modalities)
  AND ($min_confidence IS NULL OR edge.confidence >= $min_confidence)
  AND ($direction = 'both' OR ($direction = 'out') = (startNode(edge) = entity) OR type(edge) IN $symmetric)
WITH DISTINCT edge
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge
ORDER BY edge.source, edge.relation, edge.target
