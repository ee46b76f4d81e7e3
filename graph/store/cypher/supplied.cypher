// Who supplies whom, the most claimed first
MATCH (supplier:Entity)-[edge:SUPPLIES]->(recipient:Entity)
WITH supplier, edge, recipient
ORDER BY edge.claims DESC, supplier.id, recipient.id
LIMIT $limit
RETURN supplier {.id, .type, .name} AS supplier, recipient {.id, .type, .name} AS recipient,
  supplier.id AS source, 'SUPPLIES' AS relation, recipient.id AS target, coalesce(edge.acts, 1) AS acts,
  edge {.asserted, .expected, .possible, .denied} AS counts
