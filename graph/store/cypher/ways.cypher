// By which relations, and which way, an entity's neighbours that are not drawn can be reached
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-(other:Entity)
WHERE NOT other.id IN $exclude AND __OTHER_PASSES__ AND __EDGE_MAY_PASS__
RETURN type(edge) AS relation, startNode(edge) = entity AS out, count(DISTINCT other) AS neighbours
ORDER BY neighbours DESC, relation, out DESC
