"""Are the texts for clients within their level? Checks the Dutch of every page that a client sees, and content/pages."""

import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from skillcore import readability
from vaardig.base import content

_ROOMS = Path(__file__).resolve().parents[1]
_FOR_CLIENTS = re.compile(r'extends "(vraag|people/share_step|(?:passports|plans)/[a-z_]+)\.html"|block mode %\}client')
_SAID = (
    re.compile(r"""\{%\s*translate\s+(["'])(?P<text>.+?)\1"""),
    re.compile(r"\{%\s*blocktranslate[^%]*%\}(?P<text>.*?)\{%\s*endblocktranslate", re.DOTALL),
)
_VARIABLE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|<[^>]+>")


def deny_list() -> dict[str, str]:
    words: dict[str, str] = content.read_yaml(settings.CONTENT_DIR / "words" / "plain.yaml")["words"]
    return words


def client_templates() -> list[Path]:
    found = sorted(_ROOMS.glob("*/templates/**/*.html"))
    return [path for path in found if _FOR_CLIENTS.search(path.read_text("utf-8"))]


def said_by(template: Path) -> list[str]:
    """The Dutch sentences of a template, variables replaced by a short word."""
    text = template.read_text("utf-8")
    found = [match["text"] for pattern in _SAID for match in pattern.finditer(text)]
    return [" ".join(_VARIABLE.sub("Amira", one).split()) for one in found]


def client_texts() -> Iterator[tuple[str, str]]:
    """(where, text) of everything that a client reads: pages, and what content/pages tells."""
    for template in client_templates():
        for text in said_by(template):
            yield template.name, text
    for page in sorted((settings.CONTENT_DIR / "pages").glob("*.nl.md")):
        yield page.name, page.read_text("utf-8").replace("#", "")


@content.checker
def hard_texts() -> Iterator[str]:
    deny = deny_list()
    for where, text in client_texts():
        for fault in readability.faults(text, deny=deny):
            yield f"{where}: {fault}"
