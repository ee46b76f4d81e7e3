// Claims that nobody has judged, the least sure first
MATCH (claim:Claim)-[:IN]->(document:Document)
WHERE claim.verdict IS NULL AND NOT claim.id IN $without AND ($relation IS NULL OR claim.relation = $relation)
  AND ($document IS NULL OR document.id = $document OR toLower(document.title) CONTAINS toLower($document))
WITH claim, document
ORDER BY coalesce(claim.confidence, 2), claim.id
LIMIT $limit
RETURN
  claim,
  [(claim)-[:SOURCE]->(entity) | entity {.id, .type, .name}][0] AS source,
  [(claim)-[:TARGET]->(entity) | entity {.id, .type, .name}][0] AS target,
  [(claim)-[:ATTRIBUTED_TO]->(entity) | entity {.id, .type, .name}][0] AS speaker,
  [(claim)-[role:__ROLES__]->(entity) | [type(role), entity {.id, .type, .name}]] AS roles,
  document {.id, .title, .publisher, .author, .published, .url, .source} AS document,
  CASE WHEN claim.start > $around THEN claim.start - $around ELSE 0 END AS before,
  substring(document.text, CASE WHEN claim.start > $around THEN claim.start - $around ELSE 0 END,
            claim.end - claim.start + 2 * $around) AS passage
