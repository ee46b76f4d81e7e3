// Draw what the lexicon knows between entities that texts speak of
UNWIND $rows AS row
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
MERGE (source)-[known:KNOWN {relation: row.relation}]->(target)
SET known = row.properties
RETURN count(known) AS known
