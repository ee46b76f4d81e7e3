// Who most was claimed about in what was reported on these days
MATCH (claim:Claim)
WHERE $first <= claim.reported_on <= $last AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
MATCH (claim)-[:SOURCE|TARGET]->(entity:Entity)
RETURN entity.id AS id, count(DISTINCT claim) AS claims
ORDER BY claims DESC, id
LIMIT 1
