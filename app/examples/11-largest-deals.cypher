// Which deals are the largest by value, currency by currency?
MATCH (claim:Claim)-[:SOURCE]->(source), (claim)-[:TARGET]->(target), (claim)-[:IN]->(document:Document)
WHERE claim.value IS NOT NULL AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN claim.currency AS currency, claim.value AS value, source.name AS source, claim.relation AS relation, target.name AS target, claim.modality AS modality, document.publisher AS publisher, claim.sentence AS sentence
ORDER BY currency, value DESC, source, target
