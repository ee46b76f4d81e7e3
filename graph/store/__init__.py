"""The store: claims kept in a real Neo4j, on this machine or yours, written and read through one driver."""
