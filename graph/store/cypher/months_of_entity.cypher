// How many claims about an entity were reported in each month, and how many on no known day
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET]-(claim:Claim)
WHERE claim.edge IS NOT NULL
WITH DISTINCT claim
RETURN claim.reported_on.year AS year, claim.reported_on.month AS month, count(*) AS claims
ORDER BY year, month
