// The version of the store
MATCH (schema:Schema {id: 'entente'})
RETURN schema.version AS version
