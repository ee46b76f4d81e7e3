// What people judged and what follows from it, as it stands
MATCH (node:Judgement|Judged|Tally)
RETURN elementId(node) AS key, labels(node) AS labels, properties(node) AS said
