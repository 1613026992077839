"""Broken files: a sentence that names file and line and says what to do; nothing stored half."""

import gzip

import pytest

from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.esco import read_esco
from vaardig.lexicon.imports.files import LINE
from vaardig.lexicon.tests.shelf import FIXTURES, copy_of, packed


def first_row(text):
    head, rest = text.split("\n", 1)
    return head, rest


def wrong_header(path):
    path.write_text(path.read_text("utf-8").replace("conceptUri", "adres"), "utf-8")
    return "occupations_en.csv, line 1: the header misses conceptUri."


def semicolons(path):
    path.write_text("conceptType;conceptUri;preferredLabel\na;b;c\n", "utf-8")
    return "occupations_en.csv, line 1: the header misses conceptUri, preferredLabel. Is it separated by commas?"


def empty(path):
    path.write_bytes(b"")
    return "occupations_en.csv is empty."


def cut_in_a_cell(path):
    path.write_bytes(path.read_bytes()[:760])
    return "the file ends in the middle of a cell; it is cut off."


def cut_between_cells(path):
    head, _ = first_row(path.read_text("utf-8"))
    path.write_text(head + "\nOccupation,http://data.europa.eu/esco/occupation/1,9123\n", "utf-8")
    return "occupations_en.csv, line 2: has 3 columns where the header has 14. Is the file cut off?"


def wrong_encoding(path):
    text = path.read_text("utf-8").replace("window cleaner", "rüit")
    path.write_bytes(text.encode("cp1252"))
    return "this is not UTF-8. Save the file as UTF-8."


def long_line(path):
    with path.open("a") as handle:
        handle.write("x" * (LINE + 1))
    return f"longer than {LINE:,} bytes, so this is no official file."


def long_cell(path):
    head, _ = first_row(path.read_text("utf-8"))
    path.write_text(head + '\nOccupation,"' + "x" * 300_000 + '"\n', "utf-8")
    return "occupations_en.csv, line 2: a cell is longer than 200,000 signs."


def no_address(path):
    path.write_text(path.read_text("utf-8").replace("http://data.europa.eu/esco/occupation/", "beroep "), "utf-8")
    return "column conceptUri: 'beroep 00000000-0000-4000-9000-000000000001' is no address."


def nul(path):
    path.write_bytes(path.read_bytes().replace(b"window", b"win\0ow"))
    return "holds a NUL sign, so this is no text file."


BROKEN = [
    wrong_header, semicolons, empty, cut_in_a_cell, cut_between_cells, wrong_encoding, long_line, long_cell, no_address, nul,
]  # fmt: skip


@pytest.mark.parametrize("breaking", BROKEN, ids=lambda one: one.__name__)
def test_a_broken_file_is_named_with_its_line(tmp_path, breaking):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    sentence = breaking(folder / "occupations_en.csv")

    with pytest.raises(CannotImport) as fault:
        read_esco(folder)

    assert sentence in str(fault.value)
    assert "occupations_en.csv" in str(fault.value)


def test_a_cut_off_gzip_is_named(tmp_path):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    file = packed(folder / "occupations_en.csv")
    file.write_bytes(file.read_bytes()[:-40])

    with pytest.raises(CannotImport, match=r"occupations_en.csv.gz is cut off: the packed file ends too early"):
        read_esco(folder)


def test_a_damaged_gzip_is_named(tmp_path):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    (folder / "occupations_en.csv").rename(folder / "occupations_en.csv.gz")

    with pytest.raises(CannotImport, match=r"occupations_en.csv.gz is damaged and cannot be unpacked"):
        read_esco(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("occupationSkillRelations_en.reconstructed.csv", "essential", "nodig", "'nodig' is not essential or optional"),
        ("occupationSkillRelations_en.reconstructed.csv", "skillUri", "uri", "the header misses skillUri"),
        ("broaderRelationsOccPillar_en.csv", "broaderUri", "boven", "the header misses broaderUri"),
        ("skillSkillRelations_en.csv", "relationType", "soort", "the header misses relationType"),
        ("skills_en.reconstructed.csv", "preferredLabel", "naam", "the header misses preferredLabel"),
    ],
)
def test_every_file_says_what_it_misses(tmp_path, file, old, new, sentence):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    path = folder / file
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")

    with pytest.raises(CannotImport, match=sentence) as fault:
        read_esco(folder)

    assert file in str(fault.value)


def test_a_folder_that_does_not_fit_is_named(tmp_path):
    (tmp_path / "leeg").mkdir()
    (tmp_path / "anders").mkdir()
    (tmp_path / "anders" / "foto.jpg").write_bytes(b"x")
    (tmp_path / "stuk.zip").write_bytes(b"PK no zip")

    def sentence(path, *languages):
        with pytest.raises(CannotImport) as fault:
            read_esco(path, languages)
        return str(fault.value)

    assert "There is no folder or file" in sentence(tmp_path / "weg")
    assert "is empty. Name the folder" in sentence(tmp_path / "leeg")
    assert "holds none of the official ESCO files" in sentence(tmp_path / "anders")
    assert "stuk.zip is not a whole zip file" in sentence(tmp_path / "stuk.zip")
    assert "has no files in 'fr'. It has: en." in sentence(FIXTURES / "esco-1.2.0-en", "fr")


def test_a_bomb_of_one_line_takes_no_memory(tmp_path):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    (folder / "skills_en.reconstructed.csv").unlink()
    with gzip.open(folder / "skills_en.csv.gz", "wb") as handle:
        for _ in range(50):
            handle.write(b"x" * 1_000_000)

    with pytest.raises(CannotImport, match=r"skills_en.csv.gz, line 1: longer than"):
        read_esco(folder)
