"""Public words from content/pages, and security.txt (SECURITY §13)."""

import re
from datetime import datetime

import pytest
from django.utils import timezone

from tests.visiting import look_at
from vaardig.base import content, pages

pytestmark = pytest.mark.django_db
PATHS = {"/privacy/": "Wat we met je gegevens doen", "/toegankelijkheid/": "Werkt de site voor iedereen?"}


@pytest.mark.parametrize(("path", "title"), PATHS.items())
def test_anybody_reads_the_public_words(client, path, title):
    page = look_at(client.get(path))

    assert page.h1.text == title
    assert len(page.select("main h2")) >= 4


@pytest.mark.parametrize("path", PATHS)
def test_in_english_as_well(client, path, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert look_at(client.get(path), language="en").h1.text not in PATHS.values()


@pytest.mark.parametrize("path", PATHS)
def test_the_public_words_are_plain(client, path):
    """Client texts: twelve words a sentence on the average, never more than twenty-five, no hard words (readability §2)."""
    words = look_at(client.get(path)).select_one(".written").get_text("\n")
    sentences = [s.split() for s in re.split(r"[.!?:\n]+", words) if len(s.split()) > 1]

    assert sum(map(len, sentences)) / len(sentences) <= 12
    assert max(map(len, sentences)) <= 18, max(sentences, key=len)
    assert not re.search(
        r"\b(competentie|traject|portfolio|participatie|indien|middels|conform|verstrekken|u|uw)\b", words, re.I
    )


def test_both_languages_are_whole():
    assert pages.faults() == []
    assert pages.faults in content.CHECKERS


def test_a_missing_page_or_chapter_is_named(settings, tmp_path):
    settings.CONTENT_DIR = tmp_path
    (tmp_path / "pages").mkdir()
    for name, text in {
        "privacy.nl.md": "# Een\n\n## Twee\n",
        "privacy.en.md": "One\n",
        "toegankelijkheid.nl.md": "# Een\n",
    }.items():
        (tmp_path / "pages" / name).write_text(text)

    assert pages.faults() == [
        "pages/privacy.en.md: the first line is no title (# …)",
        "pages/privacy: not the same number of chapters in every language: {'nl': 1, 'en': 0}",
        "pages/toegankelijkheid.en.md is missing",
    ]


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("**vet**", "<p><strong>vet</strong></p>"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("[x](https://a.nl)", '<p><a href="https://a.nl" rel="noopener">x</a></p>'),
        ("#### kop", "<h4>kop</h4>"),
        ("![x](https://a.nl/x.png)", "<p></p>"),
        ('<a href="https://a.nl" onclick="x()">x</a>', "&lt;a href"),
    ],
)
def test_markdown_brings_no_script_and_no_picture(markdown, html):
    assert html in pages.to_html(markdown)


def test_security_txt_says_whom_to_write_to_and_until_when(client, settings):
    settings.SECURITY_CONTACT = "mailto:veilig@voorbeeld.nl"
    answer = client.get("/.well-known/security.txt")
    lines = dict(line.split(": ", 1) for line in answer.content.decode().splitlines())

    assert answer["Content-Type"].startswith("text/plain")
    assert lines["Contact"] == "mailto:veilig@voorbeeld.nl"
    assert (datetime.fromisoformat(lines["Expires"]) - timezone.now()).days >= 90
    assert {"Canonical", "Policy", "Preferred-Languages"} <= set(lines)


@pytest.mark.parametrize("path", [*PATHS, "/.well-known/security.txt"])
def test_public_words_are_read_only(client, path):
    assert client.post(path).status_code == 405
