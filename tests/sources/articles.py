"""Makes the articles that the tests of the readers read."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path

from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from graph.errors import SourceError
from graph.records import Document
from graph.sources import iter_documents

Read = Iterable[Document | SourceError]


def make_pdf(*pages: Iterable[str], metadata: dict[str, str] | None = None, password: str | None = None) -> bytes:
    """A PDF that sets each given line of each page in Helvetica."""
    writer = PdfWriter()
    for lines in pages:
        page = writer.add_blank_page(612, 792)
        font = DictionaryObject(
            {NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")}
        )
        font[NameObject("/BaseFont")] = NameObject("/Helvetica")
        fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = StreamObject()
        shown = "".join(f"({line}) Tj T*\n" for line in lines)
        stream.set_data(f"BT /F1 11 Tf 14 TL 72 720 Td\n{shown}ET".encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)
    if metadata:
        writer.add_metadata(metadata)
    if password is not None:
        writer.encrypt(password, algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def only_document(read: Read) -> Document:
    (document,) = read
    assert isinstance(document, Document), document
    return document


def only_error(read: Read) -> str:
    (error,) = read
    assert isinstance(error, SourceError), error
    assert "\n" not in str(error)
    return str(error)


class Folder:
    """A scratch folder whose files are written and read in one word each."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def write(self, name: str, content: str | bytes) -> str:
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(file)

    def document(self, name: str, content: str | bytes) -> Document:
        return only_document(iter_documents([self.write(name, content)]))

    def error(self, name: str, content: str | bytes) -> str:
        target = self.write(name, content)
        message = only_error(iter_documents([target]))
        assert message.startswith(target)
        return message.removeprefix(target)
