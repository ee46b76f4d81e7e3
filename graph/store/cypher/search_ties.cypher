// How many edges of one relation an entity has, from it and to it
MATCH (entity:Entity {id: $id})
RETURN COUNT { (entity)-[:__RELATION__]->() } AS outgoing, COUNT { (entity)<-[:__RELATION__]-() } AS incoming
