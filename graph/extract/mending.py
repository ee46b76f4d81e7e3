"""Parses put right where small pipelines go wrong in the same way again and again; each mend says when it applies."""

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.tokens import Doc, Token

from graph.extract.vocabulary import load_vocabulary

_MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
_HELPERS = ("have", "be", "do", "get", "will", "would", "can", "could", "may", "might", "shall", "should", "must", "to")
_AFTER_TIME = ("in", "since", "by", "until", "from", "last", "this")
_ALIKE = ("control", "supply", "back", "support", "fund", "target")  # verbs that look like nouns
_Hits = NDArray[np.bool_]


def mend(doc: Doc, nlp: Language) -> None:
    """Put the parse by `nlp` right, in place: subjects after a month, plurals of numbers, gifts, lists after a clause."""
    lower, deps = _column(doc, "LOWER"), _column(doc, "DEP")
    dep = doc.vocab.strings
    for token in _at(doc, _among(doc, lower, _MONTHS)):
        _free_subject(token)
    for token in _at(doc, _among(doc, _column(doc, "SHAPE"), ("dx", "ddx"))):
        _join_plural(token)
    helpers = (deps == dep["aux"]) & ~_among(doc, _column(doc, "LEMMA"), _HELPERS)
    for token in _at(doc, helpers):
        _free_verb(token, nlp)
    for token in _at(doc, (deps == dep["compound"]) & _among(doc, lower, _ALIKE)):
        _free_noun_verb(token)
    counted = deps[1:] == dep["nummod"]
    inside = (deps[:-1] == dep["compound"]) | (deps[:-1] == dep["nmod"])
    for token in _at(doc, inside & counted):
        _free_receiver(token)
    gifts = (deps[:-1] == dep["dobj"]) & counted
    for token in _at(doc, gifts):
        _split_gift(token)
    for token in _at(doc, (deps == dep["dobj"]) & _among(doc, lower, ("which",))):
        _free_list(token)


def _column(doc: Doc, attribute: str) -> NDArray[np.uint64]:
    return np.asarray(doc.to_array(attribute), dtype=np.uint64)


def _among(doc: Doc, values: NDArray[np.uint64], words: tuple[str, ...]) -> _Hits:
    wanted = np.array([doc.vocab.strings[word] for word in words], dtype=np.uint64)
    return np.isin(values, wanted)


def _at(doc: Doc, hits: _Hits) -> list[Token]:
    return [doc[int(index)] for index in np.flatnonzero(hits)]


def _hang(token: Token, head: Token, dep: str) -> None:
    token.head = head
    token.dep_ = dep


def _children(token: Token, *deps: str) -> list[Token]:
    return [child for child in token.children if child.dep_ in deps]


def _free_subject(month: Token) -> None:
    """ "In April Poland ordered": the name isn't part of the date, it is who ordered."""
    name = month.head
    over = name.head
    verb = over.head
    if month.dep_ != "compound" or name.dep_ != "pobj" or over.lower_ not in _AFTER_TIME or verb.i < name.i:
        return
    if verb.pos_ not in ("VERB", "AUX") or _children(verb, "nsubj", "nsubjpass") or name.pos_ != "PROPN":
        return
    passive = bool(_children(verb, "auxpass"))
    _hang(month, over, "pobj")
    _hang(name, verb, "nsubjpass" if passive else "nsubj")


def _join_plural(number: Token) -> None:
    """ "14 Challenger 2s": the number with its s ends the name, whatever the parser makes of it."""
    before = number.nbor(-1) if number.i else number
    if before.pos_ != "PROPN" or before.sent_start == 1 or before.i == number.i:
        return
    number.pos_, number.tag_ = "PROPN", "NNPS"
    if number.dep_ in ("ccomp", "xcomp", "advcl"):
        number.dep_ = "dobj"
    if before.head == number:
        before.dep_ = "compound"
        for child in _children(before, "nummod"):
            child.head = number


def _free_verb(verb: Token, nlp: Language) -> None:
    """ "received refurbished tanks": the first is the verb, the second describes what was received."""
    described = verb.head
    things = _children(described, "dobj")
    if verb.tag_ not in ("VBD", "VBZ", "VBP") or described.i != verb.i + 1 or described.tag_ != "VBN" or not things:
        return
    top, dep = described.head, described.dep_
    others = [child for child in described.children if child not in (verb, things[0])]
    _hang(verb, verb if top == described else top, dep)
    verb.pos_ = "VERB"
    _repair_lemma(verb, nlp)
    for child in (*others, things[0]):
        child.head = verb
    _hang(described, things[0], "amod")
    described.pos_, described.tag_ = "ADJ", "JJ"


def _free_noun_verb(noun: Token) -> None:
    """ "The rebels control Aleppo", read as a name without a verb: the word between the two names is the verb."""
    target = noun.head
    actor = noun.nbor(-1) if noun.i else noun
    if target.dep_ != "ROOT" or target.pos_ != "PROPN" or target.i < noun.i or not actor.text.endswith("s"):
        return
    if actor.dep_ != "compound" or actor.head not in (noun, target) or actor.pos_ not in ("PROPN", "NOUN"):
        return
    for child in [child for child in target.children if child.i < noun.i and child != actor]:
        child.head = actor
    noun.pos_, noun.tag_, noun.lemma_ = "VERB", "VBP", noun.lower_
    _hang(noun, noun, "ROOT")
    _hang(actor, noun, "nsubj")
    _hang(target, noun, "dobj")


def _repair_lemma(token: Token, nlp: Language) -> None:
    """Ask again for the lemma, now that the part of speech is another one."""
    lemmatize = getattr(nlp.get_pipe("lemmatizer"), "lemmatize", None) if nlp.has_pipe("lemmatizer") else None
    if lemmatize is not None:
        token.lemma_ = lemmatize(token)[0]


def _free_receiver(name: Token) -> None:
    """ "promised Chile 14 tanks": the name right after the verb says to whom, and isn't part of what is given."""
    verb, given, number = name.nbor(-1) if name.i else name, name.head, name.nbor(1)
    while given.dep_ in ("compound", "nmod") and given.i > name.i:
        given = given.head
    if name.pos_ != "PROPN" or given.dep_ != "dobj" or given.head != verb or number.pos_ != "NUM":
        return
    if verb.lemma_ in load_vocabulary().giving:
        _hang(name, verb, "dative")
        number.head = given


def _split_gift(receiver: Token) -> None:
    """ "send Ukraine 14 of its tanks": Ukraine is sent something, and isn't fourteen."""
    number = receiver.nbor(1)
    if receiver.pos_ != "PROPN" or number.head != receiver or number.pos_ != "NUM":
        return
    receiver.dep_ = "dative"
    _hang(number, receiver.head, "dobj")


def _free_list(which: Token) -> None:
    """ "Under the pact, which Ghana drew up, A, B and C agreed": A and B agreed too, and were not drawn up."""
    verb = which.head
    listed = [child for child in _children(verb, "dobj") if child.i > verb.i]
    later = [child for child in _children(verb, "conj") if listed and child.i > listed[0].i]
    if verb.dep_ != "relcl" or not later or listed[0].nbor(-1).text != ",":
        return
    subjects = _children(later[0], "nsubj")
    if not subjects:
        return
    last = listed[0]
    while found := _children(last, "conj"):
        last = found[-1]
    _hang(listed[0], later[0], "nsubj")
    _hang(subjects[0], last, "conj")
