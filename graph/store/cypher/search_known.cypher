// Entities by their ids, or what these were judged to be, with how much there is about each
UNWIND $ids AS asked
OPTIONAL MATCH (judged:Judged {id: asked})
MATCH (entity:Entity {id: coalesce(judged.canonical, asked)})
RETURN asked, entity.id AS id, entity.type AS type,
  [name IN [entity.name] + coalesce(entity.aliases, []) | left(name, $longest)] AS names,
  COUNT { (entity)<-[:SOURCE|TARGET]-() } AS claims, COUNT { (entity)<-[:MENTIONS]-() } AS documents
