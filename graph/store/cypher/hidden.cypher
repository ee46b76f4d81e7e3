// How many neighbours of each drawn entity are not drawn
MATCH (entity:Entity)-[edge:__RELATIONS__]-(other:Entity)
WHERE entity.id IN $ids AND NOT other.id IN $ids
  AND ($types IS NULL OR other.type IN $types)
  AND ($relations IS NULL OR type(edge) IN $relations) AND ($modalities IS NULL OR edge.modality IN $modalities)
  AND ($min_confidence IS NULL OR edge.confidence >= $min_confidence)
RETURN entity.id AS id, count(DISTINCT other) AS hidden
