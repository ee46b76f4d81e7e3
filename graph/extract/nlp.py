"""The parser: an installed spaCy pipeline, taught what news needs (co-produce is one word, paragraphs end sentences)."""

import re
from importlib import import_module
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, get_installed_models

from graph.errors import EntenteError

_ONE_WORD = re.compile(r"^co-[a-z]+$", re.IGNORECASE)
_AFTER_INITIALS = r"(?<=[A-Z]\.)[-–](?=[a-z])"  # "U.S.-made" is three words, as "Israeli-made" is
_JOINT_VERBS = ("produce", "develop", "manufacture", "design", "build", "found", "host", "finance", "fund", "sponsor")
_LEMMA_REPAIRS = {"hopes": "hope", "hoping": "hope", "hoped": "hope"}
_SHORT_LINE = 50
# "RABAT (ESW) - ", "WASHINGTON, Dec. 3, 2020 — ": where and by whom it was written, before the first sentence.
_DATELINE = re.compile(
    r"^[A-Z][A-Z.'’-]+(?:[ /,]+[A-Z][A-Z.'’-]*)*(?:,? [A-Z][a-z]+\.?)?(?:,? \d{1,2})?(?:,? \d{4})?(?: \([^()\n]{2,30}\))? ?(?:—|–|--|-) ",
    re.MULTILINE,
)


def load_nlp(model: str) -> Language:
    """The pipeline of that name, ready for news. Takes about a second: callers keep it.

    "en_core_web_sm" also finds the copy that PyPI carries under a longer name. Raises EntenteError where no installed
    pipeline fits, naming those that are.
    """
    nlp = _load(model)
    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = _ONE_WORD.match
    tokenizer.infix_finditer = compile_infix_regex([*(nlp.Defaults.infixes or []), _AFTER_INITIALS]).finditer
    nlp.tokenizer = ParagraphTokenizer(tokenizer)
    _repair_lemmas(nlp)
    return nlp


def _load(model: str) -> Language:
    installed = get_installed_models()
    fitting = [name for name in installed if name == model] or [name for name in installed if name.startswith(model)]
    try:
        if not fitting:
            return spacy.load(model)
        loaded: Language = import_module(fitting[0]).load()
        return loaded
    except (OSError, ImportError, AttributeError) as error:
        names = ", ".join(installed) or "none"
        raise EntenteError(
            f"the spaCy pipeline {model!r} can't be loaded; installed are: {names}. Install it, or name another in the settings."
        ) from error


class ParagraphTokenizer:
    """A tokenizer that starts a sentence after each paragraph and each dateline, so that no parse runs across one."""

    def __init__(self, tokenizer: Any) -> None:
        self.tokenizer = tokenizer

    def __call__(self, text: str) -> Doc:
        """The text's tokens, those that begin a paragraph or follow a dateline marked as beginning a sentence."""
        doc: Doc = self.tokenizer(text)
        for token in doc:
            if "\n" in token.text and token.i + 1 < len(doc) and _ends_paragraph(text, token.idx, token.text):
                doc[token.i + 1].is_sent_start = True
        for dateline in _DATELINE.finditer(text):
            first = doc.char_span(dateline.end(), dateline.end() + 1, alignment_mode="expand")
            if first is not None:
                first[0].is_sent_start = True
        return doc


def _ends_paragraph(text: str, start: int, space: str) -> bool:
    """Whether the line break ends more than a line: a blank line, a full stop before it, or a heading's short line."""
    line = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    return space.count("\n") > 1 or line[-1:] in '.!?:"”' or len(line) < _SHORT_LINE


def _repair_lemmas(nlp: Language) -> None:
    """Give the lemmatizer the words that the small pipelines get wrong; a pipeline without its tables is left alone."""
    lookups = getattr(nlp.get_pipe("lemmatizer"), "lookups", None) if nlp.has_pipe("lemmatizer") else None
    if lookups is None or not lookups.has_table("lemma_exc"):
        return
    verbs = lookups.get_table("lemma_exc")["verb"]
    for verb in _JOINT_VERBS:
        stem = f"co-{verb}"
        bare = stem.removesuffix("e")
        past = "co-built" if verb == "build" else f"{bare}ed"
        for form in (stem, f"{stem}s", past, f"{bare}ing"):
            verbs[form] = [stem]
    for form, lemma in _LEMMA_REPAIRS.items():
        verbs[form] = [lemma]
