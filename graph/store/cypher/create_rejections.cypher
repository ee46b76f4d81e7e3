// Store what was seen in documents and did not become a claim, and why
UNWIND $rows AS row
MATCH (document:Document {id: row.document})
CREATE (rejection:Rejection)-[:IN]->(document)
SET rejection = row.properties
