// Mark the judgements that later ones take back
UNWIND $rows AS row
MATCH (judgement:Judgement {id: row.id})
SET judgement.undone = row.undone
