// Claims with their ends, for a verdict on them
UNWIND $ids AS id
MATCH (claim:Claim {id: id})
MATCH (claim)-[:SOURCE]->(source:Entity)
MATCH (claim)-[:TARGET]->(target:Entity)
RETURN claim {.id, .edge, .relation, .modality, .as_relation, .as_modality, source: source.id, target: target.id} AS claim
