"""The state that a document is at home in: whose president "the president" is, where no other state is named."""

from graph.extract.annotation import Annotation
from graph.records import Mention

OFTEN = 2  # a state named once may be anyone's
PREPOSITIONS = frozenset({"prep", "agent", "dative"})
ABROAD = frozenset({"visit", "counterpart", "trip"})


def find_lone_state(annotation: Annotation) -> Mention | None:
    """A mention of the only state that the document names, where it names it often, and not as somewhere to go."""
    states = [mention for mention in annotation.mentions if annotation.entities[mention.entity].type == "State"]
    if len(states) < OFTEN or len({mention.entity for mention in states}) > 1:
        return None
    if any(token.lemma_.lower() in ABROAD for token in annotation.doc):
        return None
    return next((mention for mention in states if not _is_place(mention, annotation)), None)


def _is_place(mention: Mention, annotation: Annotation) -> bool:
    """Whether the state stands after a preposition: "in Peru"."""
    span = annotation.doc.char_span(mention.start, mention.end, alignment_mode="expand")
    root = span.root if span is not None else None
    return root is not None and root.dep_ == "pobj" and root.head.dep_ in PREPOSITIONS
