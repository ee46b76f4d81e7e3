"""The query editor: Cypher with its colours, what could come next, and where it is wrong."""
