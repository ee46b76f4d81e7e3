// What do $one and $other (ids such as MAR and DZA) both have to do with?
MATCH (one:Entity {id: $one})-[first]-(shared:Entity)-[second]-(other:Entity {id: $other})
RETURN shared, one, first, other, second, type(first) AS with_one, type(second) AS with_other
ORDER BY shared.name, with_one, with_other
