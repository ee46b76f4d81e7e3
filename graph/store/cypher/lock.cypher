// Take the pen: one ingest writes at a time, the others wait here until its transaction ends
MERGE (schema:Schema {id: 'entente'})
ON CREATE SET schema.version = $version, schema.revision = 0
SET schema.revision = schema.revision
