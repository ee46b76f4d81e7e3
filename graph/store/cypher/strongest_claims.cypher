// The strongest claim behind each of these edges: as firm as the edge, said by the writer, surest, newest
UNWIND $edges AS wanted
CALL {
  WITH wanted
  MATCH (claim:Claim {edge: wanted.id})-[:IN]->(document:Document)
  WHERE __CLAIM_PASSES__
  RETURN claim, document
  ORDER BY claim.modality = wanted.modality DESC, claim.reported, coalesce(claim.confidence, 0) DESC,
    coalesce(claim.reported_on, date('0001-01-01')) DESC, claim.id
  LIMIT 1
}
RETURN
  claim,
  [(claim)-[:SOURCE]->(entity) | entity {.id, .type, .name}][0] AS source,
  [(claim)-[:TARGET]->(entity) | entity {.id, .type, .name}][0] AS target,
  [(claim)-[:ATTRIBUTED_TO]->(entity) | entity {.id, .type, .name}][0] AS speaker,
  [(claim)-[role:__ROLES__]->(entity) | [type(role), entity {.id, .type, .name}]] AS roles,
  document {.id, .title, .publisher, .author, .published, .url, .source} AS document,
  CASE WHEN claim.start > $around THEN claim.start - $around ELSE 0 END AS before,
  substring(document.text, CASE WHEN claim.start > $around THEN claim.start - $around ELSE 0 END,
            claim.end - claim.start + 2 * $around) AS passage,
  wanted.id AS edge
