// How many edges of which relation go from which type to which
MATCH (source:Entity)-[edge:__RELATIONS__]->(target:Entity)
RETURN source.type AS source, type(edge) AS relation, target.type AS target, count(*) AS number
ORDER BY number DESC, source, relation, target
