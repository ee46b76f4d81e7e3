"""From a Document to its mentions, entities, claims and rejections.

In the order in which a text goes through them, `extractor` leading the way:

many       careful: one failing document doesn't stop the others; workers: processes that read side by side;
           version: what all of it is called, so that texts are read anew after an upgrade
parse      readable: what isn't English (language) or text at all is passed over; nlp, mending: spaCy's parse, put
           right; words: the same as plain lists
names      mentions (lexicon; homonyms: told apart by context), designations, organisations, persons, recognised (spaCy): the finders;
           spans settles who wins; headed, called and repeats add to them, trimming cuts; names asks them all;
           metonyms: capitals as places or governments
mentions   organs, units, nominals, appositions, coreference (with salience, clauses, pronouns): the nouns and
           pronouns that stand for names, each written into the draft; annotate asks them all -> annotation
sentences  sentences: words that point at each other; subjects, steps, phrases: ways from word to word; frames: a
           cue's ways by name; vocabulary: the word lists that they need
relations  table: rules/*.yml, checked; cues: which words set rules off; arguments: which mentions stand at the ends;
           alone: the only state a text is about; match: rules over a sentence -> bindings and refusals
learnt     learnt: what annotated news taught, beside the rules -> how sure a binding is, and bindings of its own
claims     modality: how firmly; attribution: who says so; roles (with amounts, dates, times): how many, how much,
           when; claims: all of it put together -> Claim or Rejection
"""
