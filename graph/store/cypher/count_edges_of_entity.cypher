// How many edges of each relation and direction an entity has
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-()
RETURN type(edge) AS relation, startNode(edge) = entity AS out, count(*) AS edges
