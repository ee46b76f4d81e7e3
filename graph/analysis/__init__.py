"""Numbers and pictures computed from a view of the store: claims in, no store behind it."""
