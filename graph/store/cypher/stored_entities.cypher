// What the store holds of these entities
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity {.*} AS entity
