// Take out the edges of one relation that no claim supports any more
UNWIND $edges AS row
MATCH (source:Entity {id: row.source})-[edge:__RELATION__]->(target:Entity {id: row.target})
WHERE NOT EXISTS { (:Claim {edge: row.id}) }
DELETE edge
