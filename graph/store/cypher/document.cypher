// A document with its mentions and rejections
MATCH (document:Document {id: $id})
RETURN document {.*} AS document,
  COLLECT {
    MATCH (document)-[mention:MENTIONS]->(entity:Entity)
    RETURN {entity: entity {.id, .type, .name}, spans: mention.spans} ORDER BY mention.spans[0], entity.id
  } AS mentions,
  COLLECT {
    MATCH (document)<-[:IN]-(rejection:Rejection)
    RETURN rejection {.*} ORDER BY rejection.start, rejection.end
  } AS rejections
