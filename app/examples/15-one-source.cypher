// Which edges rest on a single document?
MATCH (source:Entity)-[edge]->(target:Entity)
WHERE edge.documents = 1
RETURN source, edge, target, type(edge) AS relation, edge.modality AS modality, edge.confidence AS confidence
ORDER BY confidence, source.name, relation, target.name LIMIT 100
