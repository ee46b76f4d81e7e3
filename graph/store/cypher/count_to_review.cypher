// How many claims nobody has judged
MATCH (claim:Claim)-[:IN]->(document:Document)
WHERE claim.verdict IS NULL AND ($relation IS NULL OR claim.relation = $relation)
  AND ($document IS NULL OR document.id = $document OR toLower(document.title) CONTAINS toLower($document))
RETURN count(claim) AS number
