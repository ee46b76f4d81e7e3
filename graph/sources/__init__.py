"""Articles in, Documents out: files, folders, web addresses, standard input, pasted and uploaded text.

What can't be read comes out as a SourceError value among the Documents, so that the rest is still read.
"""

from graph.sources.count import count_documents
from graph.sources.kinds import READERS
from graph.sources.read import iter_documents, read_bytes, read_text

__all__ = ["READERS", "count_documents", "iter_documents", "read_bytes", "read_text"]
