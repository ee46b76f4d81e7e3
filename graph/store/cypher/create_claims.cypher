// Store claims with both their ends and their document; `as` is what the text names where that was judged to be another
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
MATCH (source:Entity {id: row.source})
MATCH (target:Entity {id: row.target})
CREATE (claim:Claim)-[:IN]->(document)
CREATE (claim)-[:SOURCE {as: row.source_as}]->(source)
CREATE (claim)-[:TARGET {as: row.target_as}]->(target)
SET claim = row.properties
