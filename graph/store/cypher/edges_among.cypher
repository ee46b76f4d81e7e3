// Edges with both ends among these entities
MATCH (source:Entity)-[edge:__RELATIONS__]->(target:Entity)
WHERE source.id IN $ids AND target.id IN $ids
  AND ($types IS NULL OR source.type IN $types AND target.type IN $types)
  AND ($relations IS NULL OR type(edge) IN $relations) AND ($modalities IS NULL OR edge.modality IN $modalities)
  AND ($min_confidence IS NULL OR edge.confidence >= $min_confidence)
RETURN edge {.*, source: source.id, relation: type(edge), target: target.id} AS edge
ORDER BY edge.source, edge.relation, edge.target
