// How many claims about an entity were reported in each month
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET]-(claim:Claim)-[:IN]->(document:Document)
WHERE claim.edge IS NOT NULL AND claim.reported_on IS NOT NULL AND __CLAIM_PASSES__
RETURN date.truncate('month', claim.reported_on) AS month, count(DISTINCT claim) AS claims
ORDER BY month
