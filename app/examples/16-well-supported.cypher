// What do most publishers agree on?
MATCH (source)<-[:SOURCE]-(claim:Claim)-[:TARGET]->(target), (claim)-[:IN]->(document:Document)
WHERE claim.modality = 'asserted' AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
WITH source, claim.relation AS relation, target, collect(DISTINCT document.publisher) AS publishers
WHERE size(publishers) > 1
RETURN source.name AS source, relation, target.name AS target, publishers
ORDER BY size(publishers) DESC, source, relation, target
