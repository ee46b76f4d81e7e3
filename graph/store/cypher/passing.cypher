// What the claims that pass say, edge by edge; nothing of those edges whose claims all pass
UNWIND $edges AS edge
MATCH (claim:Claim {edge: edge.id})-[:IN]->(document:Document)
USING INDEX SEEK claim:Claim(edge)
WHERE __CLAIM_PASSES__
WITH edge, collect(claim) AS passing
RETURN edge.id AS edge, size(passing) = edge.claims AS whole, CASE WHEN size(passing) = edge.claims THEN [] ELSE
  [claim IN passing | claim {
    .id, .relation, .cue, .act, .modality, .reported, .reported_on, .confidence, .event_start, .event_end, .quantity, .value, .currency,
    document: [(claim)-[:IN]->(document) | document.id][0],
    roles: [(claim)-[role:__ROLES__]->(entity:Entity) | [type(role), entity.id]]
  }] END AS claims
