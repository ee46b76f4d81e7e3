// The ledger says nothing of these ids any more
MATCH (judged:Judged)
WHERE judged.id IN $ids
DELETE judged
