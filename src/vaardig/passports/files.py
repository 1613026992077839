"""Files that people upload, checked by what they are and made clean (SECURITY §12)."""

import io
import re
import unicodedata
import zipfile
from typing import Any, NamedTuple

import pypdfium2
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from PIL import Image, ImageOps, UnidentifiedImageError

IMAGE_BYTES, PDF_BYTES, DOCX_BYTES, DOCX_UNPACKED = 10_000_000, 20_000_000, 10_000_000, 50_000_000
PIXELS, PAGES, PARTS, NAME = 40_000_000, 200, 2_000, 100
_ACTIVE = (b"/JavaScript", b"/JS", b"/Launch", b"/EmbeddedFile", b"/XFA", b"/RichMedia")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


class CannotKeep(Exception):
    """The message is fit to show to the person who tried."""


class Clean(NamedTuple):
    content: bytes
    name: str
    kind: str
    ending: str


def clean_image(upload: "UploadedFile[Any]") -> Clean:
    """A photo, drawn anew: place, camera and anything hidden in the file are gone."""
    raw = _read(upload, IMAGE_BYTES, _("Deze foto is te groot (maximaal 10 MB)."))
    try:
        with Image.open(io.BytesIO(raw), formats=["JPEG", "PNG", "WEBP"]) as image:
            if image.width * image.height > PIXELS or getattr(image, "n_frames", 1) > 1:
                raise CannotKeep(_("Deze foto is te groot of beweegt. Kies een gewone foto."))
            turned = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as wrong:
        raise CannotKeep(_("Dit is geen foto die we kunnen openen. Kies een JPG, PNG of WebP.")) from wrong
    turned.thumbnail((2400, 2400))
    kept = io.BytesIO()
    turned.save(kept, "JPEG", quality=85, optimize=True)
    return Clean(kept.getvalue(), clean_name(upload.name, ".jpg"), "image/jpeg", ".jpg")


def clean_document(upload: "UploadedFile[Any]") -> Clean:
    """A PDF or DOCX without anything that runs, opens or hides."""
    raw = _read(upload, PDF_BYTES, _("Dit bestand is te groot (maximaal 20 MB)."))
    if raw.startswith(b"%PDF-"):
        _check_pdf(raw)
        return Clean(raw, clean_name(upload.name, ".pdf"), "application/pdf", ".pdf")
    if raw.startswith(b"PK\x03\x04"):
        _check_docx(raw)
        return Clean(raw, clean_name(upload.name, ".docx"), _WORD, ".docx")
    raise _unsafe()


def _unsafe() -> CannotKeep:
    return CannotKeep(_("Dit bestand kunnen we niet veilig openen. Sla het op als gewone PDF zonder wachtwoord."))


def _check_pdf(raw: bytes) -> None:
    if any(mark in raw for mark in _ACTIVE):
        raise _unsafe()
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as wrong:
        raise _unsafe() from wrong
    try:
        if len(document) > PAGES:
            raise CannotKeep(_("Dit bestand heeft te veel bladzijden (maximaal 200)."))
    finally:
        document.close()


def _check_docx(raw: bytes) -> None:
    if len(raw) > DOCX_BYTES:
        raise CannotKeep(_("Dit bestand is te groot (maximaal 10 MB)."))
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError) as wrong:
        raise _unsafe() from wrong
    names = {part.filename for part in parts}
    too_big = len(parts) > PARTS or sum(part.file_size for part in parts) > DOCX_UNPACKED
    if too_big or "word/document.xml" not in names or any("vbaProject" in name for name in names):
        raise _unsafe()


def _read(upload: "UploadedFile[Any]", most: int, sentence: str) -> bytes:
    if (upload.size or 0) > most:
        raise CannotKeep(sentence)
    raw: bytes = upload.read()
    if not raw:
        raise CannotKeep(_("Dit bestand is leeg. Kies een ander bestand."))
    return raw


def clean_name(name: str | None, ending: str) -> str:
    """The name as it may stand on a page: NFC, no control signs, within its limit, with the right ending."""
    plain = unicodedata.normalize("NFC", name or "").replace("\\", "/").rsplit("/", 1)[-1]
    stem = re.sub(r"\.[A-Za-z0-9]{1,5}$", "", "".join(c for c in plain if unicodedata.category(c)[0] != "C"))
    return (stem.strip()[: NAME - len(ending)] or "bestand") + ending
