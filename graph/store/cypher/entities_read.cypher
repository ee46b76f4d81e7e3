// The ids of the entities that a document names, as they were read; no row where the store has no such document
MATCH (document:Document {id: $document})
RETURN COLLECT {
  MATCH (document)-[mention:MENTIONS]->(entity:Entity)
  RETURN DISTINCT coalesce(mention.as, entity.id) AS id ORDER BY id
} AS ids
