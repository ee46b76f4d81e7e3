// The judgements that stand and are about some of these entities and claims
UNWIND $ids AS id
MATCH (judgement:Judgement {left: id})
WHERE judgement.undone IS NULL AND judgement.undoes IS NULL
RETURN judgement {.*} AS judgement
UNION
UNWIND $ids AS id
MATCH (judgement:Judgement {right: id})
WHERE judgement.undone IS NULL AND judgement.undoes IS NULL
RETURN judgement {.*} AS judgement
UNION
UNWIND $ids AS id
MATCH (judgement:Judgement {claim: id})
WHERE judgement.undone IS NULL AND judgement.undoes IS NULL
RETURN judgement {.*} AS judgement
