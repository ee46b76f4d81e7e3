// How many entities there are of each type, of those on a canvas
MATCH (entity:Entity)
WHERE entity.id IN $ids
RETURN entity.type AS type, count(*) AS number
