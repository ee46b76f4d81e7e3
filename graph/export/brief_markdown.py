"""A cited brief as Markdown: plain to read, and the same in any program that shows it."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from graph.export.brief import Brief, Point, Reference, make_brief
from graph.export.drawing import Cited, Drawing

_SIGNS = re.compile(r"([\\`*_{}\[\]<>|~&$])")
_FIRST = re.compile(r"^(\s*)([#+=\-]|\d+(?=[.)]))")
URL_SAFE = ":/?#[]@!$&'*+,;=%~"


def to_markdown(drawing: Drawing, claims: Iterable[Cited]) -> str:
    """The brief of what is drawn, as a Markdown file."""
    return "\n".join(_lines(make_brief(drawing, claims))) + "\n"


def plain(words: str) -> str:
    """Words from outside as Markdown that shows exactly them."""
    escaped = _SIGNS.sub(r"\\\1", " ".join(words.split()))
    return _FIRST.sub(
        lambda found: found[1] + (f"\\{found[2]}" if not found[2].isdigit() else f"{found[2]}\\"), escaped
    )


def _lines(brief: Brief) -> Iterator[str]:
    yield f"# {plain(brief.title)}"
    yield ""
    yield from (f"- {plain(line)}" for line in brief.summary)
    if brief.link:
        yield f"- [The view in Entente]({_address(brief.link)})"
    for section in brief.sections:
        yield from ("", f"## {plain(section.heading)}", "")
        for point in section.points:
            yield from _point(point)
    yield from ("", "## Sources", "")
    yield from (_reference(reference) for reference in brief.references)


def _point(point: Point) -> Iterator[str]:
    yield f"**{plain(point.says)}** [[{point.reference}]](#source-{point.reference})"
    yield f"> {plain(point.quote)}"
    yield ""
    yield f"{plain(' · '.join(point.facts))}"
    yield ""


def _reference(reference: Reference) -> str:
    title = plain(reference.title)
    named = f"[{title}]({_address(reference.url)})" if reference.url else title
    return f'{reference.number}. <a id="source-{reference.number}"></a>{named}. {plain(", ".join(reference.facts))}.'


def _address(url: str) -> str:
    return quote(url, safe=URL_SAFE)
