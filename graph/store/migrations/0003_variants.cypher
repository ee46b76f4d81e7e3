// Variants of systems, found by their family's id and linked to it: F-35A to F-35.
CREATE INDEX entity_family IF NOT EXISTS FOR (entity:Entity) ON (entity.family);
MATCH (variant:Entity) MATCH (family:Entity {id: variant.family}) MERGE (variant)-[:VARIANT_OF]->(family);
