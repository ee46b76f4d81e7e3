// Say that the store has changed
MATCH (schema:Schema {id: 'entente'})
SET schema.revision = schema.revision + 1
