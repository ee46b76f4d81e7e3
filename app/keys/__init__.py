"""Keys that press the buttons of a page: one letter, one button."""
