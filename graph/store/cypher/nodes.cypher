// Entities by id, with how much there is about each
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
OPTIONAL MATCH (entity)-[edge:__RELATIONS__]-(other:Entity)
WITH entity, count(DISTINCT other) AS neighbours, sum(edge.claims) AS claims
RETURN entity {.*, neighbours: neighbours, claims: claims, documents: COUNT { (entity)<-[:MENTIONS]-() }} AS node
