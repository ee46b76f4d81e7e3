// Who has signed which agreement, and what was done under it?
MATCH (party:Entity)-[signed:SIGNS]->(agreement:Agreement)
OPTIONAL MATCH (claim:Claim)-[:UNDER]->(agreement)
WHERE (claim.verdict IS NULL OR claim.verdict <> 'rejected')
RETURN agreement, party, signed, collect(DISTINCT claim.sentence) AS done_under_it
ORDER BY agreement.name, party.name
