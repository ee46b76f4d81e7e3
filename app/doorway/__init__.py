"""Presses of doors inside HTML cards, brought to the page's server."""
