// Wait until new indexes can answer
CALL db.awaitIndexes(300)
