// Keep the tallies of edges
UNWIND $rows AS row
MERGE (tally:Tally {edge: row.edge})
SET tally.documents = row.documents, tally.told = row.told
