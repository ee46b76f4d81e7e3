"""Analysis: who stands in the middle, who belongs together, what holds all together, and what changed; each in words."""

from collections.abc import Callable
from datetime import date, timedelta

import streamlit as st

from app import findings, state, text, traces, visit
from app.analyses import (  # fmt: skip
    Changed,
    Joints,
    Middle,
    OfPicture,
    OfStore,
    Sight,
    Subject,
    Together,
    changed,
    joints,
    middle,
    together,
)
from app.colouring import colour_by, name_basis, size_by
from app.findings import KINDS, MEANS, TITLES, Finding, Names
from app.screens import analysed, asked, waiting, welcome
from graph.analysis.centrality import Measure
from graph.analysis.communities import Community
from graph.store.filter import EVERYTHING, Filter
from graph.store.store import Store

QUESTION, OF, MEASURE, SINCE, UNTIL = "analysis question", "analysis of", "analysis measure", "since", "until"
QUESTIONS = {
    "Centre": ":material/adjust: Who stands in the middle?",
    "Communities": ":material/bubble_chart: Who belongs together?",
    "Joints": ":material/link: What holds it together?",
    "Changes": ":material/update: What changed?",
}
PICTURE, WHOLE = "What is drawn", "The whole store"
MOST_NAMED = 400  # findings of which the names are read
COMMUNITIES = 40  # communities described


def page() -> None:
    """Draw the page."""
    analysed.follow(page)
    store = state.store()
    if store.empty():
        welcome.empty_store(store)
        return
    with st.container(key="analysis-asked", horizontal=True, vertical_alignment="bottom", gap="medium"):
        question = _choice("Question", list(QUESTIONS), QUESTION, QUESTIONS)
        subject = _subject(store)
    draw = {"Communities": _communities, "Joints": _joints, "Changes": _changes}.get(question, _centre)
    draw(store, subject)


def _choice(label: str, options: list[str], key: str, words: dict[str, str] | None = None) -> str:
    known = words or {}
    chosen: str | None = st.segmented_control(
        label,
        options,
        key=key,
        default=options[0],
        required=True,
        format_func=lambda option: known.get(option, option),
        persist_state="session",
    )
    return chosen if chosen in options else options[0]


def _subject(store: Store) -> Subject:
    """What is analysed: the visitor's picture, or the whole store with the same filters."""
    scene = visit.scene()
    whole = OfStore(store.address, _filter())
    if scene is None or not scene.ids:
        return whole
    if _choice("Of", [PICTURE, WHOLE], OF) == WHOLE:
        return whole
    types = scene.filter.types
    ids = tuple(id for id, named in store.view.named(scene.ids).items() if types is None or named.type in types)
    edges = store.view.edges_among(ids, scene.filter)
    return OfPicture(ids, tuple((edge.source, edge.target, edge.claims) for edge in edges))


def _centre(store: Store, subject: Subject) -> None:
    words = {measure.value: TITLES[measure] for measure in Measure}
    measure = Measure(_choice("By", list(words), MEASURE, words))
    found: Middle | None = waiting.result(store, "Ranking", middle, subject, measure)
    if found is None:
        return
    names = store.view.named([each.id for each in found.ranking.ranks[:MOST_NAMED]])
    ranked = findings.ranked(found.ranking, names)
    _seen(store, found.sight, subject)
    if not ranked:
        st.info("Nothing to rank: no two of these are tied.", icon=":material/info:")
        return
    analysed.lead(ranked[0].says, MEANS[measure])
    sizes = {each.id: each.value for each in found.ranking.ranks}
    said = f"more {TITLES[measure].lower()}"
    _offer_paint("Size the canvas by this", lambda: _size(said, sizes))
    total = max(len(ranked), findings.count_ranked(found))
    analysed.lines(store, f"{measure}", ranked, names, total)
    values = {each.id: each for each in found.ranking.ranks}
    analysed.table(
        f"{measure}",
        [
            {"place": values[each.id].place, "name": names[each.id].name, "type": names[each.id].type, TITLES[measure].lower(): values[each.id].value, "in words": each.says}
            for each in ranked
        ],
        total,
    )  # fmt: skip


def _communities(store: Store, subject: Subject) -> None:
    found: Together | None = waiting.result(store, "Communities", together, subject)
    if found is None:
        return
    several = [each for each in found.communities if each.size > 1]
    alone = len(found.communities) - len(several)
    names = store.view.named([id for each in found.communities[:COMMUNITIES] for id in each.members[: findings.MEMBERS]])  # fmt: skip
    _seen(store, found.sight, subject)
    if not several:
        st.info("No two of these are tied, so none belong together.", icon=":material/info:")
        return
    says = f"{text.plural(len(several), 'community', 'communities')}: the largest is {findings.called(several[0], names)}."  # fmt: skip
    means = "Groups with more claims among themselves than with others (Louvain). The same graph always gives the same groups."  # fmt: skip
    analysed.lead(says + (f" {text.plural(alone, 'entity stands', 'entities stand')} alone." if alone else ""), means)
    _offer_paint("Colour the canvas by community", lambda: _colour(store, several))
    listed = [_community(place, found, names) for place in range(min(COMMUNITIES, len(several)))]
    analysed.lines(store, "communities", listed, names, len(several))


def _community(place: int, found: Together, names: Names) -> Finding:
    each = found.communities[place]
    says = findings.community_says(place, found.communities, found.bonds, names)
    share = each.size / found.communities[0].size
    return Finding(each.members[0], f"{findings.called(each, names)}: {says}", share, each.members)


def _joints(store: Store, subject: Subject) -> None:
    found: Joints | None = waiting.result(store, "What holds it together", joints, subject)
    if found is None:
        return
    names = store.view.named(_ids_of(found))
    _seen(store, found.sight, subject)
    points = [findings.cut_point(each, names) for each in found.cut_points[:MOST_NAMED]]
    ties = [findings.bridge(each, names) for each in found.bridges[:MOST_NAMED]]
    links = [findings.broker(each, found.communities, names) for each in found.brokers[:MOST_NAMED]]
    if points:
        analysed.lead(points[0].says, "Entities and ties without which others are cut off, and who links communities.")
    else:
        analysed.lead("Nobody is cut off, whoever is taken out.", "Each entity is held by more than one other.")
    for title, means, found_here, total in (
        ("Cut points", "Without each of these, others are cut off from the rest.", points, len(found.cut_points)),
        ("Bridges", "The only tie between two sides, of at least two entities each.", ties, len(found.bridges)),
        ("Brokers", "Who has ties into other communities than their own.", links, len(found.brokers)),
    ):
        st.subheader(title, anchor=False)
        st.caption(means if found_here else f"{means} There are none.")
        analysed.lines(store, title, _scaled(found_here), names, total)


def _ids_of(found: Joints) -> list[str]:
    ids = [
        id
        for each in found.cut_points[:MOST_NAMED]
        for id in (each.id, *[i for part in each.parts for i in part.first][:4])
    ]
    ids += [id for each in found.bridges[:MOST_NAMED] for id in (each.outer, each.inner, *each.side.first[:4])]
    ids += [each.id for each in found.brokers[:MOST_NAMED]]
    return list(dict.fromkeys([*ids, *(each.members[0] for each in found.communities)]))


def _scaled(found: list[Finding]) -> list[Finding]:
    most = max((each.share for each in found), default=0.0) or 1.0
    return [Finding(each.id, each.says, each.share / most, each.leads) for each in found]


def _changes(store: Store, subject: Subject) -> None:
    since, until = _days(store)
    if since >= until:
        st.warning("The first day must be before the second.", icon=":material/event_busy:")
        return
    ids = subject.ids if isinstance(subject, OfPicture) else None
    of_store = OfStore(store.address, _filter())
    found: Changed | None = waiting.result(store, "Changes", changed, of_store, ids, since, until)
    if found is None:
        return
    names = store.view.named(sorted({id for each in found.changes for id in (each.source, each.target)}))
    means = (
        "What was known on the evening of each day, by the dates of the reports; an edge is what all its claims say."
    )
    analysed.lead(findings.changes(found, since, until), means)
    asked.show_parts(store.view, traces.changes(_filter(), ids, since, until), key="changes")
    for kind, (title, means) in KINDS.items():
        here = [each for each in found.changes if each.kind is kind]
        if here:
            st.subheader(f"{title} · {len(here):,}", anchor=False, help=means)
            most = max(abs(each.new) for each in here) or 1
            listed = [Finding(each.source, findings.change(each, names), abs(each.new) / most, (each.source, each.target)) for each in here]  # fmt: skip
            analysed.lines(store, title, listed, names)


def _days(store: Store) -> tuple[date, date]:
    last = next((claim.reported_on for claim in store.view.recent_claims(1) if claim.reported_on), date.today())
    before, after = st.columns(2)
    since = before.date_input("As known on", last - timedelta(days=180), key=SINCE, min_value=date(1900, 1, 1))
    until = after.date_input("and on", last, key=UNTIL, min_value=date(1900, 1, 1))
    return since, until


def _seen(store: Store, sight: Sight, subject: Subject) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(findings.sight(sight, whole=isinstance(subject, OfStore)))
        asked.show_parts(store.view, traces.analysis(subject, _filter()), key="analysis")


def _filter() -> Filter:
    """What the visitor lets through of the store, wherever it is looked at."""
    scene = visit.scene()
    return scene.filter if scene else EVERYTHING


def _offer_paint(label: str, paint: Callable[[], None]) -> None:
    if visit.scene() is not None:
        st.button(label, key=label, icon=":material/palette:", on_click=paint)


def _size(said: str, values: dict[str, float]) -> None:
    if scene := visit.scene():
        drawn = {id: values[id] for id in scene.ids if id in values}
        analysed.paint(size_by(said, drawn, scene.colouring, name_basis(scene.filter, scene.ids)), f"Sized by {said}")


def _colour(store: Store, communities: list[Community]) -> None:
    if scene := visit.scene():
        drawn = {each: [id for id in each.members if id in scene.places] for each in communities}
        there = [each for each in communities if drawn[each]]
        names = store.view.named([id for each in there for id in each.members[: findings.NAMED]])
        called = [findings.called(each, names) for each in there]
        groups = [drawn[each] for each in there]
        on = name_basis(scene.filter, scene.ids)
        analysed.paint(colour_by("community", groups, called, scene.colouring, on), "Coloured by community")
