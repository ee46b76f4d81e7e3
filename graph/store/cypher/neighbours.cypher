// Who an entity has edges with, best supported first, then most recent
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-(other:Entity)
WHERE __EDGE_MAY_PASS__ AND __OTHER_PASSES__
  AND ($direction = 'both' OR ($direction = 'out') = (startNode(edge) = entity) OR type(edge) IN $symmetric)
WITH other, sum(edge.claims) AS claims, max(coalesce(edge.last, date('0001-01-01'))) AS last
ORDER BY claims DESC, last DESC, other.id
WITH collect(other.id) AS found
WITH [id IN found WHERE NOT id IN $exclude] AS found
RETURN size(found) AS total, found[..$limit] AS ids
