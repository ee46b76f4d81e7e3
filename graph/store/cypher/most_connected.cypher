// Entities that most is claimed about
MATCH (entity:Entity)
WHERE $type IS NULL OR entity.type = $type
WITH entity, COUNT { (entity)<-[:SOURCE|TARGET]-() } AS claims
WHERE claims > 0
RETURN entity.id AS id
ORDER BY claims DESC, id
LIMIT $limit
