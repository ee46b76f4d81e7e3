// How much is claimed in which month
RETURN left(toString(claim.reported_on), 7) AS month, count(*) AS claims, count(DISTINCT document) AS documents
ORDER BY month
