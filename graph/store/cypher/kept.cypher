// The entities that ids were judged to be, where that is another
MATCH (judged:Judged)
WHERE judged.id IN $ids AND judged.canonical <> judged.id
RETURN judged.id AS id, judged.canonical AS kept
