// What every entity is known by
MATCH (entity:Entity)
RETURN elementId(entity) AS key, entity.id AS id, entity.type AS type, labels(entity) AS labels
