// A document with its mentions and rejections
MATCH (document:Document {id: $id})
RETURN document {.*} AS document,
  COLLECT {
    MATCH (document)-[mention:MENTIONS]->(entity:Entity)
    WITH entity, mention ORDER BY mention.spans[0]
    WITH entity, collect(mention.spans) AS several
    WITH entity, reduce(spans = [], each IN several | spans + each) AS spans
    RETURN {entity: entity {.id, .type, .name}, spans: spans} ORDER BY spans[0], entity.id
  } AS mentions,
  COLLECT {
    MATCH (document)<-[:IN]-(rejection:Rejection)
    RETURN rejection {.*} ORDER BY rejection.start, rejection.end
  } AS rejections
