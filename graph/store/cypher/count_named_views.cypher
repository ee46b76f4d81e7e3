// How many views were saved, and how many of these have the words
MATCH (named:NamedView)
RETURN count(named) AS total,
  sum(CASE WHEN toLower(named.name) CONTAINS $words OR toLower(coalesce(named.note, '')) CONTAINS $words THEN 1 ELSE 0 END) AS fitting
