"""Web pages: the article without menus, teasers and notices, by trafilatura. Nothing is fetched here."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import trafilatura
from trafilatura.settings import Document as Page

from graph.errors import SourceError
from graph.records import Document
from graph.sources.article import Article, make_document
from graph.sources.clean import one_line
from graph.sources.dates import parse_date
from graph.sources.encoding import decode
from graph.sources.metadata import Metadata
from graph.sources.quiet import quiet
from graph.sources.urls import canonical_url, is_url

# Beyond it the parser takes minutes, and no article is that long.
MAX_BYTES = 5_000_000
CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?([\w.:-]+)""", re.I)
CHARSET_WITHIN = 4096
# Only a date that the page states itself counts, not one guessed from its words; no clock, so no "not after today".
DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
# Where an article is short, trafilatura falls back to the whole page; these never belong to the article.
AROUND = ["//nav", "//*[@role='navigation']", "//footer[not(ancestor::article or ancestor::blockquote)]"]
SENTENCE = re.compile(r"""(?:\S+[ \t]+){4,}\S*[.!?…]["'”’»)\]]*(?=\s|$)""")
# "Please enable JavaScript to continue." is a sentence, but no article.
MIN_WORDS = 15
BULLET = re.compile(r"^- ", re.M)


def read_html(article: Article) -> Iterator[Document]:
    """One Document of a saved or fetched page. Raises SourceError where the page holds no article."""
    content = article.read(MAX_BYTES)
    page = _extract(decode(content, article.name, article.charset or _charset(content)), article)
    text = BULLET.sub("", page.text or "") if page else ""
    if page is None or _words_in_sentences(text) < MIN_WORDS:
        raise SourceError(
            f"{article.name}: no article on this page, only menus or notices; save the article's own page"
        )
    own = _metadata(page)
    # The heading leaves the text where it is the title: it is no sentence of the article.
    body = text.removeprefix(f"{own.title}\n")
    yield make_document(body.replace("\n", "\n\n"), article.given.over(own), name=article.name, source=article.source)


def _words_in_sentences(text: str) -> int:
    return sum(len(sentence.split()) for sentence in SENTENCE.findall(text))


def _extract(page: str, article: Article) -> Page | None:
    try:
        with quiet("trafilatura"), quiet("htmldate"):
            found = trafilatura.bare_extraction(
                page,
                url=article.given.url,
                include_comments=False,
                with_metadata=True,
                prune_xpath=AROUND,
                date_extraction_params=DATES,
            )
    except Exception as error:  # a stranger's page can break the parser in ways that it doesn't name
        raise SourceError(f"{article.name}: this page can't be parsed as HTML ({type(error).__name__})") from None
    return found if isinstance(found, Page) else None


def _metadata(page: Page) -> Metadata:
    written = {"title": page.title, "publisher": page.sitename, "author": page.author}
    known = {key: one_line(value) or None for key, value in written.items() if value}
    try:
        published = parse_date(page.date) if page.date else None
    except ValueError:
        published = None
    return Metadata(**known, published=published, url=_own_address(page.url))


def _own_address(url: str | None) -> str | None:
    # Some sites name their front page as the address of each article: that would give all of them one id.
    if not url or not is_url(url) or urlsplit(canonical_url(url)).path == "/":
        return None
    return canonical_url(url)


def _charset(content: bytes) -> str | None:
    match = CHARSET.search(content[:CHARSET_WITHIN])
    return match[1].decode("ascii") if match else None
