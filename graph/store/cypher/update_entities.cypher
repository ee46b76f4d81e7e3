// Store what more is known of entities
UNWIND $rows AS row
MATCH (entity:Entity {id: row.id})
SET entity = row
