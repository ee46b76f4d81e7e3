// How many neighbours of each drawn entity are not drawn, by claims that pass
MATCH (entity:Entity)<-[:SOURCE|TARGET]-(claim:Claim)-[:IN]->(document:Document)
WHERE entity.id IN $ids AND claim.edge IS NOT NULL AND __CLAIM_PASSES__
WITH entity, claim.edge AS edge, count(DISTINCT document) AS documents
WHERE documents >= $min_documents
WITH entity, split(edge, ' ') AS ends
WITH entity, CASE WHEN ends[0] = entity.id THEN ends[2] ELSE ends[0] END AS other
WHERE NOT other IN $ids AND __OTHER_ID_PASSES__
RETURN entity.id AS id, count(DISTINCT other) AS hidden
