"""The drawn picture as tables: real HTML, so that keyboards and screen readers get all that a pointer gets."""
