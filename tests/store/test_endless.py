"""Names, sources and words without end: kept whole, found, and no hindrance to anything."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from graph.errors import JudgementError, StoreError
from graph.lexicon.facts import Fact
from graph.lexicon.naming import make_id
from graph.records import Amount, Attribution, Correction, Entity, Extraction, Verdict, make_judgement
from graph.store.store import Store
from tests.store import saying
from tests.store.saying import article, dump, says

LONG = 10_000
NAMES = {
    "letters": "W" * LONG,
    "emoji": "🚀" * LONG,
    "words": ("Very Long Industries " * LONG)[:LONG].strip(),
    "other": ("Very Long Industries " * LONG)[: LONG - 5].strip(),
    "arabic": "شلوم" * (LONG // 4),
}
IDS = {called: make_id("Firm", name) for called, name in NAMES.items()}


@pytest.fixture
def endless(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """A store of firms whose names have no end, with claims between them."""
    for called, name in NAMES.items():
        monkeypatch.setitem(saying.ENTITIES, IDS[called], Entity(IDS[called], "Firm", name, (f"Alias {name}",)))
    store.writer.write([told("first")])
    return store


def told(id: str, **more: Any) -> Extraction:
    """What an article says whose every word is endless."""
    words = NAMES["words"]
    details = {
        "attributed_to": Attribution(NAMES["emoji"], IDS["emoji"]),
        "quantity": Amount(words, 13),
        "value": Amount(words, 70, "USD"),
        "roles": {"system": IDS["arabic"]},
        "reasons": (words,),
    }
    said = article(id, *(says(IDS[called], "SUPPLIES", "MAR", **details) for called in NAMES))
    document = replace(said.document, title=words, publisher=words, author=words, url=f"https://x.org/{words}")
    return replace(said, document=replace(document, source=f"/folder/{words}", **more))


def test_names_of_any_length_have_ids_of_their_own_that_are_short() -> None:
    assert len(set(IDS.values())) == len(NAMES)
    assert max(map(len, IDS.values())) <= 210


@pytest.mark.parametrize("called", NAMES)
def test_a_name_of_any_length_is_kept_whole_and_found(endless: Store, called: str) -> None:
    name = NAMES[called]
    node = endless.view.entity(IDS[called])
    assert node is not None
    assert (node.name, node.aliases, node.claims) == (name, (f"Alias {name}",), 1)
    for typed in (name, name[:50], name[:3]):
        assert IDS[called] in {hit.id for hit in endless.search.find(typed, limit=50).hits}, typed[:10]
    [row] = endless.console.run(
        "MATCH (firm:Firm {id: $id}) RETURN coalesce(firm.whole_name, firm.name)", {"id": IDS[called]}
    ).rows
    assert row == (name,)


def test_claims_and_their_documents_keep_every_word(endless: Store) -> None:
    [claim] = endless.view.evidence(IDS["letters"], "SUPPLIES", "MAR")
    assert (claim.attributed_to, claim.quantity_text, claim.reasons) == (
        NAMES["emoji"],
        NAMES["words"],
        (NAMES["words"],),
    )
    assert claim.document.title == claim.document.publisher == claim.document.author == NAMES["words"]
    document = endless.view.document("first")
    assert document is not None
    assert document.card.source == f"/folder/{NAMES['words']}"


def test_a_document_from_an_endless_source_is_corrected_and_not_doubled(endless: Store) -> None:
    before = dump(endless)
    assert endless.writer.write([told("first")]).unchanged == 1
    assert endless.writer.write([told("second")]).replaced == 1
    other = replace(told("third").document, source=f"/folder/{NAMES['words']}, another")
    assert endless.writer.write([replace(told("third"), document=other)]).new == 1
    endless.writer.forget(["second"])
    endless.writer.forget(["third"])
    endless.writer.write([told("first")])
    assert dump(endless) == before


def test_endless_names_are_judged_split_corrected_and_known(endless: Store) -> None:
    before = dump(endless)
    words, other = IDS["words"], IDS["other"]
    assert endless.knowledge.add([Fact("OWNS", words, other, "rule", NAMES["words"])]) == 1
    same = endless.ledger.judge("same", words, other, by=NAMES["words"], why=NAMES["emoji"])
    named = Correction(name=NAMES["letters"])
    split = endless.ledger.judge("split", IDS["emoji"], "first", "firm:new", by="Ada", correction=named)
    [claim] = endless.view.evidence(IDS["letters"], "SUPPLIES", "MAR")
    endless.ledger.judge("corrected", claim.id, by="Ada", correction=Correction(source=IDS["arabic"]))
    node = endless.view.entity("firm:new")
    assert node is not None
    assert node.name == NAMES["letters"]
    assert len(endless.review.tell([same, split])) == 2
    for judgement in endless.ledger.judgements():
        endless.ledger.undo(judgement.id, by="Ada")
    endless.knowledge.remove()
    kept = [each for each in dump(endless) if "'Judge" not in each]
    assert kept == before


def test_what_no_index_holds_is_refused_in_one_line(endless: Store) -> None:
    id = f"firm:{'a' * 9000}"
    with pytest.raises(JudgementError, match="has 9,005 letters; an id has at most 1,000"):
        endless.ledger.judge("same", id, IDS["words"], by="Ada")
    for wrong, why in ((id, "1 to 2,000 bytes"), ("firm:a b", "holds a space"), ("", "1 to 2,000 bytes")):
        said = article("wrong")
        with pytest.raises(StoreError, match=why):
            endless.writer.write([replace(said, entities=(Entity(wrong, "Firm", "A"),))])


def test_half_a_sign_is_refused_in_one_line(store: Store) -> None:
    with pytest.raises(StoreError, match="half a sign"):
        store.view.entity("\ud800")
    assert store.search.find("\ud800").hits == ()


def test_a_ledger_of_nonsense_is_refused_line_by_line_and_breaks_nothing(endless: Store) -> None:
    before, at = dump(endless), datetime(2022, 1, 1, tzinfo=UTC)
    subjects = [
        (IDS["letters"], "first", "firm:c d"),
        (IDS["letters"], "first", "firm:\x1b]0;x"),
        ("firm:a\tb", "first", "firm:c"),
        (IDS["letters"],) * 1000,
    ]
    wrong = [make_judgement(Verdict.SPLIT, subject, "Ada " * LONG, at) for subject in subjects]
    replayed = endless.ledger.replay(wrong)
    assert (replayed.applied, len(replayed.refused)) == (0, len(wrong))
    assert max(len(str(error)) for error in replayed.refused) < 800
    assert dump(endless) == before
