// All edges that claims stand behind
MATCH (claim:Claim)
WHERE claim.edge IS NOT NULL
RETURN DISTINCT claim.edge AS edge
