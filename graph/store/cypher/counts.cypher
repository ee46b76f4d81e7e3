// How much the store holds
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
    MATCH (claim:Claim)
    WITH claim.relation AS relation, claim.modality AS modality, count(*) AS number
    RETURN [relation, modality, number]
  } AS claims
