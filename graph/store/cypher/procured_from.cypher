// Who procures which system from whom, the most claimed first; not where the same sentence is counted as a supply already
MATCH (claim:Claim)-[:COUNTERPART]->(supplier:Entity)
WHERE claim.relation = 'PROCURES' AND claim.edge IS NOT NULL
MATCH (claim)-[:SOURCE]->(recipient:Entity)
MATCH (claim)-[:TARGET]->(system:Entity)
WHERE supplier <> recipient AND NOT EXISTS {
  MATCH (supply:Claim {edge: supplier.id + ' SUPPLIES ' + recipient.id})
  WHERE supply.sentence = claim.sentence
}
WITH supplier, recipient, system, count(DISTINCT claim.act) AS acts, collect(claim.modality) AS modalities
ORDER BY size(modalities) DESC, supplier.id, recipient.id, system.id
LIMIT $limit
RETURN supplier {.id, .type, .name} AS supplier, recipient {.id, .type, .name} AS recipient,
  recipient.id AS source, 'PROCURES' AS relation, system.id AS target, acts,
  {
    asserted: size([modality IN modalities WHERE modality = 'asserted']),
    expected: size([modality IN modalities WHERE modality = 'expected']),
    possible: size([modality IN modalities WHERE modality = 'possible']),
    denied: size([modality IN modalities WHERE modality = 'denied'])
  } AS counts
