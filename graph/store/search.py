"""Search: entities by whatever they are called, and edges by the words for their relation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from graph.lexicon.forms import load_forms
from graph.lexicon.lexicon import Surface
from graph.schema.schema import Schema
from graph.store.asking import Question, Way, read_question
from graph.store.database import Database
from graph.store.found import Found, Hit, How, Tie
from graph.store.query import make_query, readable
from graph.store.ranking import Candidate, first_by_id, rank
from graph.store.read_rows import read_edge
from graph.store.statements import any_relation, load_statement
from graph.store.view_records import Edge, Named

REACH = 300  # candidates that a search ranks
KNOWN = 60  # names of the lexicon that begin with what was typed
LONGEST = 200  # characters of a name that are compared
TIES = 6
SURE = How.BEGINNING  # what fits worse is not taken for a name in a question


@dataclass(frozen=True, slots=True)
class Search:
    """The search of a store; every call is a few queries by indexes, however large the store."""

    database: Database
    schema: Schema

    def find(self, text: str, limit: int = 10) -> Found:
        """Everything that fits what was typed; any text is safe."""
        typed = " ".join(readable(text).split())
        if not make_query(typed):
            return Found("")
        whole, reached = self._entities(typed)
        named = any(hit.how <= How.KNOWN for hit in whole)
        question = Question((), ()) if named else read_question(typed)
        parts = self._parts(question, whole)
        hits = tuple({hit.id: hit for hit in (*whole, *(hits[0] for hits in parts.values() if hits))}.values())
        asked = self._ties(question, parts)
        ties, missing = tuple(tie for tie in asked if tie.edges), tuple(tie for tie in asked if not tie.edges)
        near = () if hits or ties else self._near(typed)
        absent = () if named else self._absent([typed, *parts])
        return Found(typed, hits[:limit], len(hits), reached, ties[:TIES], missing[:TIES], near, absent)

    def hits(self, text: str, limit: int = 10) -> tuple[Hit, ...]:
        """The entities that fit, best first; where none does, there are none."""
        typed = " ".join(readable(text).split())
        return self._entities(typed)[0][:limit] if make_query(typed) else ()

    def edges(self, relation: str, limit: int = 12) -> tuple[Edge, ...]:
        """The best supported edges of a relation."""
        return tuple(read_edge(row["edge"]) for row in self._read("search_edges", RELATION=relation, limit=limit))

    def tie(self, id: str) -> Tie | None:
        """The tie that has that id, as the store holds it now; None where the id means nothing here."""
        source, relation, target = [*id.split("~"), "", ""][:3]
        if relation not in self.schema.relations:
            return None
        named = {row["id"]: _named(row) for row in self._by_id([end for end in (source, target) if end]).values()}
        if (source and source not in named) or (target and target not in named):
            return None
        return Tie(relation, named.get(source), named.get(target), self._any(relation).edges)

    def _entities(self, typed: str) -> tuple[tuple[Hit, ...], bool]:
        """All entities that fit, best first, and whether there were more than are looked at."""
        return self._all([typed])[typed]

    def _all(self, texts: Sequence[str]) -> dict[str, tuple[tuple[Hit, ...], bool]]:
        probes = [{"text": text, "query": make_query(text)} for text in texts]
        rows = self._read(
            "search_names", probes=[each for each in probes if each["query"]], reach=REACH, longest=LONGEST
        )
        forms = {text: self._forms(text) for text in texts}
        known = self._by_id([id for each in forms.values() for id in each])
        found: dict[str, tuple[tuple[Hit, ...], bool]] = {}
        for text in texts:
            mine = [row for row in rows if row["text"] == text]
            ranked = _ranked(text, mine, forms[text], known)
            found[text] = (ranked, len(mine) >= REACH)
        return found

    def _forms(self, text: str) -> Mapping[str, Surface]:
        forms = load_forms()
        return first_by_id((*forms.whole(text), *forms.begun(text, KNOWN), *forms.near(text)))

    def _by_id(self, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        """The entities that the store has under those ids, by the id that was asked for."""
        if not ids:
            return {}
        return {row["asked"]: row.data() for row in self._read("search_known", ids=list(ids), longest=LONGEST)}

    def _parts(self, question: Question, whole: Sequence[Hit]) -> dict[str, tuple[Hit, ...]]:
        """For each name that the question may hold what it may be; nothing where the whole text is a name already."""
        if not question.names or (not question.relations and any(hit.how <= SURE for hit in whole)):
            return {}
        texts = list(dict.fromkeys(name for names in question.names for name in names))
        found = {text: hits for text, (hits, _reached) in self._all(texts).items()}
        best = min(question.names, key=lambda names: _doubt(names, found))
        if any(not found[name] for name in best) and not question.relations:
            return {}
        return {name: found[name] for name in best}

    def _ties(self, question: Question, parts: Mapping[str, Sequence[Hit]]) -> tuple[Tie, ...]:
        ends = [hits[0] for hits in parts.values() if hits]
        if len(parts) == 2 and len(ends) == 2 and ends[0].id != ends[1].id:
            return self._between(ends[0], ends[1], question.relations)
        if len(parts) == 1 and ends:
            return tuple(tie for name in question.relations for tie in self._from(ends[0], name, question.ways))
        return () if question.names else tuple(map(self._any, question.relations))

    def _between(self, left: Hit, right: Hit, relations: Sequence[str]) -> tuple[Tie, ...]:
        """The edges between two, those of the relations that were asked for first."""
        rows = self._read("search_between", left=left.id, right=right.id)
        edges = sorted(
            (read_edge(row["edge"]) for row in rows), key=lambda edge: (edge.relation not in relations, -edge.claims)
        )
        named = {hit.id: Named(hit.id, hit.type, hit.name) for hit in (left, right)}
        return tuple(Tie(edge.relation, named[edge.source], named[edge.target], 1, edge) for edge in edges)

    def _from(self, end: Hit, relation: str, ways: Iterable[Way]) -> tuple[Tie, ...]:
        """The edges of a relation that an entity has, each way that was asked for."""
        row = self._read("search_ties", RELATION=relation, id=end.id)[0]
        named = Named(end.id, end.type, end.name)
        if self.schema.relations[relation].symmetric:
            return (Tie(relation, named, None, row["outgoing"] + row["incoming"]),)
        ties = {"out": Tie(relation, named, None, row["outgoing"]), "in": Tie(relation, None, named, row["incoming"])}
        return tuple(ties[way] for way in ways)

    def _any(self, relation: str) -> Tie:
        return Tie(relation, None, None, self._read("search_relation", RELATION=relation)[0]["edges"])

    def _near(self, typed: str) -> tuple[Hit, ...]:
        """What may have been meant: entities that have one of the words, or nearly."""
        query = make_query(typed, some=True)
        rows = self._read("search_names", probes=[{"text": typed, "query": query}], reach=20, longest=LONGEST)
        near = [Hit(row["id"], row["type"], row["names"][0], row["claims"], row["documents"], How.NEAR) for row in rows]
        return tuple(near[:5])

    def _absent(self, texts: Iterable[str]) -> tuple[Named, ...]:
        """What the lexicon knows by such a name and the store lacks."""
        entries = {each.entry.id: each.entry for text in texts for each in load_forms().whole(text)}
        stored = self._by_id(list(entries))
        return tuple(Named(id, each.type, each.name) for id, each in entries.items() if id not in stored)

    def _read(self, name: str, RELATION: str = "", **values: Any) -> list[Any]:  # noqa: N803  the statement's blank
        blanks = {"RELATIONS": any_relation(self.schema)} | ({"RELATION": RELATION} if RELATION else {})
        return self.database.read(load_statement(name, **blanks), **values)


def _ranked(
    text: str,
    rows: Iterable[Mapping[str, Any]],
    forms: Mapping[str, Surface],
    known: Mapping[str, Mapping[str, Any]],
) -> tuple[Hit, ...]:
    candidates = {row["id"]: _candidate(row) for row in rows}
    for id, surface in forms.items():
        if id in known:
            row = known[id]
            candidates[row["id"]] = replace(candidates.get(row["id"]) or _candidate(row), known=surface)
    return rank(text, candidates.values())


def _named(row: Mapping[str, Any]) -> Named:
    return Named(row["id"], row["type"], row["names"][0])


def _candidate(row: Mapping[str, Any]) -> Candidate:
    return Candidate(row["id"], row["type"], tuple(row["names"]), row["claims"], row["documents"])


def _doubt(names: Sequence[str], found: Mapping[str, Sequence[Hit]]) -> tuple[int, int]:
    """How far a way of parting a text into names is from what the store has."""
    hows = [found[name][0].how if found[name] else 9 for name in names]
    return (max(hows), sum(hows))
