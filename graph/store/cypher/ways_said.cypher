// By which relations, and which way, an entity's neighbours that are not drawn can be reached by claims that pass
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET]-(claim:Claim)-[:IN]->(document:Document)
WHERE claim.edge IS NOT NULL AND __CLAIM_PASSES__
WITH claim.edge AS edge, count(DISTINCT document) AS documents
WHERE documents >= $min_documents
WITH split(edge, ' ') AS ends
WITH ends[1] AS relation, ends[0] = $id AS out, CASE WHEN ends[0] = $id THEN ends[2] ELSE ends[0] END AS other
WHERE NOT other IN $exclude AND other <> $id AND __OTHER_ID_PASSES__
RETURN relation, out, count(DISTINCT other) AS neighbours
ORDER BY neighbours DESC, relation, out DESC
