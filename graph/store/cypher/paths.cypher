// The shortest paths between two entities, nearest first
MATCH (left:Entity {id: $left}), (right:Entity {id: $right})
MATCH path = SHORTEST 200 (left) (
  (before:Entity)-[edge:__RELATIONS__]-(other:Entity)
  WHERE __EDGE_MAY_PASS__ AND __STEP_PASSES__ AND NOT elementId(edge) IN $refused AND NOT other.id IN $avoid
    AND (other.id = $right OR __OTHER_PASSES__ AND ($generic OR coalesce(other.generic, false) = false))
){1,__LONGEST__} (right)
RETURN [node IN nodes(path) | node.id] AS ids
ORDER BY size(ids), ids
