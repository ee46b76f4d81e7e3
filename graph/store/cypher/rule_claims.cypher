// Make claims say what was judged of them
UNWIND $rows AS row
MATCH (claim:Claim {id: row.id})
SET claim += row.properties
