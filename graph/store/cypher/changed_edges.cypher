// The edges of which something was reported after one day and until another, those with most such claims first
MATCH (claim:Claim)-[:IN]->(document:Document)
WHERE claim.reported_on > $since AND claim.reported_on <= $until AND claim.edge IS NOT NULL AND __CLAIM_PASSES__ AND __ENDS_PASS__
WITH claim.edge AS edge, count(claim) AS claims
ORDER BY claims DESC, edge
WITH collect(edge) AS edges
RETURN size(edges) AS total, edges[..$limit] AS edges
