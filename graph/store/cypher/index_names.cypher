// The indexes of the store, those of its constraints among them
SHOW INDEXES YIELD name
RETURN name
