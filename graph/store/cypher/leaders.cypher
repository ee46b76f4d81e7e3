// Of each of these types, the named entities that most is claimed about
MATCH (entity:Entity)
WHERE entity.type IN $types AND NOT coalesce(entity.generic, false)
WITH entity, COUNT { (entity)<-[:SOURCE|TARGET]-() } AS claims
WHERE claims > 0
ORDER BY claims DESC, entity.id
WITH entity.type AS type, collect(entity {.id, .type, .name, claims: claims}) AS ranked
RETURN type, ranked[..$limit] AS first, size(ranked) AS total
