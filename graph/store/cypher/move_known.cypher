// Draw what the lexicon knows between other entities, where the store holds both
UNWIND $rows AS row
MATCH ()-[known:KNOWN]->()
WHERE elementId(known) = row.known
WITH row, known, properties(known) AS said
DELETE known
WITH row, said
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (source)-[moved:KNOWN]->(target)
SET moved = said, moved.as_source = row.as_source, moved.as_target = row.as_target
