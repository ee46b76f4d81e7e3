// Keep others from changing a saved view until this transaction ends
MATCH (named:NamedView {key: $key})
SET named.key = $key
