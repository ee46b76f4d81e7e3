// The edges and entities that stand on these documents, and what their words named where that was judged to be another
MATCH (document:Document)
WHERE document.id IN $ids
RETURN COLLECT {
  MATCH (document)<-[:IN]-(claim:Claim)-[:SOURCE]->(source:Entity)
  MATCH (claim)-[:TARGET]->(target:Entity)
  RETURN [source.id, claim.relation, target.id]
} AS edges, COLLECT {
  MATCH (document)<-[:IN]-(:Claim)-[link]->(entity:Entity)
  UNWIND [entity.id, link.as] AS id
  RETURN id
  UNION
  MATCH (document)-[link:MENTIONS]->(entity:Entity)
  UNWIND [entity.id, link.as] AS id
  RETURN id
} AS entities
