// Make edges of one relation say what their claims say
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[edge:__RELATION__]->(target)
SET edge = row.properties
