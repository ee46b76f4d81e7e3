// Lines of the ledger, the last one first: all of them, or those about one id
MATCH (judgement:Judgement)
WHERE judgement.place > 0 AND ($subject IS NULL OR $subject IN judgement.subject)
RETURN judgement {.*} AS judgement
ORDER BY judgement.place DESC
LIMIT $limit
