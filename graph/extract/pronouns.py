""" "It", "its" and "they": led to a name only where the grammar leaves one that can be meant."""

from graph.extract.clauses import governing_subject, main_subject
from graph.extract.draft import Draft
from graph.extract.salience import History
from graph.records import Mention

ACTORS = ("State", "Firm", "Group")
_EMPTY_VERBS = frozenset(("be", "seem", "appear", "take", "happen", "turn", "remain", "become", "mean", "rain"))
_SPEECH = frozenset(
    (
        "say",
        "add",
        "announce",
        "tell",
        "state",
        "report",
        "claim",
        "confirm",
        "note",
        "warn",
        "declare",
        "hope",
        "plan",
        "believe",
    )
)
# What only states, firms and groups do, so that no thing named beside them can be meant.
_DEEDS = frozenset(
    ("order", "buy", "purchase", "procure", "acquire", "sell", "sign", "agree", "donate", "join", "ratify", "pledge")
)


def resolve_pronoun(draft: Draft, token: int, history: History) -> None:
    """Lead the pronoun to what it stands for; leave it alone where several names could be meant, or none."""
    words = draft.words
    word, dep = words.lower[token], words.deps[token]
    antecedent = None
    if word == "its" and dep == "poss":
        antecedent = _its(draft, token, history)
    elif word in ("it", "itself"):
        antecedent = _it(draft, token, history)
    elif word in ("they", "them") and dep in ("nsubjpass", "dobj"):
        antecedent = _they(draft, token, history)
    if antecedent:
        draft.refer(token, antecedent)


def _its(draft: Draft, token: int, history: History) -> Mention | None:
    found = history.salient(token, ACTORS, lambda one: not draft.entities[one.mention.entity].generic)
    return found if found and not history.rivals(found, token, ACTORS) else None


def _it(draft: Draft, token: int, history: History) -> Mention | None:
    """The subject of the clause above ("X said it would"), or of the sentence before."""
    words = draft.words
    verb = words.heads[token]
    if words.deps[token] not in ("nsubj", "nsubjpass") or words.lemmas[verb] in _EMPTY_VERBS or _is_empty(draft, token):
        return None
    over = words.heads[verb]
    if words.deps[verb] == "ccomp" and words.lemmas[over] in _SPEECH:
        subject = words.child(over, "nsubj")
        return draft.at(subject, *ACTORS) if subject is not None else None
    above = governing_subject(words, token)
    if above is not None:
        found = draft.at(above, *ACTORS) if above < token else None
        return found if found and not history.rivals(found, token, ACTORS) else None
    return _in_sentence_before(draft, token, history)


def _is_empty(draft: Draft, token: int) -> bool:
    """Whether it stands for a clause that follows: "it is expected that"."""
    words = draft.words
    clauses = [child for child in words.children[words.heads[token]] if words.deps[child] in ("ccomp", "csubj", "expl")]
    return bool(clauses) and words.deps[token] == "nsubjpass"


def _in_sentence_before(draft: Draft, token: int, history: History) -> Mention | None:
    words = draft.words
    subject = main_subject(words, words.sentences[token] - 1, token)
    found = draft.at(subject, *ACTORS) if subject is not None else None
    if found or words.lemmas[words.heads[token]] not in _DEEDS:
        return found if found and not history.rivals(found, token, ACTORS, here=True) else None
    return history.only_one(token, ACTORS)


def _they(draft: Draft, token: int, history: History) -> Mention | None:
    """Systems, where they are what is used, sent or bought."""
    return history.only_one(token, ("System",))
