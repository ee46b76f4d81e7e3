"""What is in the store at a glance: newest claims, ranked entities, a timeline; each line of it a door."""
