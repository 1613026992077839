"""A CV becomes words, or a sentence that says what to do. Hostile files harm nothing."""

import io
import zipfile

import docx
import pytest

from vaardig.lexicon.documents import LIMITS, CannotRead, text_of

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def word_file(*paragraphs):
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    document.add_table(1, 1).rows[0].cells[0].text = "kassa bij de bakker"
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def bare_docx(xml, name="word/document.xml", **more):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr(name, xml)
        for number in range(more.get("parts", 0)):
            parts.writestr(f"deel{number}.xml", "x")
    return file.getvalue()


def pdf(text="", *, encrypted=False):
    """A PDF of one page, made by hand."""
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Filter/Standard/V 1/R 2/O(" + b"o" * 32 + b")/U(" + b"u" * 32 + b")/P -4>>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    xref = len(out)
    out += b"xref\n0 7\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    lock = b"/Encrypt 6 0 R/ID[(a)(a)]" if encrypted else b""
    return out + b"trailer<</Size 7/Root 1 0 R" + lock + b">>\nstartxref\n%d\n%%%%EOF" % xref


def read(data, name):
    return text_of(io.BytesIO(data), name)


def fault(data, name):
    with pytest.raises(CannotRead) as found:
        read(data, name)
    return str(found.value)


def test_words_come_out_of_every_kind():
    assert read(word_file("Ik was glazenwasser.", "En ik kookte."), "cv.docx") == (
        "Ik was glazenwasser.\nEn ik kookte.\nkassa bij de bakker"
    )
    assert read(pdf("Ik was glazenwasser"), "CV.PDF") == "Ik was glazenwasser"
    assert read("Ik was één jaar kok".encode(), "cv.txt") == "Ik was één jaar kok"
    assert read("Ik was één jaar kok".encode("cp1252"), "cv.txt") == "Ik was één jaar kok"
    assert read("Ik was kok".encode("utf-16"), "cv.txt") == "Ik was kok"


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "cv.txt", "staan geen woorden"),
        (pdf(), "cv.pdf", "staan geen woorden die we kunnen lezen. Is het een foto of scan?"),
        (pdf("x", encrypted=True), "cv.pdf", "Er zit een wachtwoord op dit bestand."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "cv.docx", "Er zit een wachtwoord op dit bestand."),
        (b"%PDF-1.4 kapot", "cv.pdf", "kapot of heeft de verkeerde naam"),
        (b"GIF89a", "cv.pdf", "kapot of heeft de verkeerde naam"),
        (pdf("x"), "cv.docx", "kapot of heeft de verkeerde naam"),
        (bare_docx("<a/>", "anders.xml"), "cv.docx", "kapot of heeft de verkeerde naam"),
        (bare_docx("<a><b></a>"), "cv.docx", "kapot of heeft de verkeerde naam"),
        (b"x" * 10, "cv.odt", "Dit soort bestand lezen we niet."),
        (b"\0" * 10, "cv.txt", "kapot of heeft de verkeerde naam"),
        (b"x" * (LIMITS["txt"] + 1), "cv.txt", "te groot (maximaal 1 MB)"),
        (b"woord " * 20_000, "cv.txt", "te veel tekst in dit bestand: 119999 van 100000 tekens"),
    ],
    ids=lambda value: None if isinstance(value, bytes) else value[:30],
)
def test_a_file_we_cannot_read_gets_a_sentence(data, name, sentence):
    assert sentence in fault(data, name)


def test_bombs_are_refused():
    entities = (
        '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;&x;&x;&x;&x;">]>'
        f'<w:document xmlns:w="{WORD}"><w:body><w:p><w:r><w:t>&y;</w:t></w:r></w:p></w:body></w:document>'
    )
    file = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'

    assert "niet veilig openen" in fault(bare_docx("<a>" + " " * 60_000_000 + "</a>"), "cv.docx")
    assert "niet veilig openen" in fault(bare_docx("<a/>", parts=2_001), "cv.docx")
    assert "kapot" in fault(bare_docx(entities), "cv.docx")
    assert "kapot" in fault(bare_docx(file), "cv.docx")


def test_a_deep_document_does_not_break_the_reader():
    deep = "<a>" * 50_000 + "</a>" * 50_000

    assert fault(bare_docx(deep), "cv.docx")
