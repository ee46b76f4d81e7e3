// Which sentences speak of $name?
MATCH (entity:Entity)<-[:SOURCE|TARGET]-(claim:Claim)-[:IN]->(document:Document)
WHERE (entity.name = $name OR $name IN entity.aliases) AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN DISTINCT claim.relation AS relation, claim.modality AS modality, claim.sentence AS sentence, document.publisher AS publisher, document.published AS published
ORDER BY published DESC
