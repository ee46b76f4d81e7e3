// The last line of the ledger
MATCH (judgement:Judgement)
WHERE judgement.place > 0
RETURN judgement.place AS place
ORDER BY place DESC
LIMIT 1
