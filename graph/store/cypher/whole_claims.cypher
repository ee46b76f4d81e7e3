// The edges of all claims that pass, a row for each claim
MATCH (claim:Claim)-[:IN]->(document:Document)
WHERE claim.edge IS NOT NULL AND __CLAIM_PASSES__
RETURN claim.edge AS edge, CASE WHEN $min_documents > 1 THEN document.id END AS document
