"""Extractions and graphs in other shapes, for other programs."""
