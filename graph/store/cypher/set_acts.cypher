// Say of which act claims are
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim.act = row.act
