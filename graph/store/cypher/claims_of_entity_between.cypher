// What is claimed of an entity and was reported in these days, or on no known day, newest first; all of it where nothing is asked
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET]-(claim:Claim)-[:IN]->(document:Document)
WHERE claim.edge IS NOT NULL AND (NOT $undated OR claim.reported_on IS NULL)
  AND ($first IS NULL OR claim.reported_on >= $first) AND ($last IS NULL OR claim.reported_on <= $last)
WITH DISTINCT claim, document
ORDER BY coalesce(claim.reported_on, date('0001-01-01')) DESC, document.id, claim.start, claim.id
SKIP $skip LIMIT $limit
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
