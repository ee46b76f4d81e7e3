// Indexes that can't be used yet
SHOW INDEXES YIELD name, state
WHERE state <> 'ONLINE'
RETURN name, state
