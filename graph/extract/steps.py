"""Steps from a word to others of its clause: what it is done to, to whom, by whom, and what follows a preposition."""

from graph.extract.sentences import Word
from graph.extract.subjects import (
    antecedent,
    conjuncts,
    grammatical_subject,
    is_passive,
    is_relative_pronoun,
    logical_subject,
    noun_holder,
)
from graph.extract.vocabulary import load_vocabulary


def phrase(word: Word, preposition: str) -> list[Word]:
    """What follows the preposition under the word, or under a neighbour that the parser hung it on."""
    own = prepositional(word, preposition)
    dated = all(noun.pos == "NUM" for noun in own)  # also where there is none: "received tanks from 2016 on"
    if not dated or preposition not in load_vocabulary().movable:
        return own
    return _moved(word, preposition) or own


def _moved(word: Word, preposition: str) -> list[Word]:
    for neighbour in _neighbours(word):
        found = prepositional(neighbour, preposition)
        if found:
            return found
    return []


def _neighbours(word: Word) -> list[Word]:
    """Where a phrase that belongs to the word may hang instead, likeliest first."""
    near = [] if not word.is_verb else [*objects(word), *second_objects(word), *recipients(word)]
    for preposition in ("of", "in", "for", "to", "from", "with", "on"):
        near.extend(prepositional(word, preposition))
    near.extend(clause for noun in list(near) for clause in noun.having("acl"))
    near.extend(inner for noun in list(near) for inner in prepositional(noun, "of") + prepositional(noun, "for"))
    if not word.is_verb and word.dep in ("dobj", "nsubjpass", "attr", "oprd") and word.head is not None:
        near.append(word.head)
    if word.dep == "xcomp" and word.head is not None and word.head.is_verb:
        near.append(word.head)
    return near


def prepositional(word: Word, preposition: str) -> list[Word]:
    """What follows the preposition under this very word, with what is joined to it by "and"."""
    found: list[Word] = []
    for phrase in word.children:
        if phrase.lower == "according":
            continue  # "to" whom is who says so
        if phrase.dep in ("prep", "dative", "agent") and phrase.pos not in ("NOUN", "PROPN", "PRON"):
            found.extend(_objects_of(phrase, preposition))
    return found


def _objects_of(phrase: Word, preposition: str) -> list[Word]:
    found: list[Word] = []
    if phrase.lower == preposition:
        found = [word for noun in phrase.having("pobj") for word in conjuncts(noun)]
        found += [word for word in phrase.having("pcomp") if word.is_noun]
    for inner in phrase.having("prep", "conj"):
        if phrase.lower == preposition and inner.lower == "with":  # "along with"
            found.extend(_objects_of(inner, "with"))
        elif inner.pos in ("ADP", "SCONJ", "VERB"):
            found.extend(_objects_of(inner, preposition))
    return found


def objects(word: Word) -> list[Word]:
    """What the verb is done to: the subject of a passive, the head of a reduced relative, else the direct object."""
    if not word.is_verb and word.pos != "ADJ":
        return []
    return _passive_objects(word) if is_passive(word) else _active_objects(word)


def _passive_objects(word: Word) -> list[Word]:
    subjects = word.having("nsubjpass")
    if subjects:
        return [found for subject in subjects for found in _resolved(subject, word)]
    if word.head is None:
        return []
    if word.dep in ("acl", "amod", "relcl"):
        return [word.head]
    return grammatical_subject(word.head) if word.dep in ("conj", "advcl", "dep", "xcomp") else []


def _active_objects(word: Word) -> list[Word]:
    found = [noun for child in word.having("dobj", "attr", "oprd") for noun in _resolved(child, word)]
    if found:
        return found
    return _gap(word) or _shared(word) or _mistagged(word)


def _resolved(child: Word, verb: Word) -> list[Word]:
    return antecedent(verb) if is_relative_pronoun(child) else conjuncts(child)


def _gap(word: Word) -> list[Word]:
    """The object that a relative clause leaves out: "the jets it ordered"."""
    clause = word
    if clause.dep in ("xcomp", "conj") and clause.head is not None and clause.head.dep == "relcl":
        clause = clause.head
    if clause.dep != "relcl" or clause.head is None or word.having("ccomp", "xcomp", "dobj"):
        return []
    subjects = clause.having("nsubj", "nsubjpass")
    return [clause.head] if subjects and not any(is_relative_pronoun(subject) for subject in subjects) else []


def _mistagged(word: Word) -> list[Word]:
    """A name right after the verb that the parser takes for an adverb: "captured Bakhmut"."""
    return [child for child in word.having("advmod") if child.index == word.index + 1 and child.text[:1].isupper()]


def _shared(word: Word) -> list[Word]:
    """The object of the next verb, where two share one: "build and deliver frigates"."""
    for other in word.having("conj"):
        if other.is_verb and not other.having("nsubj") and other.index - word.index <= 4:
            return [noun for child in other.having("dobj") for noun in conjuncts(child)]
    return []


def second_objects(word: Word) -> list[Word]:
    """What somebody was given, in a passive: "Baykar was awarded a contract"."""
    if not is_passive(word):
        return []
    return [noun for child in word.having("dobj", "oprd") for noun in conjuncts(child)]


def recipients(word: Word) -> list[Word]:
    """To whom: "gave Kyiv 50 vehicles", also where the parser takes the name for part of the next noun."""
    found = [
        noun for child in word.having("dative") if child.pos in ("NOUN", "PROPN", "PRON") for noun in conjuncts(child)
    ]
    if found or word.lemma not in load_vocabulary().giving:
        return found
    return [
        part for child in word.having("dobj") for part in child.having("compound", "nmod") if _stands_apart(part, word)
    ]


def _stands_apart(part: Word, verb: Word) -> bool:
    if part.index == verb.index + 1 and part.pos == "PROPN" and not prepositional(verb, "to"):
        return True
    follower = part.head.children if part.head is not None else []
    return part.pos == "PROPN" and any(word.index == part.index + 1 and word.pos in ("NUM", "DET") for word in follower)


def owners(word: Word) -> list[Word]:
    """Whose it is: possessors first, then names and adjectives before the noun ("Russia's", "Russian")."""
    possessors = [noun for child in word.having("poss") for noun in conjuncts(child)]
    modifiers = [noun for child in word.having("amod", "compound", "nmod") for noun in conjuncts(child)]
    deeper = [noun for part in modifiers if part.is_noun for noun in part.having("amod", "compound", "nmod", "poss")]
    return possessors + [noun for noun in modifiers + deeper if noun.text[:1].isupper() or noun.pos == "NOUN"]


def possessors(word: Word) -> list[Word]:
    """Whose it is said to be: "Russia" of "Russia's fleet"."""
    return [noun for child in word.having("poss") for noun in conjuncts(child)]


def clause(word: Word) -> list[Word]:
    """The nearest verb above."""
    return next(([above] for above in word.ancestors() if above.is_verb), [])


def governors(word: Word) -> list[Word]:
    """What stands above it in its clause: the nouns and prepositions on the way, and the verb."""
    found: list[Word] = []
    for above in word.ancestors():
        found.append(above)
        if above.is_verb:
            break
    return found


def noun_above(word: Word) -> list[Word]:
    """The nouns that a clause or a modifier says something about."""
    if word.dep in ("acl", "relcl", "amod", "compound", "nmod", "advmod", "prep", "pobj") and word.head is not None:
        return next((conjuncts(above) for above in [word.head, *word.head.ancestors()] if above.is_noun), [])
    return []


def appositions(word: Word) -> list[Word]:
    """What the word is equated with: between commas, or by "is"."""
    found = [noun for child in word.having("appos") for noun in conjuncts(child)]
    if word.dep == "appos" and word.head is not None:
        found.append(word.head)
    if word.dep == "attr" and word.head is not None:
        found.extend(grammatical_subject(word.head))
    return found


def compounded(word: Word) -> list[Word]:
    """The name that a describing noun stands before: "firm Baykar", "President Putin"."""
    named = word.dep in ("compound", "nmod") and word.head is not None
    return [word.head] if named and word.head is not None else []


def parts(word: Word) -> list[Word]:
    """The words before a noun that belong to it."""
    return [noun for child in word.having("compound", "nmod", "amod") for noun in conjuncts(child)]


def involved(word: Word) -> list[Word]:
    """What follows "involving" or "including"."""
    verbs = [child for child in word.having("acl", "prep") if child.lower in ("involving", "including")]
    return [noun for verb in verbs for child in verb.having("dobj", "pobj") for noun in conjuncts(child)]


def complements(word: Word) -> list[Word]:
    """The clauses that complete the word: "agreed to build", "cooperate in building"."""
    found = word.having("xcomp", "ccomp", "pcomp", "advcl")
    return found + [verb for preposition in word.having("prep") for verb in preposition.having("pcomp")]


def itself(word: Word) -> list[Word]:
    """The word alone."""
    return [word]


def subject(word: Word) -> list[Word]:
    """Who does it, or whose deal it is."""
    return logical_subject(word) if word.is_verb or word.pos == "ADJ" else noun_holder(word)
