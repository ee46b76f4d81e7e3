// Entities by id, with how much there is about each; a document may mention one that stands for several more than once
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
OPTIONAL MATCH (entity)-[edge:__RELATIONS__]-(other:Entity)
WITH entity, count(DISTINCT other) AS neighbours, sum(edge.claims) AS claims
RETURN entity {.*, neighbours: neighbours, claims: claims, documents: CASE
  WHEN EXISTS { (:Judged {canonical: entity.id}) }
  THEN COUNT { MATCH (entity)<-[:MENTIONS]-(document:Document) RETURN DISTINCT document }
  ELSE COUNT { (entity)<-[:MENTIONS]-() }
END} AS node
