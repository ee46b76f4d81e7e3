"""The drawn graph: entities and relations in, what the reader did with them out."""
