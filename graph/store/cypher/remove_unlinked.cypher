// Take out the entities that nothing points to any more: what the lexicon knows holds none of them
MATCH (entity:Entity)
WHERE entity.id IN $ids AND NOT EXISTS { (entity)-[:!(KNOWN|VARIANT_OF)]-() }
DETACH DELETE entity
