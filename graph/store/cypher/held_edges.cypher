// Every edge as it stands
MATCH (source:Entity)-[edge:__RELATIONS__]->(target:Entity)
RETURN source.id + ' ' + type(edge) + ' ' + target.id AS edge, properties(edge) AS said
