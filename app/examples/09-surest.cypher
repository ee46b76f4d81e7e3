// Which claims are at least 90 % sure, and what spoke for them?
MATCH (source)<-[:SOURCE]-(claim:Claim)-[:TARGET]->(target)
WHERE claim.confidence >= 0.9 AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN source.name AS source, claim.relation AS relation, target.name AS target, claim.confidence AS confidence, claim.reasons AS reasons, claim.sentence AS sentence
ORDER BY confidence DESC, source, relation, target
