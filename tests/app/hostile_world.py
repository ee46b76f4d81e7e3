"""A world whose every word tries to be more than a word: names, aliases, speakers, publishers, titles, sentences."""

from datetime import date

from app.scene import Scene
from app.sharing import to_kept
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
    When,
    make_claim_id,
)
from graph.store.store import Store

SCRIPT = "<script>window.hacked=1</script>"
IMAGE = '<img src=x onerror="window.hacked=1">'
MARKUP = "**bold** [link](javascript:window.hacked=1) # head\n- list | a | b | `code` ~~gone~~ ==mark=="
STREAMLIT = ":tada: :streamlit: :material/warning: :red[red] :blue-background[x] $\\frac{1}{2}$ $$x^2$$ \\(y\\) &amp; {{x}} ${x} %s {0}"
TURNED = "\u202egnp.exe\u202c \u2066inner\u2069 \u200f\u061c שלום العربية"
UNSEEN = "a\u200bb\u200cc\u200dd\ufeffe\u00adf"
STACKED = "Z̷̢̛͓͚̲̓̈́̏a̸̡̳̫̎̈́l̷̛̰g̶o"
FAMILY = "👩‍👩‍👧‍👦🏴‍☠️🇲🇦🚀"
QUOTES = 'O\'Brien "quoted" \\ back\\u0027slash `tick` </title></style></textarea>]]>-->'
FORMULA = '=HYPERLINK("http://127.0.0.1:9/"&A1,"x")'
COMMAND = "\x1b]0;owned\x07\x1b[2J\x9b31m Works"
CYPHER = "') DETACH DELETE n // ` $x /* {id: 1}"
ENDLESS = "W" * 10_000
ROCKETS = "🚀" * 10_000
LONG = ("Very Long Industries " * 500)[:10_000].strip()

NAMES = {
    "firm:script": ("Firm", f"{SCRIPT}{IMAGE} Works", (IMAGE, "<svg onload=window.hacked=1>")),
    "firm:markup": ("Firm", MARKUP, ("javascript:window.hacked=1",)),
    "firm:streamlit": ("Firm", STREAMLIT, (":material/delete:",)),
    "group:turned": ("Group", TURNED, ("\u202eenod",)),
    "person:unseen": ("Person", UNSEEN, ("\u200b",)),
    "place:stacked": ("Place", STACKED, ()),
    "event:family": ("Event", FAMILY, ()),
    "agreement:quotes": ("Agreement", QUOTES, ()),
    "firm:endless": ("Firm", ENDLESS, (STREAMLIT,)),
    "firm:rockets": ("Firm", ROCKETS, ()),
    "firm:command": ("Firm", COMMAND, (COMMAND,)),
    "system:formula": ("System", FORMULA, ("@SUM(A1)",)),
    "system:cypher": ("System", CYPHER, ()),
    "firm:long": ("Firm", LONG, (ENDLESS,)),
    "MAR": ("State", f"Morocco {SCRIPT}", ()),
    "ISR": ("State", f"Israel {IMAGE}", ()),
}
SAID = (
    ("MAR", "CO_PRODUCES", "ISR"), ("MAR", "SUPPLIES", "firm:script"), ("firm:script", "SUPPLIES", "ISR"),
    ("firm:markup", "SUPPLIES", "MAR"), ("firm:streamlit", "SUPPLIES", "MAR"), ("MAR", "OPPOSES", "group:turned"),
    ("person:unseen", "LEADS", "group:turned"), ("MAR", "CONTROLS", "place:stacked"), ("MAR", "SIGNS", "agreement:quotes"),
    ("firm:endless", "SUPPLIES", "MAR"), ("firm:long", "SUPPLIES", "MAR"), ("ISR", "SIGNS", "agreement:quotes"),
    ("firm:rockets", "SUPPLIES", "MAR"), ("firm:command", "SUPPLIES", "MAR"), ("MAR", "PROCURES", "system:formula"),
    ("firm:endless", "MANUFACTURES", "system:cypher"),
)  # fmt: skip


def hostile() -> list[Extraction]:
    """Two articles that say the same, so that claims have company."""
    return [
        _article("evil-one", f"{SCRIPT}</title>{MARKUP}", f"<i>Evil</i> {STREAMLIT}"),
        _article("evil-two", ENDLESS, TURNED),
    ]


def people(store: Store) -> None:
    """What people add to it: views saved by name, and judgements with their reasons."""
    places = {"MAR": (0.0, 0.0), "ISR": (200.0, 0.0), "firm:endless": (0.0, 200.0)}
    shown = store.views.keep(to_kept(Scene(ids=tuple(places), places=places)))
    for name in (IMAGE, STREAMLIT[:120], TURNED, ENDLESS[:120]):
        store.views.save(name, f"{MARKUP} {STREAMLIT}", shown)
    for by, why in ((SCRIPT, MARKUP), (STREAMLIT, ENDLESS), (COMMAND, FORMULA)):
        store.ledger.judge("unsure", "firm:endless", "firm:long", by=by, why=why)
    [claim, *_others] = store.view.evidence("ISR", "CO_PRODUCES", "MAR")
    store.ledger.judge("accepted", claim.id, by=f"{IMAGE}{STREAMLIT}", why=f"{SCRIPT}{MARKUP}")


def _article(name: str, title: str, publisher: str) -> Extraction:
    sentences = {said: f"{NAMES[said[0]][1]} deals with {NAMES[said[2]][1]}, said {IMAGE} {UNSEEN}." for said in SAID}
    text = f"<h1>{SCRIPT}</h1>\n\n" + "\n\n".join(sentences.values())
    document = Document(
        id=name, text=text, title=title, publisher=publisher, author=f"By {IMAGE}", published=date(2022, 1, 1),
        url="javascript:window.hacked=1", source=f"{name}{SCRIPT}{ENDLESS}.txt",
    )  # fmt: skip
    claims = tuple(_claim(document, said, sentence) for said, sentence in sentences.items())
    entities = tuple(Entity(id, kind, called, aliases) for id, (kind, called, aliases) in NAMES.items())
    rejected = Rejection("no object", IMAGE, text[:40], 0, 40)
    return Extraction(document, entities, claims, (rejected,))


def _claim(document: Document, said: tuple[str, str, str], sentence: str) -> Claim:
    source, relation, target = said
    start = document.text.index(sentence)
    cue = start + len(NAMES[source][1]) + 1
    evidence = Evidence(
        sentence, start, start + len(sentence), cue=(cue, cue + 5), source=(start, cue - 1),
        target=(cue + 11, cue + 11 + len(NAMES[target][1])),
    )  # fmt: skip
    return Claim(
        make_claim_id(document.id, relation, evidence), document.id, relation, source, target, Modality.EXPECTED, evidence,
        "by hand", reported=True, attributed_to=Attribution(f"{IMAGE}{STREAMLIT}"), quantity=Amount(f"13 {SCRIPT}", 13),
        value=Amount(f"$70 {STREAMLIT}", 70e6, "USD"), when=When(f"in {IMAGE} $x$", date(2021, 1, 1), date(2021, 12, 31)),
        roles={"system": "system:formula"} if relation == "SUPPLIES" else {},
        reported_on=document.published, confidence=0.5, reasons=(IMAGE, ":material/warning: $x$"),
    )  # fmt: skip
