// The labels that nodes carry
MATCH (node)
WHERE node:Entity OR node:Claim OR node:Document OR node:Rejection OR node:Judgement OR node:Judged
UNWIND labels(node) AS label
RETURN DISTINCT label
