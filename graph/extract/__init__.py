"""From a Document to its mentions, entities, claims and rejections."""
