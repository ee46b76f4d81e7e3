// Which properties are looked up in an index
SHOW INDEXES YIELD name, type, labelsOrTypes, properties, owningConstraint
WHERE properties IS NOT NULL
RETURN name, type, labelsOrTypes AS labels, properties, owningConstraint IS NOT NULL AS unique
ORDER BY name
