// Point links of one kind to other entities; what the text names stays with them
UNWIND $rows AS row
MATCH (from)-[link:__LINK__]->()
WHERE elementId(link) = row.link
MATCH (entity:Entity {id: row.to})
CREATE (from)-[moved:__LINK__]->(entity)
SET moved = properties(link), moved.as = row.as
DELETE link
