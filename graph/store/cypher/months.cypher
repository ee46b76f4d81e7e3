// How many claims of each relation were reported in each month; those of undated documents are not among them
MATCH (claim:Claim)
WHERE claim.reported_on IS NOT NULL AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN claim.reported_on.year AS year, claim.reported_on.month AS month, claim.relation AS relation, count(*) AS claims
ORDER BY year, month, relation
