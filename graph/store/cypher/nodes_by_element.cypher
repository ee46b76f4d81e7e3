// The nodes at the ends of relationships that came without them
UNWIND $ids AS id
MATCH (node)
WHERE elementId(node) = id
RETURN node
