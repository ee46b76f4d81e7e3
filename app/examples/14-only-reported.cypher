// What do the articles only report, without saying it themselves?
MATCH (source)<-[:SOURCE]-(claim:Claim {reported: true})-[:TARGET]->(target)
WHERE (claim.verdict IS NULL OR claim.verdict <> 'rejected')
OPTIONAL MATCH (claim)-[:ATTRIBUTED_TO]->(speaker)
RETURN coalesce(speaker.name, claim.attributed_to, 'not named') AS speaker, source.name AS source, claim.relation AS relation, target.name AS target, claim.modality AS modality, claim.sentence AS sentence
ORDER BY speaker, source, relation, target
