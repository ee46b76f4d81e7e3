// Link systems to the families that they are variants of, where the store holds both: those of these ids, either way
MATCH (variant:Entity)
WHERE variant.id IN $ids OR variant.family IN $ids
OPTIONAL MATCH (variant)-[old:VARIANT_OF]->()
DELETE old
WITH DISTINCT variant
MATCH (family:Entity {id: variant.family})
WHERE family.id <> variant.id
CREATE (variant)-[:VARIANT_OF]->(family)
