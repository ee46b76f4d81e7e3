// Link systems to the families that they are variants of, where the store holds both: those of these ids, either way
WITH $ids + COLLECT { MATCH (judged:Judged) WHERE judged.canonical IN $ids RETURN judged.id } AS ids
MATCH (variant:Entity)
WHERE variant.id IN ids OR variant.family IN ids
OPTIONAL MATCH (variant)-[old:VARIANT_OF]->()
DELETE old
WITH DISTINCT variant
OPTIONAL MATCH (judged:Judged {id: variant.family})
WITH variant, coalesce(judged.canonical, variant.family) AS id
MATCH (family:Entity {id: id})
WHERE family.id <> variant.id
CREATE (variant)-[:VARIANT_OF]->(family)
