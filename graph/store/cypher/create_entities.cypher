// Store entities of one type
UNWIND $rows AS row
CREATE (entity:Entity:__TYPE__)
SET entity = row
