// How many nodes have the label
MATCH (node:__LABEL__)
RETURN count(node) AS number
