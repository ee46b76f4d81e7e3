// Entities whose names hold these words, with how much there is about each
CALL () {
  MATCH (ruled:Judged)
  WHERE ruled.verdict IN ['rejected', 'corrected']
  MATCH (claim:Claim {id: ruled.id})-[:SOURCE|TARGET]->(entity:Entity)
  WHERE claim.edge IS NULL
  RETURN collect(entity.id) AS wrong
}
UNWIND $probes AS probe
CALL db.index.fulltext.queryNodes('entity_names', probe.query, {limit: $reach}) YIELD node AS entity, score
RETURN probe.text AS text, entity.id AS id, entity.type AS type,
  [name IN [entity.name] + coalesce(entity.aliases, []) | left(name, $longest)] AS names,
  CASE WHEN EXISTS { (:Judged {canonical: entity.id}) }
    THEN reduce(sum = 0, claims IN COLLECT { MATCH (entity)-[edge:__RELATIONS__]-() RETURN edge.claims } | sum + claims)
    ELSE COUNT { (entity)<-[:SOURCE|TARGET]-() } - size([id IN wrong WHERE id = entity.id]) END AS claims,
  CASE WHEN EXISTS { (:Judged {canonical: entity.id}) }
    THEN COUNT { MATCH (entity)<-[:MENTIONS]-(document:Document) RETURN DISTINCT document }
    ELSE COUNT { (entity)<-[:MENTIONS]-() } END AS documents
ORDER BY score DESC, id
