// Lines of the ledger about one entity, claim or document, the last one first
CALL {
  MATCH (judgement:Judgement {left: $subject})
  RETURN judgement
  UNION
  MATCH (judgement:Judgement {right: $subject})
  RETURN judgement
  UNION
  MATCH (judgement:Judgement {claim: $subject})
  RETURN judgement
  UNION
  MATCH (judgement:Judgement {document: $subject})
  RETURN judgement
}
RETURN judgement {.*} AS judgement
ORDER BY judgement.place DESC
LIMIT $limit
