// How is the state $id (such as MAR) tied to others?
MATCH (state:State {id: $id})-[edge:ALLIES_WITH|NORMALIZES|OPPOSES|SUPPORTS|SANCTIONS|ATTACKS]-(other:Entity)
RETURN state, edge, other, type(edge) AS relation, edge.modality AS modality, edge.claims AS claims
ORDER BY relation, other.name
