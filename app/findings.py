"""What an analysis found, in words: each finding a sentence that says what the number means. Knows no Streamlit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app import text
from app.analyses import Changed, Middle, Sight
from graph.analysis.bridges import Bridge, Broker, CutPoint
from graph.analysis.centrality import Measure, Rank, Ranking
from graph.analysis.changes import Change, Kind
from graph.analysis.communities import Bond, Community
from graph.schema.schema import load_schema
from graph.store.view_records import Named

Names = Mapping[str, Named]
NAMED = 3  # entities named of several
MEMBERS = 6  # of a community that is described


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of a result: the entity that it is about, the sentence, and how long its bar is, 0 to 1.

    `leads` are the entities whose picture shows it.
    """

    id: str
    says: str
    share: float
    leads: tuple[str, ...] = ()


TITLES: Mapping[Measure, str] = {
    Measure.NEIGHBOURS: "Neighbours",
    Measure.CLAIMS: "Claims",
    Measure.BETWEEN: "Go-between",
    Measure.VISITED: "Pull",
}
MEANS: Mapping[Measure, str] = {
    Measure.NEIGHBOURS: "To how many of the others an entity is tied, by whatever relation.",
    Measure.CLAIMS: "In how many of the claims an entity is at one end: what the articles tell most of.",
    Measure.BETWEEN: "On how many of the shortest ways between two others an entity lies: who links those that have no tie of their own (betweenness).",
    Measure.VISITED: "How often somebody comes by an entity who goes at random from one to the next, along claims: it counts most to be tied to those who are tied to many (PageRank).",
}  # fmt: skip


def sight(seen: Sight, *, whole: bool) -> str:
    """What was looked at: "42 entities and 61 ties are drawn", or how much of the store."""
    entities, ties = text.plural(seen.entities, "entity", "entities"), text.plural(seen.ties, "tie")
    if not whole:
        return f"{entities} and {ties} are drawn."
    if seen.ties < seen.of_ties:
        return f"Of the whole store: the {seen.ties:,} best supported of {seen.of_ties:,} ties, among {entities}."
    return f"The whole store, as filtered: {entities}, {ties}."


def ranked(ranking: Ranking, names: Names) -> list[Finding]:
    """Each ranked entity that has a name and a value, in words."""
    most = max((each.value for each in ranking.ranks), default=0) or 1
    return [
        Finding(each.id, _rank_says(each, ranking, names[each.id].name), each.value / most, (each.id,))
        for each in ranking.ranks
        if each.id in names and each.value > 0
    ]


def count_ranked(found: Middle) -> int:
    """How many entities have a place in a ranking: all that were looked at where it lists only the first of them."""
    ranks = found.ranking.ranks
    return found.sight.entities if len(ranks) < found.sight.entities else sum(1 for each in ranks if each.value > 0)


def _rank_says(rank: Rank, ranking: Ranking, name: str) -> str:
    who = f"{text.short(name)} ranks {ordinal(rank.place)}"
    match ranking.measure:
        case Measure.NEIGHBOURS:
            return f"{who}: tied to {rank.value:,.0f} of the {rank.of:,.0f} others."
        case Measure.CLAIMS:
            return f"{who}: at one end of {rank.value:,.0f} of {text.plural(int(rank.of), 'claim')}."
        case Measure.VISITED:
            return f"{who}: a walker along claims is there {percent(rank.value)} of the time."
    about = "by estimate, " if ranking.starts else ""
    return f"{who}: {about}{amount(rank.value)} of {rank.of:,.0f} shortest paths run over it ({percent(rank.value / rank.of if rank.of else 0)})."  # fmt: skip


def called(community: Community, names: Names) -> str:
    """What a community is called: its first members, "Morocco, Israel and 12 more"."""
    return listed([name_of(id, names) for id in community.members[:NAMED]], community.size)


def community_says(place: int, communities: Sequence[Community], bonds: Sequence[Bond], names: Names) -> str:
    """How large a community is, how much its members are told of together, and with whom else."""
    community = communities[place]
    outside = [bond for bond in bonds if place in (bond.left, bond.right)]
    says = f"{text.plural(community.size, 'entity', 'entities')}, {text.plural(community.claims, 'claim')} among them"
    if not outside:
        return f"{says}, none with others."
    nearest = max(outside, key=lambda bond: (bond.claims, -bond.left, -bond.right))
    other = communities[nearest.right if nearest.left == place else nearest.left]
    first = name_of(other.members[0], names)
    return f"{says}, {sum(bond.claims for bond in outside):,} with others, most of them ({nearest.claims:,}) with the community of {first}."  # fmt: skip


def cut_point(point: CutPoint, names: Names) -> Finding:
    """Who would be cut off from the rest without an entity."""
    away = [id for part in point.parts for id in part.first]
    who = listed([name_of(id, names) for id in away[:NAMED]], point.cut_off)
    says = f"Without {name_of(point.id, names)}, {text.plural(point.cut_off, 'entity', 'entities')} would be cut off from the rest: {who}."  # fmt: skip
    return Finding(point.id, says, float(point.cut_off), (point.id, *away))


def bridge(each: Bridge, names: Names) -> Finding:
    """Which side hangs by one tie only."""
    side = each.side
    who = listed([name_of(id, names) for id in side.first[:NAMED]], side.size)
    says = f"Only the tie between {name_of(each.outer, names)} and {name_of(each.inner, names)} holds {text.plural(side.size, 'entity', 'entities')} to the rest: {who}."  # fmt: skip
    return Finding(each.inner, says, float(side.size), (each.outer, each.inner, *side.first))


def broker(each: Broker, communities: Sequence[Community], names: Names) -> Finding:
    """Which communities an entity ties to its own."""
    firsts = [name_of(communities[number].members[0], names) for number, _ties in each.abroad]
    others = listed(firsts[:NAMED], len(firsts))
    what = "the community" if len(firsts) == 1 else f"{len(firsts)} communities, those"
    says = f"{name_of(each.id, names)} links its own community with {what} of {others}: {each.outside:,} of its {text.plural(each.neighbours, 'neighbour')} are there."  # fmt: skip
    return Finding(each.id, says, float(len(each.abroad)), (each.id,))


KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.APPEARED: ("New", "said for the first time"),
    Kind.FIRMER: ("Firmer", "said more firmly than before"),
    Kind.DENIED: ("Denied", "denied for the first time, by some or by all"),
    Kind.WEAKER: ("Less firm", "said less firmly than before"),
    Kind.DISAPPEARED: ("Gone", "no longer said"),
    Kind.REPEATED: ("Said again", "told by more claims than before, as firmly"),
}


def changes(found: Changed, since: date, until: date) -> str:
    """How many edges changed, and of how many that was asked."""
    told = f"Between {since} and {until}, {text.plural(len(found.changes), 'edge')} changed"
    if found.looked_at < found.total:
        return f"{told} of the {found.looked_at:,} looked at, the most told of {found.total:,}."
    return f"{told}."


def change(each: Change, names: Names) -> str:
    """How an edge changed: "Morocco procures Hermes 900: was expected, is asserted now, by 2 more claims"."""
    relation = load_schema().relations.get(each.relation)
    phrase = relation.phrase if relation else each.relation
    said = f"{name_of(each.source, names)} {phrase} {name_of(each.target, names)}"
    claims = text.plural(abs(each.new), "claim")
    match each.kind:
        case Kind.APPEARED:
            return f"{said}: {each.now}, by {claims}."
        case Kind.DENIED if each.was is None:
            return f"{said}: {'denied' if each.now == 'denied' else f'{each.now}, and denied by some'}, by {claims}."
        case Kind.DENIED:
            return f"{said}: was {each.was}, now {'all deny it' if each.now == 'denied' else 'some deny it'}; {claims} more."
        case Kind.FIRMER | Kind.WEAKER:
            return f"{said}: was {each.was}, is {each.now} now; {claims} {'more' if each.new >= 0 else 'fewer'}."
        case Kind.DISAPPEARED:
            return f"{said}: was {each.was}, by {claims}; no longer said."
    return f"{said}: still {each.now}; {claims} {'more' if each.new > 0 else 'fewer'}."


def name_of(id: str, names: Names) -> str:
    """What an entity is called, on one line."""
    return text.short(names[id].name) if id in names else text.short(id)


def listed(first: Sequence[str], total: int) -> str:
    """Names one after the other, and how many more there are: "A, B and 3 more"."""
    rest = total - len(first)
    if rest > 0:
        return f"{', '.join(first)} and {rest:,} more"
    return " and ".join([", ".join(first[:-1]), first[-1]]) if len(first) > 1 else "".join(first)


def ordinal(number: int) -> str:
    """1st, 2nd, 3rd, 4th … 11th."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number:,}{ending}"


def percent(share: float) -> str:
    """A share in percent, with a decimal where it is small: 27 %, 0.4 %."""
    hundred = 100 * share
    return (
        f"{hundred:.0f} %"
        if hundred >= 10 or hundred == 0
        else f"{hundred:.1f} %"
        if hundred >= 0.05
        else "under 0.1 %"
    )


def amount(value: float) -> str:
    """A number of paths: whole where it is, else with one decimal, as of several equally short paths each counts its share."""
    return f"{value:,.0f}" if abs(value - round(value)) < 0.05 else f"{value:,.1f}"
