// Lines of the ledger, the last one first
MATCH (judgement:Judgement)
WHERE judgement.place > 0
RETURN judgement {.*} AS judgement
ORDER BY judgement.place DESC
LIMIT $limit
