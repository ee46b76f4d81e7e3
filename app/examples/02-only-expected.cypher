// Which deals are only expected, and who says so?
MATCH (claim:Claim {modality: 'expected'})-[:SOURCE]->(source), (claim)-[:TARGET]->(target)
WHERE claim.relation IN ['PROCURES', 'SUPPLIES', 'CO_PRODUCES'] AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
RETURN source.name AS source, claim.relation AS relation, target.name AS target, coalesce(speaker.name, claim.attributed_to) AS speaker, claim.sentence AS sentence
ORDER BY source, relation, target
