// What was known about $name (such as Morocco) on $day (such as 2022-01-01)?
MATCH (entity:Entity)<-[:SOURCE|TARGET]-(claim:Claim)
WHERE (entity.name = $name OR $name IN entity.aliases) AND claim.reported_on <= date($day) AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
MATCH (source)<-[:SOURCE]-(claim)-[:TARGET]->(target)
RETURN DISTINCT claim.reported_on AS reported, source.name AS source, claim.relation AS relation, target.name AS target, claim.modality AS modality, claim.sentence AS sentence
ORDER BY reported DESC, source, relation, target
