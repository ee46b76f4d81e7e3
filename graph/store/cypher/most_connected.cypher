// Entities that most is claimed about, without what was judged wrong
CALL () {
  MATCH (entity:Entity)
  WHERE $type IS NULL OR entity.type = $type
  RETURN entity, COUNT { (entity)<-[:SOURCE|TARGET]-() } AS told
  UNION ALL
  MATCH (ruled:Judged)
  WHERE ruled.verdict IN ['rejected', 'corrected']
  MATCH (claim:Claim {id: ruled.id})-[:SOURCE|TARGET]->(entity:Entity)
  WHERE claim.edge IS NULL AND ($type IS NULL OR entity.type = $type)
  RETURN entity, -count(*) AS told
}
WITH entity, sum(told) AS claims
WHERE claims > 0
RETURN entity.id AS id
ORDER BY claims DESC, id
LIMIT $limit
