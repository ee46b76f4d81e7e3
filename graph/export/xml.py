"""Words from outside in XML: escaped, and without the characters that XML can't hold."""

import re
from html import escape

# What XML 1.0 has no way to write; a file with one of them can't be opened.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """The text without characters that XML can't hold."""
    return _UNWRITABLE.sub("", text)


def xml(text: str) -> str:
    """The text as XML, fit for an attribute too."""
    return escape(writable(text))
