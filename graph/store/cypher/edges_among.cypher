// Edges with both ends among these entities
MATCH (source:Entity)-[edge:__RELATIONS__]->(target:Entity)
WHERE source.id IN $ids AND target.id IN $ids
  AND __SOURCE_PASSES__ AND __TARGET_PASSES__ AND __EDGE_MAY_PASS__
RETURN edge {.*, source: source.id, relation: type(edge), target: target.id} AS edge
ORDER BY edge.source, edge.relation, edge.target
