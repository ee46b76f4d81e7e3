// Judgements by id, whether they stand or not
MATCH (judgement:Judgement)
WHERE judgement.id IN $ids
RETURN judgement {.*} AS judgement
