from datetime import date

import pytest

from tests.sources.articles import Folder

SENTENCES = "The ministry in Oslo said on Tuesday that it had ordered twelve coastal radars from a maker in the north. "
MENU = "<nav><ul>" + "".join(f"<li><a href='/s{i}'>Section number {i}</a></li>" for i in range(30)) + "</ul></nav>"
NOTICE = "<footer><p>Copyright of this outlet. All rights are reserved. Read our privacy policy and our terms of use.</p></footer>"
HEAD = """<title>Norway buys radars | Fjord Post</title><meta property="og:site_name" content="Fjord Post">
<meta property="og:title" content="Norway buys radars"><meta name="author" content="Ada Berg">
<meta property="article:published_time" content="2021-11-22T10:00:00Z">
<link rel="canonical" href="https://Fjord.example/2021/radars?utm_source=front">"""


def page(body: str, head: str = "") -> str:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{MENU}{body}{NOTICE}</body></html>"


def test_an_article_comes_without_its_surroundings(folder: Folder) -> None:
    body = f"<article><h1>Norway buys radars</h1><p>{SENTENCES * 2}</p><ul><li>Two ships come too.</li></ul><p>{SENTENCES}</p></article>"
    document = folder.document("a.html", page(body, HEAD))
    assert document.text == f"{(SENTENCES * 2).strip()}\n\nTwo ships come too.\n\n{SENTENCES.strip()}"
    assert (document.title, document.publisher, document.author) == ("Norway buys radars", "Fjord Post", "Ada Berg")
    assert (document.published, document.url) == (date(2021, 11, 22), "https://fjord.example/2021/radars")


def test_a_short_article_comes_without_its_surroundings_too(folder: Folder) -> None:
    assert folder.document("a.htm", page(f"<div><p>{SENTENCES}</p></div>")).text == SENTENCES.strip()


def test_no_date_is_guessed_from_the_words(folder: Folder) -> None:
    body = f"<article><p>{SENTENCES * 3}</p><p>The maker was founded on 3 March 1999 in the far north.</p></article>"
    assert folder.document("a.html", page(body)).published is None


def test_a_front_page_as_canonical_address_is_not_believed(folder: Folder) -> None:
    head = '<link rel="canonical" href="https://fjord.example/">'
    assert folder.document("a.html", page(f"<article><p>{SENTENCES * 3}</p></article>", head)).url is None


def test_a_page_is_read_in_the_encoding_it_declares(folder: Folder) -> None:
    body = f'<html><head><meta charset="windows-1251"></head><body><article><p>Москва. {SENTENCES * 3}</p></article></body></html>'
    assert folder.document("a.html", body.encode("cp1251")).text.startswith("Москва.")


@pytest.mark.parametrize(
    "body",
    [
        "",
        "".join(
            f"<div><h3><a href='/a{i}'>Minister comes to the capital for talks {i}</a></h3></div>" for i in range(9)
        ),
        "<main><h1>Sign in</h1><form><button>Go</button></form><p>Please enable JavaScript and cookies to continue.</p></main>",
        "<h1>Not found</h1><p>The page that you asked for could not be found.</p>",
    ],
)
def test_a_page_without_an_article_is_refused(folder: Folder, body: str) -> None:
    assert "no article on this page" in folder.error("a.html", page(body))


def test_a_page_as_long_as_a_library_is_refused_at_once(folder: Folder) -> None:
    assert "split it" in folder.error("a.html", page(f"<article>{f'<p>{SENTENCES}</p>' * 50_000}</article>"))
