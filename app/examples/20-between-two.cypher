// By which shortest ways are $one and $other tied (ids such as MAR and RUS)?
MATCH path = allShortestPaths((one:Entity {id: $one})-[:PROCURES|SUPPLIES|OPERATES|MANUFACTURES|DEVELOPS|CO_PRODUCES|ALLIES_WITH|NORMALIZES|OPPOSES|SUPPORTS|SANCTIONS|ATTACKS|SIGNS|MEMBER_OF|BASED_IN*..4]-(other:Entity {id: $other}))
RETURN path LIMIT 25
