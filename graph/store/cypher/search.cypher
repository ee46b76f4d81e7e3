// Entities by name or alias: a whole name first, then names that begin so, then the closest
CALL db.index.fulltext.queryNodes('entity_names', $query, {limit: $reach}) YIELD node AS entity, score
WITH entity, score, [name IN [entity.name] + entity.aliases | toLower(name)] AS names
WITH entity, score, CASE
    WHEN toLower(entity.name) = $text THEN 0
    WHEN $text IN names THEN 1
    WHEN any(name IN names WHERE name STARTS WITH $text) THEN 2
    ELSE 3
  END AS rank
WITH entity, rank, score, COUNT { (entity)-[:__RELATIONS__]-() } AS degree
RETURN entity.id AS id
ORDER BY rank, CASE WHEN rank < 3 THEN degree ELSE score END DESC, degree DESC, id
LIMIT $limit
