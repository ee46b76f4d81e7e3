// Take out the entities that no document mentions and no claim names any more
MATCH (entity:Entity)
WHERE entity.id IN $ids AND NOT EXISTS { (entity)--() }
DELETE entity
