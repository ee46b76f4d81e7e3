// Who supplies whom, and with what?
MATCH (claim:Claim {relation: 'SUPPLIES'})-[:SOURCE]->(supplier), (claim)-[:TARGET]->(recipient)
WHERE claim.modality <> 'denied' AND (claim.verdict IS NULL OR claim.verdict <> 'rejected')
OPTIONAL MATCH (claim)-[:SYSTEM]->(system)
RETURN supplier.name AS supplier, recipient.name AS recipient, collect(DISTINCT system.name) AS systems, count(DISTINCT claim) AS claims
ORDER BY claims DESC, supplier, recipient
