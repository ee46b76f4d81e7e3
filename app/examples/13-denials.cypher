// What is denied, and by whom?
MATCH (claim:Claim {modality: 'denied'})-[:SOURCE]->(source), (claim)-[:TARGET]->(target), (claim)-[:IN]->(document:Document)
WHERE (claim.verdict IS NULL OR claim.verdict <> 'rejected')
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
RETURN source.name AS source, claim.relation AS relation, target.name AS target, coalesce(speaker.name, claim.attributed_to) AS speaker, document.publisher AS publisher, claim.sentence AS sentence
ORDER BY source, relation, target
