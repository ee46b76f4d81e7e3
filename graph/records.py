"""The nouns of Entente: what is read, what is found in it, what it claims.

Every record is a frozen value; stages are functions from record to record. Offsets are character offsets into
`Document.text`, half open: `text[start:end]` is the quoted words.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import astuple, dataclass, field
from datetime import UTC, date, datetime
from enum import StrEnum

Span = tuple[int, int]


class Verdict(StrEnum):
    """What a person judged: of two entities, of an entity in one document, of a claim, or of a judgement before."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
    SPLIT = "split"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    CORRECTED = "corrected"
    UNDONE = "undone"


class Modality(StrEnum):
    """How firmly a claim is put. Whether somebody else says so is kept apart, in `Claim.reported`."""

    ASSERTED = "asserted"
    EXPECTED = "expected"
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True, slots=True)
class Document:
    """One article as it was read: its words, and where and when they were published.

    `id` is the source's own id where it has one, else made from the URL, else from the text: never from a clock or a
    path, so the same article has the same id on every machine. `source` says where it was read from (a path or a URL);
    a later document from the same source is its corrected version.
    """

    id: str
    text: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    source: str | None = None

    @property
    def name(self) -> str:
        """What to call it before a reader: its title, else where it was read, else its id."""
        return self.title or self.source or self.id

    @property
    def fingerprint(self) -> str:
        """A hash of everything a reader would notice, so that an unchanged article is not extracted twice."""
        parts = (self.id, self.text, self.title, self.publisher, self.author, str(self.published), self.url)
        return content_hash(*(part or "" for part in parts))


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names, or stands for, an entity.

    `how` says what found it: lexicon, designation, suffix, ner, nominal, acronym, surname or coreference.
    """

    start: int
    end: int
    type: str
    text: str
    entity: str
    how: str


@dataclass(frozen=True, slots=True)
class Entity:
    """The thing behind its mentions: a state, a firm, a weapon system.

    `generic` marks a class of things ("kamikaze drones") rather than a named one. `family` is the id of the system
    that this one is a variant of (F-35A of F-35). `known` is false where no lexicon lists it and only the text names it.
    `same_as` are addresses of the same thing elsewhere, such as its page on Wikidata.
    """

    id: str
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
    generic: bool = False
    family: str | None = None
    known: bool = False
    same_as: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as the text writes it and as it reads: "thirteen" and 13, "$1.5 billion" and 1.5e9 USD.

    `number` is None where the words give none ("dozens"). `currency` is an ISO 4217 code, None for plain counts.
    """

    text: str
    number: float | None = None
    currency: str | None = None

    @property
    def plain(self) -> float | int | None:
        """The number as people write it: 13, not 13.0."""
        return int(self.number) if self.number is not None and float(self.number).is_integer() else self.number


@dataclass(frozen=True, slots=True)
class When:
    """A date as the text writes it and the days it covers, first and last included.

    "April" in an article of November 2021 is 2021-04-01 to 2021-04-30. `start` and `end` are None where the words
    can't be placed ("soon"), or open ("since 2019" has no end).
    """

    text: str
    start: date | None = None
    end: date | None = None

    @property
    def iso(self) -> str | None:
        """The shortest ISO form that says the same: 2021, 2021-04, 2021-04-17, or an interval start/end."""
        if self.start is None or self.end is None:
            return f"{self.start or '..'}/{self.end or '..'}" if self.start or self.end else None
        if self.start == self.end or self.end == date.max:
            return self.start.isoformat() if self.start == self.end else f"{self.start}/{self.end}"
        after = date.fromordinal(self.end.toordinal() + 1)
        if self.start.day == 1 and after.day == 1:
            if (after.year, after.month) == (self.start.year + self.start.month // 12, self.start.month % 12 + 1):
                return self.start.isoformat()[:7]
            if self.start.month == 1 and after.month == 1 and after.year == self.start.year + 1:
                return str(self.start.year)
        return f"{self.start}/{self.end}"


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so: the words that name the speaker, and the entity they are, where it is one of ours."""

    text: str
    entity: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where in the document a claim is made: its sentence, the cue in it, and the words that stand for both ends.

    All spans are document offsets. `coreference` is true where an end is named elsewhere ("the kingdom").
    """

    sentence: str
    start: int
    end: int
    cue: Span
    source: Span
    target: Span
    coreference: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """One document's saying that a relation holds between two entities.

    `source`, `target` and the values of `roles` are entity ids; role names are those that the schema lists for the
    relation (system, counterpart, under, event, place). `rule` names the row of the relation table that made it.
    `confidence` is how often claims scored like this one proved right on annotated news, 0 to 1; None where nothing
    was measured. `reasons` are what spoke for a learnt claim, strongest first; a rule's claim needs none.
    """

    id: str
    document: str
    relation: str
    source: str
    target: str
    modality: Modality
    evidence: Evidence
    rule: str
    reported: bool = False
    attributed_to: Attribution | None = None
    roles: Mapping[str, str] = field(default_factory=dict)
    quantity: Amount | None = None
    value: Amount | None = None
    when: When | None = None
    reported_on: date | None = None
    confidence: float | None = None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rejection:
    """A cue that was seen and did not become a claim, and why: so that nothing vanishes silently."""

    reason: str
    cue: str
    sentence: str
    start: int
    end: int
    relation: str | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that was found in one document, ready to be stored: whole or not at all.

    `engine` names what read it, and in which version ("builtin:5f0c...", "llm:llama3.1:5f0c..."); None where nobody cares.
    """

    document: Document
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    rejections: tuple[Rejection, ...]
    engine: str | None = None

    @property
    def fingerprint(self) -> str:
        """A hash of the document and of what read it."""
        return make_fingerprint(self.document, self.engine)


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person puts in the place of what was read; None where that stays.

    Of a claim: its relation, its ends (entity ids) or its modality. `name` is what to call an entity that a judgement
    names and no text does.
    """

    relation: str | None = None
    source: str | None = None
    target: str | None = None
    modality: Modality | None = None
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One line of the ledger: who judged what, when and why. Lines are added and never changed.

    `subject` is what it is about: two entity ids (same, different, unsure); an entity id, a document's id and the entity
    id that it becomes there (split); a claim's id (accepted, rejected, corrected). `undoes` is the id of the judgement
    that this one takes back; then the verdict is undone and the subject that of the other. `at` is in UTC.
    """

    id: str
    verdict: Verdict
    subject: tuple[str, ...]
    by: str
    at: datetime
    why: str = ""
    correction: Correction | None = None
    undoes: str | None = None


def make_judgement(
    verdict: Verdict,
    subject: tuple[str, ...],
    by: str,
    at: datetime,
    why: str = "",
    correction: Correction | None = None,
    undoes: str | None = None,
) -> Judgement:
    """A judgement with the id that its words make; its time in UTC."""
    at = at.astimezone(UTC)
    corrected = [part or "" for part in astuple(correction)] if correction else []
    id_ = content_hash(verdict, *subject, by, at.isoformat(), why, *corrected, undoes or "")
    return Judgement(id_, verdict, subject, by, at, why, correction, undoes)


def content_hash(*parts: str) -> str:
    """The id of a thing made from what it says: 16 hex digits, the same on every machine."""
    said = "\x1f".join(parts).encode(errors="surrogatepass")  # half of a sign has a hash too
    return hashlib.sha256(said).hexdigest()[:16]


def make_fingerprint(document: Document, engine: str | None) -> str:
    """A hash of a document as an engine reads it: another engine may find other claims in the same words."""
    return content_hash(document.fingerprint, engine) if engine else document.fingerprint


def make_claim_id(document: str, relation: str, evidence: Evidence) -> str:
    """A claim's id: the document, the relation and the words that carry it. A better rule keeps the id."""
    spans = (evidence.source, evidence.target, evidence.cue)
    return content_hash(document, relation, *(f"{start}-{end}" for start, end in spans))
