// These claims, with what each must be tied to
UNWIND $keys AS key
MATCH (claim:Claim) WHERE elementId(claim) = key
RETURN key, claim.id AS id, claim.relation AS relation, claim.modality AS modality, claim.edge AS edge,
  claim.sentence AS sentence, claim.start AS start, claim.end AS end,
  COLLECT { MATCH (claim)-[:SOURCE]->(entity:Entity) RETURN [entity.id, entity.type] } AS sources,
  COLLECT { MATCH (claim)-[:TARGET]->(entity:Entity) RETURN [entity.id, entity.type] } AS targets,
  COLLECT { MATCH (claim)-[:IN]->(document:Document) RETURN document.text } AS texts,
  EXISTS { (:Judged {id: claim.id}) } AS judged
