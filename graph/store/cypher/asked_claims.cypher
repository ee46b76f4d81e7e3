// Claims from these to those
MATCH (who:Entity)<-[:__FROM__]-(claim:Claim)-[:__TO__]->(whom:Entity)
MATCH (claim)-[:IN]->(document:Document)
WHERE claim.edge IS NOT NULL AND ($who IS NULL OR who.id = $who) AND ($whom IS NULL OR whom.id = $whom)
  AND ($who_type IS NULL OR who.type = $who_type) AND ($whom_type IS NULL OR whom.type = $whom_type)
  AND ($who_not IS NULL OR who.type <> $who_not) AND ($whom_not IS NULL OR whom.type <> $whom_not)
  AND ($both_ways IS NULL OR claim.relation IN $both_ways) AND __CLAIM_PASSES__
