// Take out the entities that no text names any more: what the lexicon knows holds none of them, a corrected claim does
MATCH (entity:Entity)
WHERE entity.id IN $ids AND NOT EXISTS { (entity)-[:!(KNOWN|VARIANT_OF)]-() }
  AND NOT EXISTS { ()-[:SOURCE {as: entity.id}]->() } AND NOT EXISTS { ()-[:TARGET {as: entity.id}]->() }
DETACH DELETE entity
