// How many edges of one relation there are
MATCH ()-[edge:__RELATION__]->()
RETURN count(edge) AS edges
