// How many claims there are of each day that pass what is asked of all but the days
WITH claim, document, __MISSES__ AS misses
WHERE all(missed IN misses WHERE missed IN $apart)
WITH claim.edge AS edge, collect(claim) AS told, count(DISTINCT document) AS documents
WHERE documents >= $min_documents
UNWIND told AS claim
WITH CASE $clock WHEN 'known' THEN claim.reported_on ELSE claim.event_start END AS first,
  CASE $clock WHEN 'known' THEN claim.reported_on ELSE claim.event_end END AS last
RETURN first, last, count(*) AS claims
ORDER BY coalesce(first, last), last
