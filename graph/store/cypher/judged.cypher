// What the ledger says of these ids
MATCH (judged:Judged)
WHERE judged.id IN $ids
RETURN judged {.*} AS judged
