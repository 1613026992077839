"""Public words that are written, not coded: content/pages/<name>.<language>.md, rendered safely."""

from datetime import timedelta
from functools import cache
from pathlib import Path

import nh3
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from markdown_it import MarkdownIt

from vaardig.base.content import checker

NAMES, LANGUAGES = ("privacy", "toegankelijkheid"), ("nl", "en")
TAGS = {
    *("h1", "h2", "h3", "h4", "p", "ul", "ol", "li", "strong", "em", "a", "blockquote", "code", "br", "hr"),
    *("table", "thead", "tbody", "tr", "th", "td"),
}
SECURITY_DAYS = 365


def to_html(markdown: str) -> SafeString:
    """Markdown without HTML of its own, cleaned once more on the way out."""
    html = MarkdownIt("commonmark", {"html": False}).enable("table").render(markdown)
    clean = nh3.clean(html, tags=TAGS, attributes={"a": {"href"}}, url_schemes={"https", "mailto"}, link_rel="noopener")
    return mark_safe(clean)  # nosec B308 B703 # noqa: S308  cleaned in the line above


@cache
def _page(folder: Path, name: str, language: str) -> tuple[str, SafeString]:
    """The title (the first line, "# …") and the rest."""
    title, _, rest = (folder / f"{name}.{language}.md").read_text("utf-8").partition("\n")
    return title.removeprefix("# ").strip(), to_html(rest)


def _show(request: HttpRequest, name: str) -> HttpResponse:
    language = get_language() if get_language() in LANGUAGES else "nl"
    title, body = _page(Path(settings.CONTENT_DIR) / "pages", name, language or "nl")
    return render(request, "words.html", {"title": title, "body": body})


@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    return _show(request, "privacy")


@require_safe
def accessibility(request: HttpRequest) -> HttpResponse:
    return _show(request, "toegankelijkheid")


@require_safe
def security_txt(request: HttpRequest) -> HttpResponse:
    """RFC 9116. It expires, so that nobody writes to an address that is no longer read."""
    until = timezone.now() + timedelta(days=SECURITY_DAYS)
    lines = [
        f"Contact: {settings.SECURITY_CONTACT}",
        f"Expires: {until.replace(microsecond=0).isoformat()}",
        "Preferred-Languages: nl, en",
        f"Canonical: {request.build_absolute_uri()}",
        f"Policy: {request.build_absolute_uri('/privacy/')}",
    ]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@checker
def faults() -> list[str]:
    """Every page in both languages, each with a title and the same number of chapters."""
    found = []
    folder = Path(settings.CONTENT_DIR) / "pages"
    for name in NAMES:
        chapters = {}
        for language in LANGUAGES:
            path = folder / f"{name}.{language}.md"
            if not path.is_file():
                found.append(f"pages/{path.name} is missing")
                continue
            text = path.read_text("utf-8")
            if not text.startswith("# "):
                found.append(f"pages/{path.name}: the first line is no title (# …)")
            chapters[language] = text.count("\n## ")
        if len(set(chapters.values())) > 1:
            found.append(f"pages/{name}: not the same number of chapters in every language: {chapters}")
    return found
