"""Organisations, places, agreements and events that no lexicon lists, known by the last word of their names."""

import re
from collections.abc import Iterator

from graph.extract.spans import PATTERN, Candidate
from graph.extract.words import Words

_CAP = r"(?:(?:[A-Z]\.)+|[A-Z0-9](?:[\w&'-]*\w)?)"
_RUN = rf"(?:{_CAP} (?:& )?){{0,4}}"
_LONG_RUN = rf"(?:{_CAP}(?: (?:&|and|of|for|the|on))? ){{0,6}}"
_FIRM = (
    r"Industries|Aerospace|Systems|Aeronautics|Technologies|Technology|Dynamics|Shipyards?|Shipbuilding|Shipbuilders|Corporation"
    r"|Corp\.?|Inc\.?|Incorporated|Ltd\.?|Limited|GmbH|AG|PLC|plc|LLC|SpA|S\.p\.A\.|ASA|Holdings?|Aviation|Avionics"
    r"|Robotics|Armaments|Ordnance|Enterprises|Consortium|Company|Co\.|Airlines?|Airways|Motors|Electronics|Laboratories"
    r"|Laboratory|Engineers|Design Bureau|Aerosystems|Airspace|Nanotechnologies|Semiconductors?|Pharmaceuticals|Labs|Arsenal"
)
_GROUP = (
    r"Front|Brigades?|Movement|Party|Organi[sz]ation|Council|Committee|Commission|Union|League|Alliance|Coalition|Militia|Congress"
    r"|Network|Federation|Confederation|Community|Resistance|Liberation Army|Liberation Front|Defen[cs]e Forces|Task Force|Fund"
    r"|Cartel|Group|Foundation|Association|Society"
)
_PLACE = (
    r"Airfield|Airport|Air Base|Airbase|Air Force Base|Naval Base|Naval Station|Base|Province|province|District|district"
    r"|Governorate|governorate|Mountains|River|Bridge|Islands?|Sea|Ocean|Strait|Canal|Valley|Desert|Peninsula|Heights|Oblast"
    r"|oblast|region|Region|Gulf|Airstrip|Shipyard complex|Refugee Camp|refugee camp|camp|Proving Ground|Test Range|Range"
    r"|Hospital|hospital|Barracks|barracks|Wildlife Refuge|Port|Harbou?r|Crossing|crossing|county|County"
)
_AGREEMENT = r"Accords?|Treaty|Pact|Agreement|Memorandum|Convention|Protocol|Declaration|Communiqu[eé]|Charter|Initiative|Compact"
_EVENT = r"Air ?[Ss]how|Airshow|Expo|Exhibition|Summit|Exercise|Conference|Forum|Dialogue|Games"
_TAILED = (
    ("Firm", "suffix", re.compile(rf"(?<![\w-]){_RUN}{_CAP} (?:{_FIRM})(?![\w])")),
    (
        "Firm",
        "suffix",
        re.compile(
            rf"(?<![\w-]){_RUN}(?:Corporation|Company|Bank) of {_CAP}(?: {_CAP})?(?: (?:Ltd|Limited|Inc)\b\.?)?"
        ),
    ),
    ("Group", "suffix", re.compile(rf"(?<![\w-]){_LONG_RUN}{_CAP} (?:{_GROUP})(?![\w-])")),
    ("Place", "suffix", re.compile(rf"(?<![\w-])(?:{_CAP} ){{1,3}}(?:{_PLACE})(?![\w-])")),
    (
        "Agreement",
        "suffix",
        re.compile(
            rf"(?<![\w-])(?:{_CAP} (?:(?:and|on|for|of) )?){{1,5}}(?:{_AGREEMENT})(?: (?:of|on) (?:the )?{_CAP}(?: (?:of |and )?{_CAP}){{0,4}})?(?![\w-])"
        ),
    ),
    (
        "Agreement",
        "suffix",
        re.compile(
            rf"(?<![\w-])(?:Treaty|Convention|Agreement|Memorandum|Protocol) (?:of|on|for) (?:the )?{_CAP}(?: (?:of |on |and |the )*{_CAP}){{0,5}}"
        ),
    ),
    (
        "Event",
        "suffix",
        re.compile(rf"(?<![\w-])(?:\d{{4}} )?(?:{_CAP} ){{1,4}}(?:{_EVENT})(?: (?:19|20)\d\d)?(?![\w-])"),
    ),
    (
        "Event",
        "suffix",
        re.compile(
            r"(?<![\w-])[Ee]xercises? [A-Z][\w-]+(?: (?:[A-Z][\w-]+|\d{2,4}(?!\w)|of(?= the [A-Z])|the(?= [A-Z]))){0,3}"
        ),
    ),
    (
        "Place",
        "suffix",
        re.compile(
            r"(?<![\w-])(?:Camp|Fort|Mount|Lake|Joint Base|Naval Station|Naval Air Station|Naval Base|RAF|Forward Operating Base|Patrol Base"
            r"|Naval Support Activity|Naval Submarine Base|Naval Air Weapons Station|Marine Corps Base|Gulf of|Strait of|Sea of|Port of|Bay of) [A-Z][\w'-]+(?: [A-Z][\w-]+){0,2}"
        ),
    ),
)
# Words that begin a sentence or a clause, cut off the front of a name; so is "Israeli-made" and a possessor.
_LEAD = re.compile(
    r"(?:The|A|An|Of|In|On|At|Both|When|While|After|Before|For|From|With|By|And|But|As|If|Meanwhile|However|Its|Their|Our|His|Her"
    r"|Since|Under|This|That|These|Those|Near|Acting|Former|Today|Yesterday|Last|Also|Now|Then|Earlier|Later|Monday|Tuesday|Wednesday"
    r"|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|June|July|August|September|October|November|December"
    r"|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Several|Many|All|Some|Most|More|Other|Another|First|Second|Third|\d{4}|and|of|for|the|[\w.]+-(?:made|built|based|backed|led|engineered|brokered|mediated|sponsored|supplied|designed|developed|owned))(?= ) +"
)
_POSSESSOR = re.compile(r"(?:[^']*\w's|[A-Z]\w+s')\s+(?=[A-Z0-9])")


def find_organisations(words: Words) -> Iterator[Candidate]:
    """Names recognised by their last word ("... Aeronautics", "... Air Show"), possessors and first words cut off."""
    for type_, how, pattern in _TAILED:
        for match in pattern.finditer(words.text):
            start = trimmed(words.text, match.start(), match.end(), keep_year=type_ == "Event")
            text = words.text[start : match.end()]
            if " " in text and "\n" not in text:
                yield Candidate(start, match.end(), type_, text, how, PATTERN)


def trimmed(text: str, start: int, end: int, keep_year: bool = False) -> int:
    """Where the name really begins: after sentence openers, hyphenated participles and possessors."""
    while True:
        found = _POSSESSOR.match(text, start, end) or _LEAD.match(text, start, end)
        if not found or (keep_year and found.group().strip().isdigit()):
            return start
        start = found.end()
