// Take out everything of one kind that was ingested
MATCH (node:__LABEL__)
CALL { WITH node DETACH DELETE node } IN TRANSACTIONS OF 500 ROWS
