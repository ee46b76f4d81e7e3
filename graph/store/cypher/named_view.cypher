// A saved view by its name
MATCH (named:NamedView {key: $key})
RETURN named {.*} AS named
