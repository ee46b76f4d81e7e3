"""Who acts in the clauses around a word: its own clause's subject, the governing one's, and the last sentence's."""

from graph.extract.words import Words

_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")
_TOP = 12


def own_subject(words: Words, token: int) -> int | None:
    """The subject of the clause that the word stands in, or None; for the subject itself that is the word."""
    verb = _verb_above(words, token)
    return words.child(verb, *_SUBJECTS) if verb is not None else None


def governing_subject(words: Words, token: int) -> int | None:
    """The subject of the nearest clause above the one that the word stands in, or None."""
    verb = _verb_above(words, token)
    below = verb
    while verb is not None:
        verb = _verb_above(words, verb)
        subject = words.child(verb, *_SUBJECTS) if verb is not None else None
        if subject is not None and not _is_within(words, below, subject):
            return subject
    return None


def main_subject(words: Words, sentence: int, before: int) -> int | None:
    """The subject of the main clause of an earlier sentence, looked for backwards from the token `before`."""
    for token in range(before, -1, -1):
        if words.sentences[token] < sentence:
            return None
        if words.sentences[token] == sentence and words.heads[token] == token:
            return words.child(token, *_SUBJECTS)
    return None


def _is_within(words: Words, token: int | None, phrase: int) -> bool:
    """Whether the token hangs below the noun, as a clause about it does: "the rebels it backs"."""
    while token is not None and token != phrase:
        token = words.heads[token] if words.heads[token] != token else None
    return token is not None


def _verb_above(words: Words, token: int) -> int | None:
    for _ in range(_TOP):
        over = words.heads[token]
        if over == token:
            return None
        if words.tags[over] in _VERBS:
            return over
        token = over
    return None
