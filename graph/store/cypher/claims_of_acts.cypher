// What the claims of these acts say
UNWIND $acts AS act
MATCH (claim:Claim {act: act})
USING INDEX SEEK claim:Claim(act)
RETURN claim.edge AS edge, claim {
  .id, .relation, .cue, .act, .modality, .reported, .reported_on, .confidence, .event_start, .event_end, .quantity, .value, .currency,
  roles: [(claim)-[role:__ROLES__]->(entity:Entity) | [type(role), entity.id]]
} AS claim
