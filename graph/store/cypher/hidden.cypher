// How many neighbours of each drawn entity are not drawn
MATCH (entity:Entity)-[edge:__RELATIONS__]-(other:Entity)
WHERE entity.id IN $ids AND NOT other.id IN $ids AND __OTHER_PASSES__ AND __EDGE_MAY_PASS__
RETURN entity.id AS id, count(DISTINCT other) AS hidden
