// Store where documents mention entities: spans are start and end in turn
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MATCH (entity:Entity {id: row.entity})
CREATE (document)-[:MENTIONS {spans: row.spans, as: row.as}]->(entity)
