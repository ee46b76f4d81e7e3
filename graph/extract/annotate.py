"""From a parsed document to its mentions and entities: names first, then the nouns and pronouns that stand for them."""

from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from graph.extract.annotation import Annotation
from graph.extract.appositions import lead_to_names
from graph.extract.coreference import resolve_references
from graph.extract.draft import Draft
from graph.extract.mending import mend
from graph.extract.metonyms import settle_capitals
from graph.extract.names import find_names, mention_names
from graph.extract.nominals import mention_classes
from graph.extract.organs import fold_organs
from graph.extract.units import fold_units
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon
from graph.records import Document, Entity, Span
from graph.resolve.linker import Linker


@dataclass(frozen=True, slots=True)
class Annotator:
    """Finds who and what a document speaks of. `doc` must be the parse of the document's text by `nlp`."""

    nlp: Language
    lexicon: Lexicon

    def annotate(self, document: Document, doc: Doc) -> Annotation:
        """The document's mentions in text order, its entities, and which word stands for which of them."""
        mend(doc, self.nlp)
        draft = Draft(Words.of(doc, document.text), self.lexicon, Linker(self.lexicon))
        names = find_names(doc, draft.words, self.lexicon)
        mention_names(draft, settle_capitals(names, draft.words, self.lexicon))
        fold_organs(draft)
        fold_units(draft)
        mention_classes(draft)
        lead_to_names(draft)
        resolve_references(draft)
        return _finished(draft, document, doc)


def _finished(draft: Draft, document: Document, doc: Doc) -> Annotation:
    mentions = sorted(draft.mentions, key=lambda mention: (mention.start, -mention.end))
    spans: dict[str, list[Span]] = {}
    for mention in mentions:
        spans.setdefault(mention.entity, []).append((mention.start, mention.end))
    entities: dict[str, Entity] = {
        key: replace(entity, mentions=tuple(dict.fromkeys(spans[key])))
        for key, entity in draft.entities.items()
        if key in spans
    }
    return Annotation(document, doc, mentions, entities, draft.heads, draft.more, draft.senses)
