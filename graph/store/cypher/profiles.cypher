// Each entity that is no class of things, with its names, what it has edges with, and where it is at home
MATCH (entity:Entity)
WHERE NOT entity.generic
RETURN entity.id AS id, entity.type AS type, entity.name AS name, entity.aliases AS aliases, entity.known AS known,
  entity.family AS family,
  COLLECT { MATCH (entity)-[:__RELATIONS__]-(other:Entity) RETURN DISTINCT other.id ORDER BY other.id LIMIT $most } AS neighbours,
  COLLECT { MATCH (entity)-[:BASED_IN]->(home:State) RETURN DISTINCT home.id ORDER BY home.id } AS homes
