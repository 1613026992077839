"""Runs apart from the house: reads one document on standard input and prints {"text": …} or {"fault": …}.

It knows no Django and no database, may use 512 MB and 30 seconds, and opens no other file. Started by documents.py.
"""

import contextlib
import io
import json
import resource
import sys
import zipfile

MEMORY, SECONDS = 512_000_000, 30
PAGES, PARTS, UNPACKED = 200, 2_000, 50_000_000
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class Refused(Exception):
    """The message is the code of the fault."""


def fence() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with contextlib.suppress(ValueError, OSError):  # not on every platform
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def read_pdf(data: bytes) -> str:
    import pypdfium2  # noqa: PLC0415  after the fence

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise Refused("PASSWORD" if "assword" in str(error) else "BROKEN") from error
    if len(document) > PAGES:
        raise Refused("PAGES")
    return "\n\n".join(page.get_textpage().get_text_bounded() for page in document)


def read_docx(data: bytes) -> str:
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        raise Refused("PASSWORD")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            return _text_of_parts(parts)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise Refused("BROKEN") from error


def _text_of_parts(parts: zipfile.ZipFile) -> str:
    listed = parts.infolist()
    if len(listed) > PARTS or sum(one.file_size for one in listed) > UNPACKED:
        raise Refused("BOMB")
    names = sorted(one.filename for one in listed)
    if "word/document.xml" not in names:
        raise Refused("BROKEN")
    heads = [name for name in names if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")]
    found: list[str] = []
    for name in ["word/document.xml", *heads]:
        with parts.open(name) as part:
            raw = part.read(UNPACKED + 1)  # the listed size may lie
        if len(raw) > UNPACKED:
            raise Refused("BOMB")
        found += _paragraphs(raw)
    return "\n".join(found)


def _paragraphs(raw: bytes) -> list[str]:
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415  only the name of an error

    from defusedxml import DefusedXmlException  # noqa: PLC0415  after the fence
    from defusedxml.ElementTree import fromstring  # noqa: PLC0415  after the fence

    try:
        root = fromstring(raw, forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise Refused("BROKEN") from error
    lines: list[str] = [""]
    waiting = [root]
    while waiting:
        tag = waiting.pop()
        if tag.tag == FALLBACK:
            continue
        if tag.tag == WORD + "t":
            lines[-1] += tag.text or ""
        elif tag.tag in (WORD + "tab", WORD + "br", WORD + "cr"):
            lines[-1] += "\t" if tag.tag == WORD + "tab" else "\n"
        elif tag.tag == WORD + "p" and lines[-1]:
            lines.append("")
        waiting.extend(reversed(tag))
    return lines


def main(kind: str) -> None:
    fence()
    try:
        answer = {"text": {"pdf": read_pdf, "docx": read_docx}[kind](sys.stdin.buffer.read())}
    except Refused as fault:
        answer = {"fault": str(fault)}
    except (MemoryError, RecursionError):
        answer = {"fault": "BOMB"}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
