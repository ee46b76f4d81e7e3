// Which deals are told with different numbers?
MATCH (claim:Claim)-[:SOURCE]->(source), (claim)-[:TARGET]->(target)
WHERE claim.quantity IS NOT NULL AND claim.act IS NOT NULL
WITH claim.act AS act, source, target, claim.relation AS relation, collect(DISTINCT claim.quantity) AS quantities, collect(claim.sentence) AS sentences
WHERE size(quantities) > 1
RETURN source.name AS source, relation, target.name AS target, quantities, sentences
ORDER BY source, relation, target
