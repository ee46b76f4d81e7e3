"""How well claims agree with what careful readers found in the same texts."""
