// The whole ledger, in the order in which it was written
MATCH (judgement:Judgement)
RETURN judgement {.*} AS judgement
ORDER BY judgement.place
