"""What can go wrong, in one family. Each message says what was wanted, what came, and what to do."""


class EntenteError(Exception):
    """Root of every error that Entente raises on purpose; its text is one line for the user."""


class SchemaError(EntenteError):
    """A declarative file (schema, lexicon, relation table) contradicts itself or names something unknown."""


class SourceError(EntenteError):
    """An article could not be read; names the file and the reason."""


class ExtractError(EntenteError):
    """A document could not be extracted; names the document and the reason."""


class ModelError(EntenteError):
    """A language model gave no answer that can be used: unreachable, refused, or broken."""


class StoreError(EntenteError):
    """The graph store can't be reached, started or used."""


class JudgementError(EntenteError):
    """A judgement that can't stand beside what was judged before, or that makes no sense; names both."""


class ViewError(EntenteError):
    """A shared or saved view that can't be kept, found or read; says why."""


class QueryRefused(StoreError):  # noqa: N818 - it is the query that is refused, not a failure of ours
    """A query that would write, or reach outside the graph, where only reading is allowed."""


class QueryFailed(StoreError):  # noqa: N818
    """The database refused the query as it stands: a typo, a missing parameter, a wrong type."""


class QueryTimeout(StoreError):  # noqa: N818
    """A query ran past its time limit and was stopped."""
