// Entities that have more edges than that
MATCH (entity:Entity)
WITH entity, COUNT { (entity)-[:__RELATIONS__]-() } AS edges
WHERE edges > $most
RETURN entity.id AS id
