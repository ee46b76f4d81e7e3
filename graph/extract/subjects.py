"""Who does it: the subject of a verb or the holder of a noun, where the grammar leaves it to be understood."""

from graph.extract.sentences import Word
from graph.extract.vocabulary import load_vocabulary

RELATIVES = frozenset({"which", "that", "who", "whom"})
JOINED = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"})
DEPTH = 12
SPEAKER_PRONOUNS = frozenset({"it", "they"})


def conjuncts(word: Word) -> list[Word]:
    """The word and those joined to it by "and", "or" or commas."""
    found: list[Word] = []
    ahead = [word]  # a loop, as a list may be longer than Python's stack is deep
    while ahead:
        found.append(ahead.pop())
        ahead += [child for child in reversed(found[-1].children) if _is_joined(child)]
    return found


def _is_joined(word: Word) -> bool:
    if word.dep != "conj":
        return False
    return word.pos in JOINED or (word.is_verb and not word.having("nsubj", "dobj", "aux"))


def is_relative_pronoun(word: Word) -> bool:
    """Whether the word points back to the noun that its clause describes."""
    return word.lower in RELATIVES and word.tag != "IN" and not word.children


def antecedent(verb: Word) -> list[Word]:
    """The noun that the relative clause around this verb describes."""
    word = verb
    while word.head is not None and word.dep in ("conj", "xcomp", "ccomp", "aux"):
        word = word.head
    return [word.head] if word.dep == "relcl" and word.head is not None else []


def is_passive(verb: Word) -> bool:
    """Whether the verb's grammatical subject is what it is done to."""
    if verb.having("nsubjpass", "auxpass", "agent"):
        return True
    if verb.tag not in ("VBN", "VBD"):
        return False
    if verb.dep in ("acl", "amod"):
        return not verb.having("nsubj", "dobj") or verb.dep == "acl"
    if verb.tag != "VBN" or verb.having("nsubj"):
        return False
    if verb.dep == "conj" and verb.head is not None:
        return verb.head.tag == "VBN" and is_passive(verb.head) and not verb.having("aux", "dobj")
    return verb.dep in ("advcl", "dep") and not verb.having("aux", "dobj")


def is_infinitive(verb: Word) -> bool:
    """Whether it is "to buy" rather than "bought"."""
    return any(child.lower == "to" and child.dep == "aux" for child in verb.children)


def logical_subject(verb: Word, depth: int = 0) -> list[Word]:
    """Who does it. For a passive that is whoever follows "by", else nobody."""
    if depth > DEPTH:
        return []
    if is_passive(verb):
        return [word for agent in verb.having("agent") for noun in agent.having("pobj") for word in conjuncts(noun)]
    own = _own_subject(verb, ("nsubj",))
    return own or _inherited(verb, depth + 1)


def grammatical_subject(verb: Word, depth: int = 0) -> list[Word]:
    """The subject as the sentence has it, passive or not: in "is expected to sign", who is expected."""
    if depth > DEPTH:
        return []
    return _own_subject(verb, ("nsubj", "nsubjpass")) or _inherited(verb, depth + 1)


def _own_subject(verb: Word, deps: tuple[str, ...]) -> list[Word]:
    found: list[Word] = []
    for subject in verb.having(*deps):
        if is_relative_pronoun(subject):
            found += antecedent(verb)
        elif subject.lower in SPEAKER_PRONOUNS and _speakers(verb):
            found += _speakers(verb)
        else:
            found += conjuncts(subject)
    return found


def _speakers(verb: Word) -> list[Word]:
    """Who "it" or "they" is in what somebody says: "the ministry said it would buy"."""
    head = verb.head
    if verb.dep != "ccomp" or head is None or head.lemma not in load_vocabulary().saying or verb.start < head.start:
        return []
    return [
        noun for subject in head.having("nsubj") for noun in conjuncts(subject) if noun.lower not in SPEAKER_PRONOUNS
    ]


def _inherited(verb: Word, depth: int) -> list[Word]:
    rule = {
        "conj": _of_joined,
        "xcomp": _of_control,
        "ccomp": _of_complement,
        "advcl": _of_adverbial,
        "pcomp": _of_preposition,
        "acl": _of_noun_clause,
        "dep": _of_governor,
        "relcl": _of_reduced_relative,
    }.get(verb.dep)
    return rule(verb, verb.head, depth) if rule and verb.head is not None else []


def _of_joined(verb: Word, head: Word, depth: int) -> list[Word]:
    if not head.is_verb:
        return []
    if is_passive(head) or is_passive(verb):
        return grammatical_subject(head, depth)
    return logical_subject(head, depth) or grammatical_subject(head, depth)


def _of_control(verb: Word, head: Word, depth: int) -> list[Word]:
    if head.pos == "ADJ":
        return grammatical_subject(head.head, depth) if head.head is not None else []
    if not head.is_verb:
        return []
    objects = head.having("dobj") or _called_on(head)
    if objects and head.lemma in load_vocabulary().object_control:
        return conjuncts(objects[0])
    return grammatical_subject(head, depth)


def _called_on(verb: Word) -> list[Word]:
    """Who is called on to do it: "called on Germany to send tanks"."""
    phrases = [phrase for phrase in verb.having("prep") if phrase.lower in ("on", "upon", "for")]
    return [noun for phrase in phrases for noun in phrase.having("pobj")] if verb.lemma == "call" else []


def _of_complement(verb: Word, head: Word, depth: int) -> list[Word]:
    return _of_control(verb, head, depth) if verb.tag == "VBG" or is_infinitive(verb) else []


def _of_adverbial(verb: Word, head: Word, depth: int) -> list[Word]:
    light = [noun for noun in head.having("dobj", "nsubjpass", "attr") if noun.lemma in load_vocabulary().light]
    if light and verb.has_child("to"):
        return noun_holder(light[0], depth)
    if head.pos == "ADJ":
        return grammatical_subject(head.head, depth) if head.head is not None else []
    return _of_governor(verb, head, depth)


def _of_governor(verb: Word, head: Word, depth: int) -> list[Word]:
    return grammatical_subject(head, depth) if head.is_verb else []


def _of_preposition(verb: Word, preposition: Word, depth: int) -> list[Word]:
    governor = preposition.head
    if governor is None:
        return []
    if governor.is_verb:
        objects = governor.having("dobj")
        if objects and governor.lemma in load_vocabulary().object_control and not is_passive(governor):
            return conjuncts(objects[0])
        return grammatical_subject(governor, depth)
    if governor.is_noun:
        return noun_holder(governor, depth) if governor.lemma in load_vocabulary().light else [governor]
    return grammatical_subject(governor.head, depth) if governor.head is not None and governor.head.is_verb else []


def _of_noun_clause(verb: Word, noun: Word, depth: int) -> list[Word]:
    to_clause = is_infinitive(verb)
    if to_clause and noun.lemma in load_vocabulary().light:
        return noun_holder(noun, depth)
    return conjuncts(noun) if to_clause else [noun]


def _of_reduced_relative(verb: Word, noun: Word, depth: int) -> list[Word]:
    if is_infinitive(verb):
        return _of_noun_clause(verb, noun, depth)
    return [noun] if verb.having("dobj") and noun.is_noun else []


def noun_holder(noun: Word, depth: int = 0) -> list[Word]:
    """Whose deal, plan or order it is: its possessor, those it is between, else the subject of the verb it serves."""
    if depth > DEPTH:
        return []
    owners = [word for child in noun.having("poss") for word in conjuncts(child)]
    for phrase in noun.having("prep"):
        if phrase.lower in ("between", "among", "by"):
            owners += [word for child in phrase.having("pobj") for word in conjuncts(child)]
    owners = owners or [part for part in noun.having("compound", "amod", "nmod") if part.text[:1].isupper()]
    return owners or _holder_above(noun, depth + 1)


def _holder_above(noun: Word, depth: int) -> list[Word]:
    head = noun.head
    if head is None:
        return []
    if noun.dep == "conj":
        return noun_holder(head, depth) if head.is_noun else []
    if head.lemma in load_vocabulary().attitudes:
        return []
    if noun.dep in ("dobj", "attr", "oprd", "dative") and head.is_verb:
        return grammatical_subject(head, depth) if is_passive(head) else logical_subject(head, depth)
    if noun.dep == "nsubjpass":
        return logical_subject(head, depth)
    if noun.dep == "pobj" and head.head is not None:
        above = head.head
        if above.is_noun and above.lemma in load_vocabulary().light:
            return noun_holder(above, depth)
        attends = above.lemma in load_vocabulary().attitudes
        return grammatical_subject(above, depth) if above.is_verb and not attends else []
    return []
