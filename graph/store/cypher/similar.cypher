// Entities of the same type that stand in the same relations to the same others; what few others share counts more
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-(shared:Entity)
WITH entity, shared, type(edge) AS relation,
  CASE WHEN type(edge) IN $symmetric THEN 'both' WHEN startNode(edge) = entity THEN 'out' ELSE 'in' END AS direction,
  sum(edge.claims) AS claims
ORDER BY claims DESC, shared.id
LIMIT $most
WITH entity, shared, relation, direction, COUNT { (shared)-[:__RELATIONS__]-() } AS edges
WHERE 1 < edges AND edges <= $busiest
MATCH (shared)-[same:__RELATIONS__]-(other:Entity)
WHERE type(same) = relation AND other <> entity AND other.type = entity.type
  AND (direction = 'both' OR (direction = 'in') = (startNode(same) = shared))
WITH DISTINCT other, shared, relation, direction, 1.0 / log(1 + edges) AS weight
ORDER BY weight DESC, shared.id, relation
WITH other, sum(weight) AS score, collect({relation: relation, direction: direction, shared: shared {.id, .type, .name}}) AS ties
ORDER BY score DESC, other.id
LIMIT $limit
RETURN other {.id, .type, .name} AS other, score, ties
