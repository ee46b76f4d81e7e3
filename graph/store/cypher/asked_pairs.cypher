// How much is claimed between whom
RETURN who.name AS who, claim.relation AS relation, whom.name AS whom, count(*) AS claims,
  count(DISTINCT document) AS documents, max(claim.reported_on) AS latest, who.id AS who_id, whom.id AS whom_id
ORDER BY claims DESC, latest DESC, who_id, relation, whom_id
