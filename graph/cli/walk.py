"""`entente review` in a terminal: one question after the other, one letter an answer, also from a pipe."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.cli.telling import complain, say
from graph.errors import JudgementError
from graph.records import Judgement, Verdict
from graph.resolve.judgements import Resolution, resolve
from graph.resolve.suggest import Suggestion
from graph.store.review import OF_CLAIMS, OF_PAIRS, Dossier, kept_first, open_pairs
from graph.store.view_records import Node, StoredClaim
from graph.wording import one_line, plural, sure

if TYPE_CHECKING:  # as in main
    from graph.store.store import Store

MOST = 200  # suggestions read at once
WIDE = 160
CLAIMS_SHOWN = 3  # of each entity
ENTITIES = {"s": Verdict.SAME, "d": Verdict.DIFFERENT, "u": Verdict.UNSURE}
CLAIMS = {"a": Verdict.ACCEPTED, "r": Verdict.REJECTED}
MOVES = {"n": "skip", "z": "undo", "q": "quit"}
SWAP = {"x": "swap"}


@dataclass(slots=True)
class Walk:
    """One reader's way through a queue. An answer is a letter, or its word, and the reason behind it if there is one."""

    store: "Store"
    by: str
    judged: list[Judgement] = field(default_factory=list)

    def pairs(self) -> None:
        """Ask of each suggested pair whether the two are one, until none is left or the reader quits."""
        resolution = resolve(self.store.ledger.export())
        suggested = self.store.suggestions.read(MOST)
        passed: set[frozenset[str]] = set()
        while waiting := _waiting(suggested, resolution, passed):
            letter = self._pair(waiting[0], len(waiting) + len(passed), resolution)
            if letter == "q":
                return self._end()
            if letter == "n":
                passed.add(frozenset((waiting[0].left, waiting[0].right)))
        self._end("No suggested pair is left", len(passed))

    def _pair(self, pair: Suggestion, left: int, resolution: Resolution) -> str:
        """Ask about one pair until the answer leads on; gives that answer."""
        first, second = pair.left, pair.right
        while True:
            kept, other = kept_first(first, second)
            self._tell_pair(pair, kept, other, left)
            letter, why = _ask({**_words(ENTITIES), **SWAP, **MOVES})
            if letter in ENTITIES:
                judgement = self._judge(ENTITIES[letter], why, kept, other)
            elif letter == "z":
                judgement = self._undo()
            elif letter == "x":
                first, second = other, kept
                if kept_first(first, second)[0] == kept:
                    print("One of them is in the lexicon: its name is kept.")
                continue
            else:
                return letter
            if judgement:
                resolution.add(judgement)
                return letter

    def claims(self) -> None:
        """Ask of each claim whether it holds, the least sure first."""
        passed: list[str] = []
        while found := self.store.review.claims_to_review(without=passed):
            (claim,) = found
            self._tell_claim(claim)
            letter, why = _ask({**_words(CLAIMS), **MOVES})
            if letter == "q":
                return self._end()
            if letter in CLAIMS:
                self._judge(CLAIMS[letter], why, claim.id)
            elif letter == "z":
                self._undo()
            else:
                passed.append(claim.id)
        self._end("No claim is left", len(passed))

    def _judge(self, verdict: Verdict, why: str, *subject: str) -> Judgement | None:
        try:
            judgement = self.store.ledger.judge(verdict, *subject, by=self.by, why=why)
        except JudgementError as error:
            complain(error)
            return None
        self.judged.append(judgement)
        return judgement

    def _undo(self) -> Judgement | None:
        if not self.judged:
            print("Nothing to undo here; entente review --undo ID takes back any judgement.")
            return None
        undone = self.store.ledger.undo(self.judged.pop().id, by=self.by)
        print("Taken back.")
        return undone

    def _end(self, why: str = "", passed: int = 0) -> None:
        skipped = f" but {passed} skipped" if passed else ""
        print(f"{f'{why}{skipped}. ' if why else ''}{plural(len(self.judged), 'judgement')} made.")

    def _tell_pair(self, pair: Suggestion, kept: str, other: str, left: int) -> None:
        done = self.store.review.judged_today(self.by, OF_PAIRS)
        say(f"\n{done} of {done + left} judged today. Are these one? {'; '.join(pair.reasons)}")
        shared = self.store.review.shared(kept, other)
        for id, keeps in ((kept, " (this name is kept)"), (other, "")):
            dossier = self.store.review.dossier(id)
            if dossier:
                _tell_dossier(dossier, shared, keeps)

    def _tell_claim(self, claim: StoredClaim) -> None:
        done, left = self.store.review.judged_today(self.by, OF_CLAIMS), self.store.review.count_claims()
        phrase = self.store.review.schema.phrase(claim.relation)
        unsure = f", {sure(claim.confidence)}" if claim.confidence is not None else ""
        say(f"\n{done} of {done + left} judged today. Does this hold? {claim.id}")
        print(f"  {one_line(f'{claim.source.name} {phrase} {claim.target.name}', WIDE)} ({claim.modality}{unsure})")
        print(f"  {_quoted(claim)}")


def _waiting(suggested: Iterable[Suggestion], resolution: Resolution, passed: set[frozenset[str]]) -> list[Suggestion]:
    return [each for each in open_pairs(suggested, resolution) if frozenset((each.left, each.right)) not in passed]


def _words(verdicts: Mapping[str, Verdict]) -> dict[str, str]:
    return {letter: verdict.value for letter, verdict in verdicts.items()}


def _ask(answers: Mapping[str, str]) -> tuple[str, str]:
    """The letter of the answer and the reason given with it; the end of the input quits."""
    offered = ", ".join(f"{letter} {word}" for letter, word in answers.items())
    while True:
        try:
            line = input(f"[{offered}] ")
        except EOFError:
            print()
            return "q", ""
        said, _space, why = line.strip().partition(" ")
        letters = [letter for letter, word in answers.items() if said.lower() in (letter, word)]
        if letters:
            return letters[0], why.strip()
        complain(f"{said!r} is no answer here: wanted one of {offered}; a reason may follow it")


def _tell_dossier(dossier: Dossier, shared: frozenset[str], keeps: str) -> None:
    node = dossier.node
    known = "in the lexicon" if node.known else "only in texts"
    print(f"  {one_line(node.name, WIDE)} ({node.type}, {one_line(node.id, WIDE)}){keeps}")
    also = f"; also {one_line(', '.join(node.aliases), WIDE)}" if node.aliases else ""
    print(f"    {known}, {plural(node.documents, 'document')}{also}")
    for reads, others in dossier.around.items():
        say(f"    {reads}: {one_line(', '.join(_named(other, shared) for other in others), WIDE)}")
    for claim in dossier.claims[:CLAIMS_SHOWN]:
        print(f"    {_quoted(claim)}")


def _named(node: Node, shared: frozenset[str]) -> str:
    return f"{node.name} (both)" if node.id in shared else node.name


def _quoted(claim: StoredClaim) -> str:
    document = claim.document
    origin = document.publisher or document.title or document.id
    return f"“{one_line(claim.sentence, WIDE)}” {one_line(origin, 60)}, {document.published or 'no date'}"
