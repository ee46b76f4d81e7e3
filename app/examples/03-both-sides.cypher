// Who supplies both sides of a rivalry?
MATCH (one:State)-[rivalry:OPPOSES|ATTACKS|SANCTIONS]-(other:State), (supplier)-[first:SUPPLIES]->(one), (supplier)-[second:SUPPLIES]->(other)
WHERE one.id < other.id AND supplier <> one AND supplier <> other
RETURN DISTINCT supplier, first, one, rivalry, second, other
