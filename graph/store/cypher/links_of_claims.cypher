// The links of one kind that these claims have
UNWIND $ids AS id
MATCH (claim:Claim {id: id})-[link:__LINK__]->(entity:Entity)
RETURN elementId(link) AS link, coalesce(link.as, entity.id) AS said, claim.id AS from, entity.id AS entity,
  [(claim)-[:IN]->(document:Document) | document.id][0] AS document
