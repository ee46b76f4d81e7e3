// What the ledger says of all ids that are these entities
MATCH (judged:Judged)
WHERE judged.canonical IN $ids
RETURN judged {.*} AS judged
