// The ids of all entities of these types
MATCH (entity:Entity)
WHERE entity.type IN $types
RETURN entity.id AS id
