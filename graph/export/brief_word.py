"""A cited brief as a Word document: headings, quotes, and links that can be followed, to the sources and back."""

from collections.abc import Iterable
from datetime import UTC, datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from graph.export.brief import Brief, Point, Reference, make_brief
from graph.export.drawing import Cited, Drawing
from graph.export.xml import writable

LINK = "26417F"
QUIET = "5A6478"


def to_word(drawing: Drawing, claims: Iterable[Cited]) -> bytes:
    """The brief of what is drawn, as a .docx file."""
    brief = make_brief(drawing, claims)
    writer = _Writer()
    _write(writer, brief)
    made = datetime.combine(drawing.about.made, time(), UTC).replace(tzinfo=None)
    return writer.saved(brief.title, made)


def _write(writer: "_Writer", brief: Brief) -> None:
    writer.add("Title", [writer.run(brief.title)])
    for line in brief.summary:
        writer.add("ListBullet", [writer.run(line)])
    if brief.link:
        writer.add("ListBullet", [writer.link("The view in Entente", url=brief.link)])
    for section in brief.sections:
        writer.add("Heading1", [writer.run(section.heading)])
        for point in section.points:
            _write_point(writer, point)
    writer.add("Heading1", [writer.run("Sources")])
    for reference in brief.references:
        _write_reference(writer, reference)


def _write_point(writer: "_Writer", point: Point) -> None:
    number = writer.link(f"[{point.reference}]", anchor=f"source_{point.reference}")
    writer.add("Normal", [writer.run(point.says, bold=True), writer.run(" "), number], keep=True)
    writer.add("Quote", [writer.run(point.quote)], keep=True)
    writer.add("Normal", [writer.run(" · ".join(point.facts), quiet=True)])


def _write_reference(writer: "_Writer", reference: Reference) -> None:
    title = writer.link(reference.title, url=reference.url) if reference.url else writer.run(reference.title)
    begin, end = writer.bookmark(f"source_{reference.number}", reference.number)
    number = writer.run(f"[{reference.number}] ")
    writer.add("Normal", [begin, number, end, title, writer.run(f". {', '.join(reference.facts)}.")])


class _Writer:
    """A document in the making. Paragraphs are put in by hand: python-docx takes longer for each the more there are."""

    def __init__(self) -> None:
        self.document: Any = Document()
        self.last = self.document.element.body.sectPr
        self.links: dict[str, str] = {}
        self._style()

    def add(self, style: str, parts: list[Any], *, keep: bool = False) -> None:
        """One more paragraph; `keep` holds it on one page with the next."""
        paragraph = OxmlElement("w:p")
        about = paragraph.get_or_add_pPr()
        about.append(_element("w:pStyle", val=style))
        if keep:
            about.append(OxmlElement("w:keepNext"))
        paragraph.extend(parts)
        self.last.addprevious(paragraph)

    def run(self, words: str, *, bold: bool = False, quiet: bool = False) -> Any:
        """Words in one look."""
        run = OxmlElement("w:r")
        about = run.get_or_add_rPr()
        if bold:
            about.append(OxmlElement("w:b"))
        if quiet:
            about.extend([_element("w:color", val=QUIET), _element("w:sz", val="18")])
        text = OxmlElement("w:t")
        text.text = writable(words)
        text.set(qn("xml:space"), "preserve")
        run.append(text)
        return run

    def link(self, words: str, *, url: str | None = None, anchor: str | None = None) -> Any:
        """Words that lead to an address, or to a bookmark in the document."""
        link = OxmlElement("w:hyperlink")
        if url:
            link.set(qn("r:id"), self._relation(url))
        if anchor:
            link.set(qn("w:anchor"), anchor)
        run = self.run(words)
        run.get_or_add_rPr().extend([_element("w:color", val=LINK), _element("w:u", val="single")])
        link.append(run)
        return link

    def bookmark(self, name: str, number: int) -> tuple[Any, Any]:
        """Both ends of a bookmark."""
        begin = _element("w:bookmarkStart", id=str(number))
        begin.set(qn("w:name"), name)
        return begin, _element("w:bookmarkEnd", id=str(number))

    def saved(self, title: str, made: datetime) -> bytes:
        """The document as a file."""
        about = self.document.core_properties
        about.title, about.author, about.comments = writable(title)[:200], "Entente", ""
        about.created = about.modified = made
        file = BytesIO()
        self.document.save(file)
        return file.getvalue()

    def _relation(self, url: str) -> str:
        if url not in self.links:
            self.links[url] = self.document.part.relate_to(url, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        return self.links[url]

    def _style(self) -> None:
        styles = self.document.styles
        styles["Normal"].font.name, styles["Normal"].font.size = "Calibri", Pt(10.5)
        styles["Normal"].paragraph_format.space_after = Pt(6)
        styles["Quote"].paragraph_format.left_indent = Pt(18)
        for name in ("Title", "Heading 1", "Quote"):
            styles[name].font.color.rgb = RGBColor(0x18, 0x20, 0x33)


def _element(name: str, **attributes: str) -> Any:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element
