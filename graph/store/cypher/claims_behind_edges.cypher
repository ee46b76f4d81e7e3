// The claims behind some edges, edge by edge, newest first
UNWIND range(0, size($edges) - 1) AS place
MATCH (claim:Claim {edge: $edges[place]})-[:IN]->(document:Document)
WHERE __CLAIM_PASSES__
WITH place, claim, document
ORDER BY place, coalesce(claim.reported_on, date('0001-01-01')) DESC, document.id, claim.start, claim.id
RETURN
  place,
  claim,
  [(claim)-[:SOURCE]->(entity) | entity {.id, .type, .name}][0] AS source,
  [(claim)-[:TARGET]->(entity) | entity {.id, .type, .name}][0] AS target,
  [(claim)-[:ATTRIBUTED_TO]->(entity) | entity {.id, .type, .name}][0] AS speaker,
  [(claim)-[role:__ROLES__]->(entity) | [type(role), entity {.id, .type, .name}]] AS roles,
  document {.id, .title, .publisher, .author, .published, .url, .source} AS document,
  claim.start AS before,
  claim.sentence AS passage
