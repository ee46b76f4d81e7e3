// How much of what the lexicon knows is drawn
RETURN COUNT { ()-[:KNOWN]->() } AS known
