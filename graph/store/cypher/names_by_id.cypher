// What entities are called, those that judgements put together with others included
UNWIND $ids AS id
OPTIONAL MATCH (entity:Entity {id: id})
OPTIONAL MATCH (judged:Judged {id: id})
RETURN id, coalesce(judged.name, judged.given, entity.name) AS name, coalesce(judged.canonical, id) AS canonical
