// How many entities there are of each type
MATCH (entity:Entity)
RETURN entity.type AS type, count(*) AS number
