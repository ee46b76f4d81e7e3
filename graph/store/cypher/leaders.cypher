// Of each of these types, the named entities that most is claimed about, without what was judged wrong
CALL () {
  MATCH (entity:Entity)
  WHERE entity.type IN $types AND NOT coalesce(entity.generic, false)
  RETURN entity, COUNT { (entity)<-[:SOURCE|TARGET]-() } AS told
  UNION ALL
  MATCH (ruled:Judged)
  WHERE ruled.verdict IN ['rejected', 'corrected']
  MATCH (claim:Claim {id: ruled.id})-[:SOURCE|TARGET]->(entity:Entity)
  WHERE claim.edge IS NULL AND entity.type IN $types AND NOT coalesce(entity.generic, false)
  RETURN entity, -count(*) AS told
  UNION ALL
  MATCH (ruled:Judged)
  WHERE ruled.canonical IS NOT NULL
  WITH DISTINCT ruled.canonical AS id
  MATCH (entity:Entity {id: id})<-[:SOURCE]-(claim:Claim)-[:TARGET]->(entity)
  WHERE claim.verdict IS NULL AND entity.type IN $types AND NOT coalesce(entity.generic, false)
  RETURN entity, -2 * count(*) AS told
}
WITH entity, sum(told) AS claims
WHERE claims > 0
ORDER BY claims DESC, entity.id
WITH entity.type AS type, collect(entity {.id, .type, .name, claims: claims}) AS ranked
RETURN type, ranked[..$limit] AS first, size(ranked) AS total
