// Take out edges of one relation that no claim supports any more
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})-[edge:__RELATION__]->(target:Entity {id: row.target})
DELETE edge
