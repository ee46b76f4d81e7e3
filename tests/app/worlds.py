"""Small worlds for the app's tests: articles in our own words with their claims written out by hand, no parser needed."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date

from graph.records import (
    Amount,
    Attribution,
    Claim,
    Document,
    Entity,
    Evidence,
    Extraction,
    Modality,
    Rejection,
    Span,
    When,
    make_claim_id,
)

# id: (type, name, other names)
NAMES: dict[str, tuple[str, str, tuple[str, ...]]] = {
    "MAR": ("State", "Morocco", ("Rabat", "Kingdom of Morocco")),
    "ISR": ("State", "Israel", ("Jerusalem",)),
    "TUR": ("State", "Türkiye", ("Turkey", "Ankara")),
    "DZA": ("State", "Algeria", ("Algiers",)),
    "USA": ("State", "United States", ("Washington", "US")),
    "ARE": ("State", "United Arab Emirates", ("UAE",)),
    "BHR": ("State", "Bahrain", ()),
    "SDN": ("State", "Sudan", ()),
    "FRA": ("State", "France", ("Paris",)),
    "RUS": ("State", "Russia", ("Moscow",)),
    "group:polisario-front": ("Group", "Polisario Front", ("Polisario",)),
    "agreement:abraham-accords": ("Agreement", "Abraham Accords", ()),
    "system:bayraktar-tb2": ("System", "Bayraktar TB2", ("TB2",)),
    "system:hermes-900": ("System", "Hermes 900", ()),
    "system:f-16": ("System", "F-16", ("Fighting Falcon",)),
    "system:su-30": ("System", "Su-30", ()),
    "system:ma-1": ("System", "MA-1", ()),
    "system:loitering-munitions": ("System", "loitering munitions", ("kamikaze drones",)),
    "firm:baykar": ("Firm", "Baykar", ("Baykar Makina",)),
    "firm:elbit-systems": ("Firm", "Elbit Systems", ("Elbit",)),
    "firm:lockheed-martin": ("Firm", "Lockheed Martin", ()),
    "firm:bio-cellular-design-aeronautics": ("Firm", "Bio Cellular Design Aeronautics", ("BCDA",)),
    "firm:meridian-aerostructures": ("Firm", "Meridian Aerostructures", ()),
    "firm:meridian-aerostructure": ("Firm", "Meridian Aerostructure Ltd", ("Meridian",)),
    "firm:kestrel-optronics": ("Firm", "Kestrel Optronics", ()),
    "firm:kestrel-optronix": ("Firm", "Kestrel Optronix", ()),
    "person:brahim-ghali": ("Person", "Brahim Ghali", ()),
    "place:western-sahara": ("Place", "Western Sahara", ()),
    "event:marrakech-air-show": ("Event", "Marrakech Air Show", ()),
}
GENERIC = {"system:loitering-munitions"}
UNLISTED = {name for name in NAMES if name.startswith(("firm:meridian", "firm:kestrel"))}


@dataclass(frozen=True)
class Said:
    """One claim as a test writes it: the words are looked up in the sentence."""

    sentence: str
    source: str
    source_words: str
    relation: str
    cue: str
    target: str
    target_words: str
    modality: Modality = Modality.ASSERTED
    reported: bool = False
    by: Attribution | None = None
    roles: dict[str, str] = field(default_factory=dict)
    quantity: Amount | None = None
    value: Amount | None = None
    when: When | None = None
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


def article(name: str, title: str, publisher: str, published: date, said: Iterable[Said], **more: str) -> Extraction:
    """An article made of the claims' sentences, one paragraph each two, and everything found in it."""
    said = list(said)
    sentences = list(dict.fromkeys(one.sentence for one in said))
    text = "".join(s + ("\n\n" if i % 2 else " ") for i, s in enumerate(sentences)).strip()
    document = Document(
        id=name,
        text=text,
        title=title,
        publisher=publisher,
        published=published,
        url=more.get("url", f"https://example.org/{name}"),
        source=f"{name}.txt",
    )
    claims = tuple(_claim(document, one) for one in said)
    ends = sorted({end for c in claims for end in (c.source, c.target, *c.roles.values())} | _speakers(claims))
    found = tuple(replace(entity(end), mentions=_mentions(end, claims)) for end in ends)
    return Extraction(document, found, claims, _rejections(more.get("rejected"), text))


def _mentions(id: str, claims: Iterable[Claim]) -> tuple[Span, ...]:
    """Where the claims that have the entity as an end name it."""
    ends = [(claim.source, claim.evidence.source) for claim in claims]
    ends += [(claim.target, claim.evidence.target) for claim in claims]
    return tuple(sorted({span for end, span in ends if end == id}))


def entity(name: str) -> Entity:
    kind, words, aliases = NAMES[name]
    return Entity(id=name, type=kind, name=words, aliases=aliases, generic=name in GENERIC, known=name not in UNLISTED)


def _claim(document: Document, said: Said) -> Claim:
    start = document.text.index(said.sentence)

    def span(words: str) -> tuple[int, int]:
        at = start + said.sentence.index(words)
        return at, at + len(words)

    evidence = Evidence(
        sentence=said.sentence,
        start=start,
        end=start + len(said.sentence),
        cue=span(said.cue),
        source=span(said.source_words),
        target=span(said.target_words),
    )
    return Claim(
        id=make_claim_id(document.id, said.relation, evidence),
        document=document.id,
        relation=said.relation,
        source=said.source,
        target=said.target,
        modality=said.modality,
        evidence=evidence,
        rule="by hand",
        reported=said.reported,
        attributed_to=said.by,
        roles=said.roles,
        quantity=said.quantity,
        value=said.value,
        when=said.when,
        confidence=said.confidence,
        reasons=said.reasons,
        reported_on=document.published,
    )


def _speakers(claims: Iterable[Claim]) -> set[str]:
    return {claim.attributed_to.entity for claim in claims if claim.attributed_to and claim.attributed_to.entity}


def _rejections(sentence: str | None, text: str) -> tuple[Rejection, ...]:
    if not sentence:
        return ()
    start = text.index(sentence)
    return (Rejection("no object", sentence.split()[0], sentence, start, start + len(sentence)),)


DEAL = "Morocco and Israel are expected to agree to build loitering munitions together, a retired colonel said."
ORDER = "In April, Morocco reportedly ordered 13 Bayraktar TB2 drones for some $70 million."
ACCORDS = "Washington brokered the Abraham Accords, which Bahrain, Sudan, Morocco and the Emirates signed with Israel."
TIES = "Under the accords Morocco restored relations with Israel; Bahrain and Sudan normalized theirs as well."


def maghreb() -> list[Extraction]:
    """Who buys, builds and quarrels round Morocco: 5 articles, some 25 entities."""
    return [_drones(), _diplomacy(), _rivals(), _industry(), _later()]


def _drones() -> Extraction:
    colonel = Attribution("a retired colonel")
    april = When("In April", date(2021, 4, 1), date(2021, 4, 30))
    drones = "system:loitering-munitions"
    return article(
        "rabat-drones",
        "Rabat looks to build drones with Israel",
        "Maghreb Defence Review",
        date(2021, 11, 22),
        [
            Said(DEAL, "MAR", "Morocco", "CO_PRODUCES", "build", "ISR", "Israel", Modality.EXPECTED, True, colonel, {"system": drones}),
            Said(DEAL, "MAR", "Morocco", "MANUFACTURES", "build", drones, "loitering munitions", Modality.EXPECTED, True, colonel),
            Said(
                ORDER, "MAR", "Morocco", "PROCURES", "ordered", "system:bayraktar-tb2", "Bayraktar TB2",
                reported=True, quantity=Amount("13", 13), value=Amount("$70 million", 70e6, "USD"), when=april,
                confidence=0.92, reasons=("cue order", "path <b>dobj</b>"),
            ),
            Said("The Turkish firm Baykar makes the TB2.", "firm:baykar", "Baykar", "MANUFACTURES", "makes", "system:bayraktar-tb2", "TB2"),
            Said("The Turkish firm Baykar makes the TB2.", "firm:baykar", "Baykar", "BASED_IN", "Turkish", "TUR", "Turkish"),
            Said("Elbit Systems of Israel builds the Hermes 900.", "firm:elbit-systems", "Elbit Systems", "MANUFACTURES", "builds", "system:hermes-900", "Hermes 900"),
            Said("Elbit Systems of Israel builds the Hermes 900.", "firm:elbit-systems", "Elbit Systems", "BASED_IN", "of Israel", "ISR", "Israel"),
            Said("Israel handed four Hermes 900 to Morocco a year before.", "ISR", "Israel", "SUPPLIES", "handed", "MAR", "Morocco", roles={"system": "system:hermes-900"}, quantity=Amount("four", 4)),
            Said("Morocco now flies the Hermes 900.", "MAR", "Morocco", "OPERATES", "flies", "system:hermes-900", "Hermes 900", confidence=0.55),
        ],
    )  # fmt: skip


def _diplomacy() -> Extraction:
    accords = "agreement:abraham-accords"
    under = {"under": accords}
    signs = [
        Said(ACCORDS, who, words, "SIGNS", "signed", accords, "Abraham Accords")
        for who, words in (
            ("BHR", "Bahrain"),
            ("SDN", "Sudan"),
            ("MAR", "Morocco"),
            ("ARE", "the Emirates"),
            ("ISR", "Israel"),
        )
    ]
    return article(
        "accords-at-one",
        "A year of the Abraham Accords",
        "Gulf Policy Notes",
        date(2021, 9, 15),
        [
            Said(ACCORDS, "USA", "Washington", "BROKERS", "brokered", accords, "Abraham Accords"),
            *signs,
            Said(TIES, "ISR", "Israel", "NORMALIZES", "restored", "MAR", "Morocco", roles=under),
            Said(TIES, "BHR", "Bahrain", "NORMALIZES", "normalized", "ISR", "Israel", roles=under),
            Said(TIES, "SDN", "Sudan", "NORMALIZES", "normalized", "ISR", "Israel", roles=under),
            Said("The Emirates opened an embassy in Israel and normalized trade.", "ARE", "Emirates", "NORMALIZES", "normalized", "ISR", "Israel", roles=under),
            Said("The United States remains an ally of Morocco.", "USA", "United States", "ALLIES_WITH", "ally", "MAR", "Morocco"),
        ],
    )  # fmt: skip


def _rivals() -> Extraction:
    front, sahara = "group:polisario-front", "place:western-sahara"
    return article(
        "sahara-quarrel",
        "Algiers and Rabat trade accusations over the Sahara",
        "North Africa Wire",
        date(2021, 11, 5),
        [
            Said("Algeria accused Morocco of a deadly strike.", "DZA", "Algeria", "OPPOSES", "accused", "MAR", "Morocco"),
            Said("Algeria backs the Polisario Front with money and shelter.", "DZA", "Algeria", "SUPPORTS", "backs", front, "Polisario Front"),
            Said("The Polisario Front has fought Morocco since the truce broke.", front, "Polisario Front", "OPPOSES", "fought", "MAR", "Morocco"),
            Said("Morocco holds most of Western Sahara.", "MAR", "Morocco", "CONTROLS", "holds", sahara, "Western Sahara"),
            Said("Brahim Ghali, who leads the Polisario Front, refused talks.", "person:brahim-ghali", "Brahim Ghali", "LEADS", "leads", front, "Polisario Front"),
            Said("France may sell Morocco no arms for the desert.", "FRA", "France", "SUPPLIES", "sell", "MAR", "Morocco", Modality.DENIED),
        ],
    )  # fmt: skip


def _industry() -> Extraction:
    bcda, ma1 = "firm:bio-cellular-design-aeronautics", "system:ma-1"
    shown = "Bio Cellular Design Aeronautics of Morocco showed its MA-1 drone at the Marrakech Air Show."
    return article(
        "marrakech-show",
        "A home-made drone at Marrakech",
        "Aero Trade Letter",
        date(2018, 10, 26),
        [
            Said(shown, bcda, "Bio Cellular Design Aeronautics", "DISPLAYS", "showed", ma1, "MA-1", roles={"event": "event:marrakech-air-show"}),
            Said(shown, bcda, "Bio Cellular Design Aeronautics", "BASED_IN", "of Morocco", "MAR", "Morocco"),
            Said("The company developed the MA-1 by itself.", bcda, "The company", "DEVELOPS", "developed", ma1, "MA-1"),
            Said("Morocco is in talks to buy more F-16 fighters.", "MAR", "Morocco", "PROCURES", "buy", "system:f-16", "F-16", Modality.POSSIBLE),
            Said("Lockheed Martin builds the F-16.", "firm:lockheed-martin", "Lockheed Martin", "MANUFACTURES", "builds", "system:f-16", "F-16"),
            Said("Algeria flies the Su-30, sold by Russia.", "DZA", "Algeria", "OPERATES", "flies", "system:su-30", "Su-30"),
            Said("Algeria flies the Su-30, sold by Russia.", "RUS", "Russia", "SUPPLIES", "sold", "DZA", "Algeria", roles={"system": "system:su-30"}),
        ],
    )  # fmt: skip


def _later() -> Extraction:
    signed = "Israel and Morocco signed a contract in May to make the munitions near Rabat, the ministry said."
    ministry = Attribution("the ministry", "MAR")
    return article(
        "contract-signed",
        "Contract signed for munitions plant",
        "Maghreb Defence Review",
        date(2022, 6, 2),
        [
            Said(signed, "MAR", "Morocco", "CO_PRODUCES", "make", "ISR", "Israel", reported=True, by=ministry, roles={"system": "system:loitering-munitions"}),
            Said("The first TB2 drones reached Morocco in September.", "MAR", "Morocco", "PROCURES", "reached", "system:bayraktar-tb2", "TB2"),
        ],
    )  # fmt: skip


def often(number: int) -> list[Extraction]:
    """So many papers that all tell of one transfer."""
    sentence = "France supplies Morocco with patrol boats."
    return [
        article(f"boats-{place:03}", "Boats for Rabat", f"Harbour Post {place}", date(2022, 3, 1 + place % 28), [
            Said(sentence, "FRA", "France", "SUPPLIES", "supplies", "MAR", "Morocco"),
        ])
        for place in range(number)
    ]  # fmt: skip


def doubles() -> list[Extraction]:
    """Two pairs of firms that may be one, both written in two ways, with neighbours that both have."""
    one, other = "firm:meridian-aerostructures", "firm:meridian-aerostructure"
    lens, lenses = "firm:kestrel-optronics", "firm:kestrel-optronix"
    return [
        article("meridian-at-dawn", "Meridian at dawn", "Aero Trade Letter", date(2021, 3, 2), [
            Said("Meridian Aerostructures builds the MA-1.", one, "Meridian Aerostructures", "MANUFACTURES", "builds", "system:ma-1", "MA-1", confidence=0.71),
            Said("Meridian Aerostructures is based in Morocco.", one, "Meridian Aerostructures", "BASED_IN", "based", "MAR", "Morocco", confidence=0.93),
            Said("Kestrel Optronics supplies Morocco.", lens, "Kestrel Optronics", "SUPPLIES", "supplies", "MAR", "Morocco", confidence=0.52),
        ]),
        article("meridian-again", "Meridian again", "Gulf Policy Notes", date(2021, 6, 9), [
            Said("Meridian Aerostructure Ltd develops the MA-1.", other, "Meridian Aerostructure Ltd", "DEVELOPS", "develops", "system:ma-1", "MA-1", confidence=0.66),
            Said("Meridian Aerostructure Ltd is based in Morocco.", other, "Meridian Aerostructure Ltd", "BASED_IN", "based", "MAR", "Morocco", confidence=0.88),
            Said("Kestrel Optronix supplies Morocco.", lenses, "Kestrel Optronix", "SUPPLIES", "supplies", "MAR", "Morocco", confidence=0.81),
        ]),
    ]  # fmt: skip


HOSTILE_NAME = '<script>window.hacked=1</script><img src=x onerror="window.hacked=1"> **bold** [link](javascript:alert(1)) \u202eevil\u202c 🚀'


def hostile() -> list[Extraction]:
    """An article whose every word tries to be more than a word."""
    sentence = f"{HOSTILE_NAME} procures <b>F-16</b> & $x^2$ :red[fighters] `now`."
    long_name = "Very Long Industries " * 300
    document = Document(
        id="hostile",
        text=f"<h1>First</h1> paragraph.\n\n{sentence}",
        title=f"Title {HOSTILE_NAME}",
        publisher="<i>Evil</i> Press",
        published=date(2022, 1, 1),
        url="javascript:window.hacked=1",
    )
    start = document.text.index(sentence)
    target_at = start + sentence.index("F-16")
    evidence = Evidence(
        sentence, start, start + len(sentence),
        cue=(start + sentence.index("procures"), start + sentence.index("procures") + 8),
        source=(start, start + len(HOSTILE_NAME)), target=(target_at, target_at + 4),
    )  # fmt: skip
    evil = Entity("firm:evil", "Firm", HOSTILE_NAME, ("<svg onload=window.hacked=1>",))
    long = Entity("firm:very-long", "Firm", long_name.strip())
    f16 = Entity("system:f-16", "System", "F-16")
    claims = tuple(
        Claim(make_claim_id(f"hostile{i}", "PROCURES", evidence), "hostile", "PROCURES", who, "system:f-16", Modality.ASSERTED, evidence, "by hand", reported_on=document.published)
        for i, who in enumerate(("firm:evil", "firm:very-long"))
    )  # fmt: skip
    return [Extraction(document, (evil, long, f16), claims, ())]
