// Entities with the most edges
MATCH (entity:Entity)
WHERE $type IS NULL OR entity.type = $type
WITH entity, COUNT { (entity)-[:__RELATIONS__]-() } AS degree
WHERE degree > 0
RETURN entity.id AS id
ORDER BY degree DESC, id
LIMIT $limit
