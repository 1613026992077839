"""The words of a CV: DOCX, PDF or plain text. The file itself is read in a process of its own and never kept."""

import json
import subprocess  # nosec B404: our own reader, no shell
import sys
from pathlib import Path
from typing import IO

from django.utils.translation import gettext_lazy as _

from vaardig.base.text import tidy
from vaardig.lexicon.recognising import TEXT

LIMITS = {"pdf": 20_000_000, "docx": 10_000_000, "txt": 1_000_000}
SECONDS = 40
READER = Path(__file__).with_name("document_child.py")
UNSAFE = _("Dit bestand kunnen we niet veilig openen. Sla het op als gewone PDF zonder wachtwoord.")
FAULTS = {
    "PASSWORD": _("Er zit een wachtwoord op dit bestand. Sla het op zonder wachtwoord en probeer het nog eens."),
    "PAGES": _("Dit bestand heeft meer dan 200 bladzijden. Kies alleen de bladzijden over je werk."),
    "BROKEN": _("Dit bestand is kapot of heeft de verkeerde naam. Sla het nog eens op als PDF of Word (.docx)."),
    "BOMB": UNSAFE,
}


class CannotRead(Exception):
    """The message is fit to show to the person whose file it is."""


def text_of(file: IO[bytes], name: str) -> str:
    """The words in an uploaded file. Raises CannotRead with a sentence that says what to do."""
    kind = _kind(name)
    data = file.read(LIMITS[kind] + 1)
    if len(data) > LIMITS[kind]:
        size = LIMITS[kind] // 1_000_000
        raise CannotRead(_("Dit bestand is te groot (maximaal %(size)s MB).") % {"size": size})
    text = tidy(_plain(data) if kind == "txt" else _apart(data, kind))
    if not any(sign.isalpha() for sign in text):
        raise CannotRead(
            _("In dit bestand staan geen woorden die we kunnen lezen. Is het een foto of scan? Typ de tekst dan over.")
        )
    if len(text) > TEXT:
        raise CannotRead(
            _("Er staat te veel tekst in dit bestand: %(x)s van %(n)s tekens. Kies alleen de bladzijden over je werk.")
            % {"x": len(text), "n": TEXT}
        )
    return text


def _kind(name: str) -> str:
    ending = Path(name).suffix.lower()
    kind = {".pdf": "pdf", ".docx": "docx", ".txt": "txt", ".md": "txt"}.get(ending)
    if kind is None:
        raise CannotRead(_("Dit soort bestand lezen we niet. Gebruik Word (.docx), PDF of platte tekst (.txt)."))
    return kind


def _plain(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise CannotRead(FAULTS["BROKEN"])


def _apart(data: bytes, kind: str) -> str:
    if not data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0") if kind == "docx" else b"%PDF-"):
        raise CannotRead(FAULTS["BROKEN"])
    try:
        answer = subprocess.run(  # noqa: S603  # nosec B603: fixed command, the file goes in as bytes
            [sys.executable, "-I", str(READER), kind], input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise CannotRead(_("Het lezen duurt te lang. Splits het bestand.")) from late
    try:
        found = json.loads(answer.stdout)
    except ValueError as crash:  # killed by its limits
        raise CannotRead(UNSAFE) from crash
    if "fault" in found:
        raise CannotRead(FAULTS[found["fault"]])
    return str(found["text"])
