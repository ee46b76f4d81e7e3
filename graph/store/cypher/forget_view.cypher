// Take a saved view's name away, if it is still as the visitor saw it; links to what it shows go on working
MATCH (named:NamedView {key: $key})
WHERE named.stamp = $seen
DETACH DELETE named
RETURN true AS gone
