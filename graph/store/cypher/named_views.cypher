// Saved views, the one changed last first
MATCH (named:NamedView)
RETURN named {.*} AS named
ORDER BY named.changed DESC, named.key
LIMIT $limit
