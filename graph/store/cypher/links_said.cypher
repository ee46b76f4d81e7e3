// The links of one kind whose text names one of these entities, wherever judgements have moved them
UNWIND $ids AS id
MATCH (from)-[link:__LINK__ {as: id}]->(entity:Entity)
RETURN elementId(link) AS link, id AS said, from.id AS from, entity.id AS entity,
  CASE WHEN from:Document THEN from.id ELSE [(from)-[:IN]->(document:Document) | document.id][0] END AS document
UNION ALL
UNWIND $ids AS id
MATCH (from)-[link:__LINK__]->(entity:Entity {id: id})
WHERE link.as IS NULL
RETURN elementId(link) AS link, id AS said, from.id AS from, entity.id AS entity,
  CASE WHEN from:Document THEN from.id ELSE [(from)-[:IN]->(document:Document) | document.id][0] END AS document
