// How many claims were reported in each month, by relation?
MATCH (claim:Claim)
WHERE claim.reported_on IS NOT NULL AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN date.truncate('month', claim.reported_on) AS month, claim.relation AS relation, count(*) AS claims
ORDER BY month DESC, claims DESC, relation
