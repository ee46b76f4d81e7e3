// Tie claims to the entities in one of their roles, or to who says so
UNWIND $rows AS row
MATCH (claim:Claim {id: row.claim})
MATCH (entity:Entity {id: row.entity})
CREATE (claim)-[:__ROLE__ {as: row.as}]->(entity)
