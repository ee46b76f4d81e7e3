// How many entities there are of each type, of those on a canvas or of all
MATCH (entity:Entity)
WHERE $ids IS NULL OR entity.id IN $ids
RETURN entity.type AS type, count(*) AS number
