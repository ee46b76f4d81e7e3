"""From a name as the text writes it to the one entity that it names."""
