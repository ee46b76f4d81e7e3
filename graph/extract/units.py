"""Military units and services named without their country: "the 5th Fleet", "the Army", "a carrier strike group"."""

import re
from collections import Counter

from graph.extract.draft import Draft
from graph.extract.trimming import trimmed

_UNIT = re.compile(
    r"(?<![\w-])(?:(?:\d{1,3}(?:st|nd|rd|th)|[A-Z][\w.-]*) (?:(?:[A-Z][\w-]*|of|and) ){0,5})?"
    r"(?:Squadron|Wing|Battalion|Regiment|Strike Group|Air Wing|Ready Group|Expeditionary Unit|Fleet|Command|Executive Office|Brigade Combat Team"
    r"|Infantry Division|Airborne Division|Armored Division|Bomb Wing|Fighter Wing|Destroyer Squadron|Task Force)(?: \d{1,3}| [A-Z][a-z]+(?= |,|\.))?(?![\w-])"
)
_AMERICAN = re.compile(
    r"\b(?:U\.S\.|USS|USNS|Air Force Base|Marine Corps|Pentagon|Fort [A-Z]|Naval Air Station|Navy SEAL|Program Executive|Indefinite[- ]Delivery|Redstone Arsenal|Army Contracting|Joint Chiefs)"
)


def fold_units(draft: Draft) -> None:
    """Lead units to the state that the text is about: the only one it can mean, or the one named most often."""
    matches = list(_UNIT.finditer(draft.words.text))
    country = home_state(draft) if matches else None
    for match in matches if country else ():
        start = trimmed(draft.lexicon.suffixes, draft.words.text, match.start(), match.end())
        tokens = draft.words.covering(start, match.end())
        if len(tokens) > 1 and not any(token in draft.heads for token in tokens):
            state = draft.linker.known(draft.lexicon.entries[country or ""])
            draft.mention((start, match.end()), state, "suffix", tokens, sense="organ", alias=False)


def home_state(draft: Draft) -> str | None:
    """The state whose services the text speaks of without saying whose: by American ways of writing, else the one named most."""
    if _AMERICAN.search(draft.words.text):
        return "USA"
    named = Counter(mention.entity for mention in draft.mentions if mention.type == "State")
    return named.most_common(1)[0][0] if named else None
