"""Weapon designations and ships' names that no lexicon lists: letters and digits, classes, Mk and Type numbers, hulls."""

import re
from collections.abc import Iterator

from graph.extract.spans import PATTERN, Candidate
from graph.extract.trimming import trimmed
from graph.extract.words import Words
from graph.lexicon.lexicon import Lexicon

_SUFFIX = r"(?: ?(?:Mk\.? ?|MK ?)\d+[A-Z]?| Block \d+\w?)?"
_DESIGNATION = re.compile(
    r"(?<![\w/.-])(?:"
    r"[A-Z]{1,4}[a-z]?-\d{1,4}[A-Z]{0,4}\d?(?:/[A-Z])?"  # F-15E, Su-30MKI, MA-1, Il-76MD
    r"|[A-Z]{1,3}/[A-Z]-\d{2,3}[A-Z]?(?:/[A-Z])?"  # F/A-18E/F
    r"|(?:Mi|MiG|MIG|Su|Tu|Kh|An|Il|Yak|Ka|Be|Do|Bo)-? ?\d{2,3}[A-Z]{0,3}\d?"
    r"|[A-Z]{2,5}\d{1,4}[A-Z]{0,2}\d?"  # TB2, AW139, PAC3
    r"|[MK]\d{2,4}(?:A\d)?|M\dA\d"
    r"|\d[A-Z]\d{1,3}[A-Z]?(?:-\w+)?"  # 9K720, 2S19
    r"|Type[ -]\d{2,4}[A-Z]{0,2}(?: ?/ ?[A-Z])?"
    r"|(?:Mk|MK|Mark)[ .-]{0,2}\d{1,3}[A-Z]?"
    r"|[A-Z][a-z]{2,}-(?:[IVX]{1,4}|\d{1,4}[A-Z]{0,3})"  # Shahed-136, Agni-VI
    r"|[A-Z]{1,4}-[A-Z]?\d{1,3}[A-Z]?"
    r")" + _SUFFIX + r"s?(?![\w-])"
)
_NOT_ONE = re.compile(
    r"(?:COVID|CO|CTF|TF|UTF|FY|ISO|GPT|SARS|RFC|Q|Article|G|I|PM|No|CVN|DDG|SSN|LHD|LPD|COP|UN|UNSCR|HR|S|P|H|SR|Top|Phase|Stage"
    r"|Level|Tier|Block|Catch|Mid|Post|Pre|Covid|Cold|Super|Apollo|Team|Unit|Gate|Area|Pier|Euro|Section|Gen|Title|Group|Sub|Under"
    r"|Over|Section|Number|Page|Track|Flight|Boeing|Airbus|World|Win|PS|US|USD|CR|EU|UK|NH|MH|GOP|AFP|AP|BRICS|COVID|WW|UTC|GMT|EST"
    r"|[A-Z]{1,3}CC|FB|HTTP|IP|DEV|Storm|APT|UNC|TA|HD|K|R|CES|SDG|GSP|MBPS|RTX|GTX|IFA|LC|CCP|SPD|CDU)[- ]?\d"
)
# "Truman (CVN 75)", "Carlo Margottini (F 592)": a hull number after a ship's name without its prefix.
_HULLED = re.compile(
    r"(?<![\w-])(?:[A-Z][\w'.-]* ){0,3}[A-Z][\w'-]+"
    r"(?= \((?:CVN|CV|DDG|DDH|CG|FFG|FFH|LHD|LHA|LPD|LSD|LCC|LCS|LST|SSN|SSBN|SSGN|SSK|ESB|MCM|PC|T-[A-Z]{2,5}|[ADFLPR])[ -]?\d{1,4}\))"
)
_CLASS = re.compile(r"(?<![\w-])((?:[A-Z][\w'-]*[ ]){0,2}[A-Z][\w']*?)[ -][Cc]lass(?![\w])")


def find_designations(words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """Names of systems and ships that are recognised by how they are written."""
    yield from _designated(words)
    yield from _classes(words, lexicon)
    yield from _ships(words, lexicon)


def _designated(words: Words) -> Iterator[Candidate]:
    for match in _DESIGNATION.finditer(words.text):
        text = match.group()
        if not _NOT_ONE.match(text):
            name = text[:-1] if text.endswith("s") else text
            yield Candidate(match.start(), match.end(), "System", name, "designation", PATTERN)


def _classes(words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    """ "Incheon-class frigates": named where a vessel or vehicle follows."""
    for match in _CLASS.finditer(words.text):
        if match.group(1).rsplit(" ", 1)[-1].isupper() and len(match.group(1).rsplit(" ", 1)[-1]) > 2:
            continue  # "MALE class": a role, not a name
        after = words.covering(match.end(), min(match.end() + 40, len(words.text)))
        if any(words.lemmas[token] in lexicon.nouns.system_words for token in after[:4]):
            start = trimmed(lexicon.suffixes, words.text, match.start(), match.end())
            start += _state_before(words.text[start : match.end(1)], lexicon)
            text = words.text[start : match.end()]
            yield Candidate(start, match.end(), "System", text, "designation", PATTERN)


def _state_before(name: str, lexicon: Lexicon) -> int:
    """How many letters of the name are a nationality before it ("Indian Kalvari")."""
    first, _, rest = name.partition(" ")
    surface = lexicon.surfaces.get(first.lower())
    return len(first) + 1 if rest and surface and surface.entry.type == "State" else 0


def _ships(words: Words, lexicon: Lexicon) -> Iterator[Candidate]:
    for match in lexicon.ship_names.finditer(words.text):
        yield Candidate(match.start(), match.end(), "System", match.group(), "designation", PATTERN)
    for match in _HULLED.finditer(words.text):
        if not lexicon.titles.ship_prefixes.keys().isdisjoint(match.group().split()):
            continue  # found above, with its prefix
        start = trimmed(lexicon.suffixes, words.text, match.start(), match.end())
        yield Candidate(start, match.end(), "System", words.text[start : match.end()], "designation", PATTERN)
