// Entities by name or alias: a whole name first, then names that begin so, then the closest
CALL db.index.fulltext.queryNodes('entity_names', $query, {limit: $reach}) YIELD node AS entity, score
WITH entity, score, [name IN [entity.name] + entity.aliases | toLower(name)] AS names
WITH entity, score, CASE
    WHEN names[0] = $text THEN 0
    WHEN $text IN names THEN 1
    WHEN any(name IN names WHERE name STARTS WITH $text) THEN 2
    ELSE 3
  END AS rank
WITH entity, rank, score, COUNT { (entity)<-[:SOURCE|TARGET]-() } AS claims
RETURN entity.id AS id
ORDER BY rank, CASE WHEN rank < 3 THEN claims ELSE score END DESC, claims DESC, id
LIMIT $limit
