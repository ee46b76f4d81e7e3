// On what do the articles disagree?
MATCH (source:Entity)-[edge]->(target:Entity)
WHERE edge.denied > 0 AND edge.claims > edge.denied
RETURN source, edge, target, edge.claims AS claims, edge.denied AS denied
