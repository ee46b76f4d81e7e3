// What the claims behind these edges say, but for those of some documents
UNWIND $edges AS edge
MATCH (claim:Claim {edge: edge})-[:IN]->(document:Document)
USING INDEX SEEK claim:Claim(edge)
WHERE NOT document.id IN $without
RETURN edge, claim {
  .id, .relation, .cue, .act, .modality, .reported, .reported_on, .confidence, .event_start, .event_end, .quantity, .value, .currency,
  document: document.id, roles: [(claim)-[role:__ROLES__]->(entity:Entity) | [type(role), entity.id]]
} AS claim
