// All edges that pass, by their sources: the target and the number of claims of each
MATCH (source:Entity)
WHERE __SOURCE_PASSES__
WITH source, COLLECT {
  MATCH (source)-[edge:__RELATIONS__]->(target:Entity)
  WHERE __TARGET_PASSES__ AND __EDGE_MAY_PASS__
  RETURN [target.id, edge.claims]
} AS lines
WHERE size(lines) > 0
RETURN source.id AS source, lines
