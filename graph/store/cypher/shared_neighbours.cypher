// Entities that two others both have edges with
MATCH (:Entity {id: $left})-[:__RELATIONS__]-(other:Entity)
WITH DISTINCT other
WHERE EXISTS { (other)-[:__RELATIONS__]-(:Entity {id: $right}) }
RETURN other.id AS id
ORDER BY id
LIMIT $limit
