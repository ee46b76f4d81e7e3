// A number that rises with every change
MATCH (schema:Schema {id: 'entente'})
RETURN schema.revision AS revision
