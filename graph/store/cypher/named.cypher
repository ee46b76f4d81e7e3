// What entities are called, and nothing that has to be counted
UNWIND $ids AS id
MATCH (entity:Entity {id: id})
RETURN entity {.id, .type, .name} AS entity
