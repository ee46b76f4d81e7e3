"""The names in a text: every finder asked, the overlaps settled, short forms led to the full ones."""

import re

from spacy.tokens import Doc

from graph.extract.called import find_called
from graph.extract.designations import find_designations
from graph.extract.draft import Draft
from graph.extract.headed import find_headed
from graph.extract.mentions import find_known
from graph.extract.organisations import find_organisations
from graph.extract.persons import find_titled
from graph.extract.recognised import find_recognised
from graph.extract.repeats import find_repeats
from graph.extract.spans import Candidate, settle
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon
from graph.records import Entity

LONGEST = 150  # characters: longer runs of capitals are headlines or noise, and no name
_HULL = re.compile(r" ?\([A-Z]{1,5}[ -]?\d+\)$")


def find_names(doc: Doc, words: Words, lexicon: Lexicon) -> list[Candidate]:
    """The names in the document, in text order, none overlapping another."""
    finders = (
        find_known(words, lexicon),
        find_designations(words, lexicon),
        find_organisations(words, lexicon),
        find_titled(words, lexicon),
        find_recognised(doc, words, lexicon),
    )
    ignored = lexicon.doubtful.ignored
    candidates = [name for found in finders for name in found if name.end - name.start <= LONGEST]
    settled = [name for name in settle(candidates) if name.text not in ignored]
    return find_repeats(find_called(find_headed(settled, words, lexicon), words, lexicon), words, lexicon)


def mention_names(draft: Draft, names: list[Candidate]) -> None:
    """Link each name to its entity and write it down."""
    for name in names:
        entity = _entity(draft, name)
        tokens = draft.words.covering(name.start, name.end)
        prefix = _navy(draft, name, entity, tokens) or _maker(draft, name, entity, tokens)
        draft.mention((name.start, name.end), entity, name.how, tokens[1:] if prefix else tokens, sense=name.sense)


def _entity(draft: Draft, name: Candidate) -> Entity:
    if name.entry:
        return draft.linker.known(name.entry)
    return draft.linker.link(name.type, _HULL.sub("", name.text), name.family)


def _navy(draft: Draft, name: Candidate, entity: Entity, tokens: range) -> bool:
    """Whether the name is a ship's with a prefix: the prefix then stands for the state whose navy it belongs to."""
    prefix = name.text.split(" ", 1)[0]
    country = draft.lexicon.titles.ship_prefixes.get(prefix) if entity.type == "System" else None
    if country is None or len(tokens) < 2:
        return False
    state = draft.linker.known(draft.lexicon.entries[country])
    draft.mention((name.start, name.start + len(prefix)), state, "designation", tokens[:1], sense="navy")
    return True


def _maker(draft: Draft, name: Candidate, entity: Entity, tokens: range) -> bool:
    """Whether a system's name begins with its maker's ("Sukhoi Su-35"): the first word then stands for the firm."""
    known = draft.lexicon.surfaces.get(name.text.split(" ", 1)[0].lower()) if entity.type == "System" else None
    if known is None or known.doubtful or known.entry.type != "Firm" or len(tokens) < 2:
        return False
    end = name.start + len(known.text)
    draft.mention((name.start, end), draft.linker.known(known.entry), "lexicon", tokens[:1])
    return True
