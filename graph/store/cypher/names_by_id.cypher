// What entities are called, those that judgements put together with others included, and the titles of documents
UNWIND $ids AS id
OPTIONAL MATCH (entity:Entity {id: id})
OPTIONAL MATCH (judged:Judged {id: id})
OPTIONAL MATCH (document:Document {id: id})
RETURN id, coalesce(judged.name, judged.given, entity.name, document.title) AS name,
       coalesce(judged.canonical, id) AS canonical
