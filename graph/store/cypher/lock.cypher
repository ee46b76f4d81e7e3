// Take the pen: one ingest writes at a time, the others wait here until its transaction ends
MATCH (schema:Schema {id: 'entente'})
SET schema.revision = schema.revision
