// What did the articles say last?
MATCH (source)<-[:SOURCE]-(claim:Claim)-[:TARGET]->(target), (claim)-[:IN]->(document:Document)
WHERE document.published IS NOT NULL AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN document.published AS published, document.publisher AS publisher, source.name AS source, claim.relation AS relation, target.name AS target, claim.sentence AS sentence
ORDER BY published DESC, claim.id LIMIT 25
