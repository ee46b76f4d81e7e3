// How much the store holds, without the claims that were judged wrong
RETURN
  COUNT { (:Document) } AS documents,
  COUNT { (:Rejection) } AS rejections,
  COUNT { ()-[:__RELATIONS__]->() } AS edges,
  COLLECT {
    MATCH (entity:Entity)
    WITH entity.type AS type, count(*) AS number
    RETURN [type, number]
  } AS entities,
  COLLECT {
    CALL () {
      MATCH (claim:Claim)
      RETURN claim.relation AS relation, claim.modality AS modality, count(*) AS told
      UNION ALL
      MATCH (ruled:Judged {verdict: 'rejected'})
      MATCH (claim:Claim {id: ruled.id})
      RETURN claim.relation AS relation, claim.modality AS modality, -count(*) AS told
    }
    WITH relation, modality, sum(told) AS number
    WHERE number > 0
    RETURN [relation, modality, number]
  } AS claims
