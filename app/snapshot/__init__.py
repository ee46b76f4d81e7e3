"""Buttons that save the canvas as it is painted, as a PNG file: the browser alone can do that."""
