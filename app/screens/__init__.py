"""The pages of the app; each is layout, the work is done elsewhere."""
