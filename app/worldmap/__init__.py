"""The map of the world: states in their places, and what they do to each other as arcs between them."""
