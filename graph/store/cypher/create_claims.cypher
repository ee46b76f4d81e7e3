// Store claims with both their ends and their document
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (claim:Claim)-[:IN]->(document)
CREATE (claim)-[:SOURCE]->(source)
CREATE (claim)-[:TARGET]->(target)
SET claim = row.properties
