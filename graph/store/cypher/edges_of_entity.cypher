// The edges of an entity, best supported first, then most recent, and who is at their other end
MATCH (entity:Entity {id: $id})-[edge:__RELATIONS__]-(other:Entity)
WITH edge, other, startNode(edge) = entity AS out
ORDER BY edge.claims DESC, coalesce(edge.last, date('0001-01-01')) DESC, other.id
LIMIT $limit
RETURN edge {.*, source: startNode(edge).id, relation: type(edge), target: endNode(edge).id} AS edge,
  other {.id, .type, .name} AS other, out
