// What the lexicon knows of these entities: where it is drawn, and between which ids it holds
MATCH (entity:Entity)-[known:KNOWN]-()
WHERE entity.id IN $ids
WITH DISTINCT known, startNode(known).id AS source, endNode(known).id AS target
RETURN elementId(known) AS known, source, target,
  coalesce(known.as_source, source) AS said_source, coalesce(known.as_target, target) AS said_target
