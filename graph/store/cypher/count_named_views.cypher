// How many views were saved
MATCH (named:NamedView)
RETURN count(named) AS number
