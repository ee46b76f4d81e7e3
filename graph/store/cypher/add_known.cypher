// Draw what the lexicon knows between entities that texts speak of; `as_source` and `as_target` are what judgements moved
UNWIND $rows AS row
OPTIONAL MATCH (judged_source:Judged {id: row.source})
OPTIONAL MATCH (judged_target:Judged {id: row.target})
WITH row, coalesce(judged_source.canonical, row.source) AS from, coalesce(judged_target.canonical, row.target) AS to
MATCH (source:Entity {id: from})
MATCH (target:Entity {id: to})
MERGE (source)-[known:KNOWN {relation: row.relation, sentence: row.properties.sentence}]->(target)
SET known = row.properties, known.as_source = nullIf(row.source, from), known.as_target = nullIf(row.target, to)
RETURN count(known) AS known
