// Who tells of an edge and what they say, newest first, without their sentences
MATCH (claim:Claim {edge: $edge})-[:IN]->(document:Document)
WHERE __CLAIM_PASSES__
WITH claim, document
ORDER BY coalesce(claim.reported_on, date('0001-01-01')) DESC, document.id, claim.start, claim.id
LIMIT $limit
RETURN
  claim {.id, .relation, .act, .modality, .cue, .reported_on, .event_start, .event_end, .quantity, .value, .currency} AS claim,
  document {.id, .title, .publisher, .author, .published, .url, .source} AS document
