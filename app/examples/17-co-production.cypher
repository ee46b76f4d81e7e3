// Who builds together, and what?
MATCH (claim:Claim {relation: 'CO_PRODUCES'})-[:SOURCE]->(one), (claim)-[:TARGET]->(other)
WHERE (claim.verdict IS NULL OR claim.verdict <> 'rejected')
OPTIONAL MATCH (claim)-[:SYSTEM]->(system)
RETURN one.name AS one, other.name AS other, collect(DISTINCT system.name) AS systems, collect(DISTINCT claim.modality) AS modalities
ORDER BY one, other
