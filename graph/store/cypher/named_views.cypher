// Saved views whose name or note has these words, the one changed last first
MATCH (named:NamedView)
WHERE toLower(named.name) CONTAINS $words OR toLower(coalesce(named.note, '')) CONTAINS $words
RETURN named {.*} AS named
ORDER BY named.changed DESC, named.key
LIMIT $limit
