// How many relationships are of the type
MATCH ()-[link:__LINK__]->()
RETURN count(link) AS number
