// The nodes at the ends of relationships that came without them
MATCH (node)
WHERE elementId(node) IN $ids
RETURN node
