// The documents that name an entity, newest first, each with the id that the entity had as it was read
MATCH (entity:Entity {id: $id})<-[mention:MENTIONS]-(document:Document)
WITH DISTINCT document, coalesce(mention.as, entity.id) AS entity
ORDER BY coalesce(document.published, date('0001-01-01')) DESC, document.id, entity
LIMIT $limit
RETURN document.id AS document, document.title AS title, document.publisher AS publisher,
       document.published AS published, entity
