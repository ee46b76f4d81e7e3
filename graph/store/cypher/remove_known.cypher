// Take out what the lexicon knows
MATCH ()-[known:KNOWN]->()
DELETE known
RETURN count(known) AS known
