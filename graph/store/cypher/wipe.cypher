// Take out everything that was ingested
MATCH (node:Entity|Claim|Document|Rejection)
CALL { WITH node DETACH DELETE node } IN TRANSACTIONS OF 1000 ROWS
