"""The relation table: which cue says which relation, and where its ends stand. Read from rules/*.yml and checked."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from graph.errors import SchemaError
from graph.extract.frames import is_step
from graph.records import Modality
from graph.schema.schema import RoleName, load_schema

KINDS = ("verbs", "nouns", "adjectives", "participles", "phrases")
PHRASES = frozenset({"before", "possessive", "pair"})
PAIRED = "both"
ALONE = "alone"
EITHER = "|"


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Example(_Strict):
    """A sentence that the file must turn into a claim: "MAR -> system:bayraktar-tb2"."""

    text: str
    claim: str
    modality: Modality = Modality.ASSERTED


class Row(_Strict):
    """One way to say the relation.

    Cues: lemmas of `verbs`, `nouns`, `adjectives`; `participles` after a name ("Israeli-made"); `phrases`, where a name
    modifies another one (before it, possessive, in a pair "A-B war"). `source`, `target` and `roles` are paths of
    graph.extract.frames; the first that leads to a name of the right type wins, all of them where `several` is set.
    The target `both` pairs the sources with each other; `alone` is the only state that the document is about, where no
    other path leads anywhere.

    Conditions: `where` asks for one of the lemmas at the end of a path (or of either, `a|b`), `unless` forbids them;
    `topics` asks for a word within the cue's or its object's phrase, `needs` for a role that is filled, `passive` for the
    voice, `joint` for "jointly" or the like; `common` wants the cue as a common noun, not within a name; `named` wants a
    designation, not a class of systems; `sure` refuses firms that only the parser's guess makes a name. Of a name that
    modifies, `senses` asks how it names a state (adjective, name, navy...), `home` whether that state is known to make
    the system, `acting` whether what it modifies does something.

    `modality` is how firmly the row says it, if nothing around it says it less firmly; `presupposed` claims are not
    touched by what is said about them ("Russia's invasion of Ukraine").
    """

    name: str
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    source: tuple[str, ...]
    target: tuple[str, ...]
    source_types: tuple[str, ...] = ()
    target_types: tuple[str, ...] = ()
    roles: Mapping[RoleName, tuple[str, ...]] = {}
    where: Mapping[str, tuple[str, ...]] = {}
    unless: Mapping[str, tuple[str, ...]] = {}
    topics: tuple[str, ...] = ()
    senses: tuple[str, ...] = ()
    needs: tuple[RoleName, ...] = ()
    passive: bool | None = None
    joint: bool | None = None
    acting: bool | None = None
    home: bool | None = None
    named: bool = False
    several: bool = False
    sure: bool = False
    common: bool = False
    presupposed: bool = False
    modality: Modality | None = None


class RuleFile(_Strict):
    """All rows of one relation, with sentences that they must and mustn't turn into a claim."""

    relation: str
    rows: tuple[Row, ...]
    matches: tuple[Example, ...]
    refuses: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Rule:
    """A row in its relation, with the types that its ends may have."""

    relation: str
    row: Row
    name: str
    sources: frozenset[str]
    targets: frozenset[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The rules by the kind of cue and its lemma."""

    rules: tuple[Rule, ...]
    by_cue: Mapping[tuple[str, str], tuple[Rule, ...]]

    def rules_for(self, kind: str, lemma: str) -> tuple[Rule, ...]:
        """The rules that this cue may fire, in the order of the files."""
        return self.by_cue.get((kind, lemma), ())


@cache
def load_table() -> Table:
    """The table of all rule files. Raises SchemaError naming the file and row that is wrong."""
    rules = [rule for file in iter_rule_files() for rule in _rules_of(file)]
    by_cue: dict[tuple[str, str], list[Rule]] = defaultdict(list)
    for rule in rules:
        for kind in KINDS:
            for lemma in getattr(rule.row, kind):
                by_cue[kind, lemma].append(rule)
    return Table(tuple(rules), {cue: tuple(found) for cue, found in by_cue.items()})


def iter_rule_files() -> Iterator[RuleFile]:
    """The rule files in order of relation name. Raises SchemaError for one that isn't as it should be."""
    groups = _load_groups()
    for path in sorted((files("graph.extract") / "rules").iterdir(), key=lambda path: path.name):
        if path.name.endswith(".yml"):
            yield read_rule_file(path.name, _read(path), groups)


def read_rule_file(name: str, raw: object, groups: Mapping[str, list[str]]) -> RuleFile:
    """A rule file from its parsed YAML, with `$group` names replaced by the words of cues.yml."""
    try:
        file = RuleFile.model_validate(_spell_out(raw, groups, name))
    except ValidationError as error:
        raise SchemaError(f"{name}: {error}") from error
    _check(name, file)
    return file


def _read(path: Traversable) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


@cache
def _load_groups() -> dict[str, list[str]]:
    raw = _read(files("graph.extract") / "cues.yml")
    if not isinstance(raw, dict) or not all(isinstance(words, list) for words in raw.values()):
        raise SchemaError("cues.yml: wanted a list of words under each name")
    return raw


def _spell_out(raw: object, groups: Mapping[str, list[str]], name: str) -> object:
    if isinstance(raw, dict):
        return {key: _spell_out(value, groups, name) for key, value in raw.items()}
    if isinstance(raw, list):
        return [word for value in raw for word in _members(value, groups, name)]
    return raw


def _members(value: object, groups: Mapping[str, list[str]], name: str) -> list[object]:
    if isinstance(value, str) and value.startswith("$"):
        if value[1:] not in groups:
            raise SchemaError(f"{name}: no group {value!r}; cues.yml has {', '.join(groups)}")
        return list(groups[value[1:]])
    return [_spell_out(value, groups, name)]


def _check(name: str, file: RuleFile) -> None:
    schema = load_schema()
    relation = schema.relations.get(file.relation)
    if relation is None:
        raise SchemaError(f"{name}: no relation {file.relation!r}; relations.yml has {', '.join(schema.relations)}")
    names = [row.name for row in file.rows]
    if len(set(names)) < len(names):
        raise SchemaError(f"{name}: two rows have the same name")
    for row in file.rows:
        where = f"{name}, row {row.name!r}"
        _check_paths(where, row)
        _check_ends(where, row, relation.source, relation.target)
        unknown = [role for role in (*row.roles, *row.needs) if role not in relation.roles]
        if unknown:
            raise SchemaError(f"{where}: {file.relation} has no role {unknown[0]!r}")


def _check_paths(where: str, row: Row) -> None:
    paths = [*row.source, *row.target, *(path for role in row.roles.values() for path in role)]
    paths += [path for condition in (*row.where, *row.unless) for path in condition.split(EITHER)]
    for path in paths:
        if path not in (PAIRED, ALONE) and not is_step(path):
            raise SchemaError(f"{where}: no step leads along {path!r}")
    if not any(getattr(row, kind) for kind in KINDS):
        raise SchemaError(f"{where}: no cue; give one of {', '.join(KINDS)}")
    if not set(row.phrases) <= PHRASES:
        raise SchemaError(f"{where}: phrases are {', '.join(sorted(PHRASES))}, not {', '.join(row.phrases)}")


def _check_ends(where: str, row: Row, sources: tuple[str, ...], targets: tuple[str, ...]) -> None:
    for kind, narrowed, allowed in (("source", row.source_types, sources), ("target", row.target_types, targets)):
        wrong = [name for name in narrowed if name not in allowed]
        if wrong:
            raise SchemaError(f"{where}: a {kind} may be {', '.join(allowed)}, not {wrong[0]}")


def _rules_of(file: RuleFile) -> Iterator[Rule]:
    relation = load_schema().relations[file.relation]
    for row in file.rows:
        sources = frozenset(row.source_types or relation.source)
        targets = frozenset(row.target_types or relation.target)
        yield Rule(file.relation, row, f"{file.relation.lower()}.{row.name}", sources, targets)
