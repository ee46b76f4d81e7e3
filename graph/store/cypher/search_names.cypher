// Entities whose names hold these words, with how much there is about each
UNWIND $probes AS probe
CALL db.index.fulltext.queryNodes('entity_names', probe.query, {limit: $reach}) YIELD node AS entity, score
RETURN probe.text AS text, entity.id AS id, entity.type AS type,
  [name IN [entity.name] + coalesce(entity.aliases, []) | left(name, $longest)] AS names,
  COUNT { (entity)<-[:SOURCE|TARGET]-() } AS claims, COUNT { (entity)<-[:MENTIONS]-() } AS documents
ORDER BY score DESC, id
