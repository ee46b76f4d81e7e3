// The documents that mention an entity, newest first, with how many claims about it each makes
MATCH (entity:Entity {id: $id})<-[:MENTIONS]-(document:Document)
WITH DISTINCT entity, document
ORDER BY coalesce(document.published, date('0001-01-01')) DESC, document.id
SKIP $skip LIMIT $limit
RETURN document {.id, .title, .publisher, .author, .published, .url, .source} AS document,
  COUNT { MATCH (document)<-[:IN]-(claim:Claim)-[:SOURCE|TARGET]->(entity) WHERE claim.edge IS NOT NULL RETURN DISTINCT claim } AS claims
