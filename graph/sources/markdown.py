"""Markdown to the words that a reader of the rendered page sees."""

import re

from markdown_it import MarkdownIt
from markdown_it.token import Token

TAG = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]*>", re.S)
BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def unmark(text: str) -> tuple[str | None, str]:
    """The heading that opens the text, None where none does, and all the words with it, a blank line between blocks."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    opens = len(tokens) > 1 and tokens[0].type == "heading_open" and tokens[0].tag == "h1"
    blocks = [_block(token) for token in tokens]
    return (blocks[1] if opens else None), "\n\n".join(block for block in blocks if block)


def _block(token: Token) -> str:
    if token.type == "inline":
        return "".join(map(_inline, token.children or [])).strip()
    return TAG.sub("", token.content).strip()


def _inline(token: Token) -> str:
    if token.type == "html_inline":
        return ""
    return BREAKS.get(token.type, token.content)
