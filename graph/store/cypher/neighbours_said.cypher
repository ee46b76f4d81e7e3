// Who an entity has edges with by claims that pass, best supported first, then most recent
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET]-(claim:Claim)-[:IN]->(document:Document)
WHERE claim.edge IS NOT NULL AND __CLAIM_PASSES__
WITH claim.edge AS edge, count(claim) AS claims, count(DISTINCT document) AS documents,
  max(coalesce(claim.reported_on, date('0001-01-01'))) AS last
WHERE documents >= $min_documents
WITH split(edge, ' ') AS ends, claims, last
WHERE $direction = 'both' OR ($direction = 'out') = (ends[0] = $id) OR ends[1] IN $symmetric
WITH CASE WHEN ends[0] = $id THEN ends[2] ELSE ends[0] END AS other, claims, last
WHERE __OTHER_ID_PASSES__
WITH other, sum(claims) AS claims, max(last) AS last
ORDER BY claims DESC, last DESC, other
WITH collect(other) AS found
WITH [id IN found WHERE NOT id IN $exclude] AS found
RETURN size(found) AS total, found[..$limit] AS ids
