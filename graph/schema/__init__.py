"""What can be said: entity types, relations and modalities, as declarative files."""
