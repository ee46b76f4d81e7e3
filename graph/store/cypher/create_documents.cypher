// Store documents
UNWIND $rows AS row
CREATE (document:Document)
SET document = row
