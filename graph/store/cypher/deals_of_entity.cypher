// All that is told of the deals in which an entity has a part, newest first
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET|__ROLES__]-(own:Claim)
WHERE own.relation IN $relations AND own.edge IS NOT NULL
WITH DISTINCT own.act AS act
MATCH (claim:Claim {act: act})-[:IN]->(document:Document)
USING INDEX SEEK claim:Claim(act)
WITH claim, document
ORDER BY coalesce(claim.reported_on, date('0001-01-01')) DESC, document.id, claim.start, claim.id
LIMIT $limit
RETURN
  claim {.id, .relation, .act, .modality, .cue, .start, .reported_on, .event_start, .event_end, .date_text, .quantity,
         .quantity_text, .value, .value_text, .currency} AS claim,
  [(claim)-[:SOURCE]->(entity) | entity {.id, .type, .name}][0] AS source,
  [(claim)-[:TARGET]->(entity) | entity {.id, .type, .name}][0] AS target,
  [(claim)-[role:__ROLES__]->(entity) | [type(role), entity {.id, .type, .name}]] AS roles,
  document {.id, .title, .publisher, .author, .published, .url, .source} AS document
