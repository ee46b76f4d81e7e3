// What is claimed, newest first
RETURN claim.reported_on AS reported_on, who.name AS who, claim.relation AS relation, whom.name AS whom,
  claim.modality AS modality, claim.sentence AS sentence, document.publisher AS publisher, document.title AS title,
  claim.id AS claim
ORDER BY reported_on DESC, claim
