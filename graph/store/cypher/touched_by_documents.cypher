// The edges and entities that stand on these documents
MATCH (document:Document)
WHERE document.id IN $ids
RETURN COLLECT {
  MATCH (document)<-[:IN]-(claim:Claim)-[:SOURCE]->(source:Entity)
  MATCH (claim)-[:TARGET]->(target:Entity)
  RETURN [source.id, claim.relation, target.id]
} AS edges, COLLECT {
  MATCH (document)<-[:IN]-(:Claim)-->(entity:Entity)
  RETURN entity.id
  UNION
  MATCH (document)-[:MENTIONS]->(entity:Entity)
  RETURN entity.id
} AS entities
