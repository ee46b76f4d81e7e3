// Entities that two others both have edges with, best supported first
MATCH (:Entity {id: $left})-[edge:__RELATIONS__]-(other:Entity)
WHERE other.id <> $right AND __EDGE_MAY_PASS__ AND __OTHER_PASSES__
WITH other, sum(edge.claims) AS mine
MATCH (other)-[edge:__RELATIONS__]-(:Entity {id: $right})
WHERE __EDGE_MAY_PASS__
WITH other, mine, sum(edge.claims) AS theirs
ORDER BY CASE WHEN mine < theirs THEN mine ELSE theirs END DESC, mine + theirs DESC, other.id
WITH collect(other.id) AS found
RETURN found[..$limit] AS ids, found[$limit..] AS further
