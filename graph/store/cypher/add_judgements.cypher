// Add lines to the ledger
UNWIND $rows AS row
CREATE (judgement:Judgement)
SET judgement = row
