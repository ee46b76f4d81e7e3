// What was reported last
MATCH (claim:Claim)
WHERE claim.reported_on IS NOT NULL AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
WITH claim
ORDER BY claim.reported_on DESC, claim.id
LIMIT $limit
MATCH (claim)-[:IN]->(document:Document)
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
