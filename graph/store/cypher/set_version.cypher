// Say which version the store has now
MERGE (schema:Schema {id: 'entente'})
ON CREATE SET schema.revision = 0
SET schema.version = $version
