// Keep what the ledger says of ids where an ingest finds it
UNWIND $rows AS row
MERGE (judged:Judged {id: row.id})
SET judged = row
