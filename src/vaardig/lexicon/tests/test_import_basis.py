"""Basistaal: what it becomes, and every fault as a sentence."""

import pytest

from vaardig.lexicon import basis_faults, setup
from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports.basis import read_basis
from vaardig.lexicon.models import Relation
from vaardig.lexicon.tests.shelf import FIXTURES, concept, copy_of, everything, keep_basis, names_of

BASIS = FIXTURES / "basis"


def test_keys_are_those_that_people_chose(db):
    outcome = keep_basis()

    assert outcome.counts["parts"]["skills"] == 4
    assert [concept(key, "basis").kind for key in ("ramen-lappen", "HO", "occupation:glazenwasser", "interest:R")] == [
        "SKILL",
        "CONDITION",
        "OCCUPATION",
        "INTEREST",
    ]


def test_twice_changes_nothing(db):
    keep_basis()
    before = everything()

    assert keep_basis().is_empty
    assert everything() == before


def test_names_fields_and_mappings(db):
    keep_basis()
    windows = concept("ramen-lappen", "basis")

    assert (windows.field, windows.riasec) == ("dienst-schoonmaak", "R")
    assert names_of("ramen-lappen", scheme="basis", language="nl", role="SAID") == {
        "ik lap de ramen",
        "ik maak de ruiten schoon",
    }
    assert names_of("HO", scheme="basis", role="SAID_AGAINST") == {"ik heb hoogtevrees"}
    assert set(windows.mappings.values_list("kind", "foreign")) == {("EXACT", "esco"), ("CLOSE", "competentnl")}


def test_work_knows_what_it_asks(db):
    keep_basis()
    washer = concept("occupation:glazenwasser", "basis")

    assert (washer.isco, washer.speaking, washer.extra) == ("9123", 1, {"requires": ["RIJBEWIJS_B"]})
    assert sorted(washer.relations.values_list("kind", "target__key")) == [
        ("CONDITION", "BU"),
        ("CONDITION", "HO"),
        ("ESSENTIAL", "ramen-lappen"),
        ("GROWTH", "occupation:voorman-schoonmaak"),
        ("IMPORTANT", "dweilen"),
        ("KNOWLEDGE", "knowledge:schoonmaakmiddelen"),
        ("OPTIONAL", "vrachtwagen-rijden"),
        ("TASK", "task:ruimten-schoonmaken"),
    ]
    assert Relation.objects.filter(source__key="task:ruimten-schoonmaken").count() == 2


def test_it_is_loaded_once_and_again_when_its_files_change(db, tmp_path):
    place = copy_of("basis", tmp_path)

    assert setup.load_basis(place).changes["concepts"].new == 11
    assert setup.load_basis(place) is None

    file = place / "interests.yaml"
    file.write_text(file.read_text("utf-8").replace("Doen en maken", "Maken en doen"), "utf-8")

    assert setup.load_basis(place).changes["labels"].new == 1


def test_a_file_with_faults_stores_nothing(db, tmp_path):
    place = copy_of("basis", tmp_path)
    (place / "skills" / "zorg.yaml").write_text("skills:\n  - {key: Haar Knippen, nl: {label: x}}\n", "utf-8")

    with pytest.raises(CannotImport) as faults:
        read_basis(place)

    assert "zorg.yaml: skills Haar Knippen, key ('Haar Knippen') does not have the right form" in str(faults.value)
    assert "zorg.yaml: skills Haar Knippen, nl.plain is missing" in str(faults.value)
    assert "nothing was stored" in str(faults.value)


def test_a_folder_without_basistaal_is_named(tmp_path):
    with pytest.raises(CannotImport, match="holds no Basistaal"):
        read_basis(tmp_path)


# ── the checker ──────────────────────────────────────────────────────────────────────────────────────
def faults_after(tmp_path, file, old, new):
    place = copy_of("basis", tmp_path)
    path = place / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    return "\n".join(basis_faults.faults_in(place))


@pytest.mark.parametrize(
    ("file", "old", "new", "sentence"),
    [
        ("skills/zorg.yaml", "said: [ik", "zegt: [ik", "skills haar-knippen, nl.zegt is not a name this format knows"),
        ("skills/zorg.yaml", "said: [ik knip mijn broertjes]", "also: [x]", "nl: nothing under said"),
        ("skills/zorg.yaml", "Haar knippen", "Ramen lappen", "'Ramen lappen' is the label of"),
        ("skills/zorg.yaml", "key: haar-knippen", "key: dweilen", "skills dweilen stands in"),
        ("skills/zorg.yaml", "Je maakt het haar", "Het haar maakt je", "the plain sentence begins with 'Je '"),
        ("skills/zorg.yaml", "van iemand korter", "van een ander mens " + "heel " * 8 + "kort", "a sentence of"),
        ("skills/zorg.yaml", "van iemand korter", "conform de wens", "'conform' is moeilijk"),
        ("skills/zorg.yaml", "en: {", "fr: {", "skills haar-knippen, en is missing"),
        ("tasks/dienst.yaml", "dweilen]", "dwijlen]", "skills: 'dwijlen' does not exist"),
        ("occupations/dienst-schoonmaak.yaml", "[voorman-schoonmaak]", "[baas]", "growth: 'baas' does not exist"),
        ("occupations/dienst-schoonmaak.yaml", "RIJBEWIJS_B", "RIJBEWIJS_X", "is not one of the values"),
        ("occupations/dienst-schoonmaak.yaml", "[HO, BU]", "[HO, XX]", "conditions: 'XX' does not exist"),
        ("occupations/dienst-schoonmaak.yaml", 'isco: "9123"', "isco: 9123", "must be text (put it between quotes)"),
        ("scheme.yaml", "id: basis", "id: esco", "scheme.yaml: id ('esco') is not one of the values"),
    ],
)
def test_each_fault_is_a_sentence(tmp_path, file, old, new, sentence):
    assert sentence in faults_after(tmp_path, file, old, new)


def test_too_few_and_too_poor_is_said(tmp_path):
    faults = "\n".join(basis_faults.faults_in(copy_of("basis", tmp_path)))

    assert "lexicon/basis: 2 occupations, there must be at least 150" in faults
    assert "lexicon/basis: 2 conditions, there must be 16" in faults
    assert "occupations voorman-schoonmaak: fewer than 3 essential skills" in faults
    assert "occupations voorman-schoonmaak: has no ESCO address" in faults


def test_addresses_are_checked_where_the_official_files_are(tmp_path, settings, capsys):
    official = tmp_path / "official"
    for name in ("esco-1.2.0-en",):
        copy_of(name, official)
    (official / "competentnl").mkdir()
    (official / "competentnl" / "capability_labels.tsv").write_text(
        "uri\tprefLabel\tlabel\tlabelType\nhttps://linkeddata.competentnl.nl/id/humancapability/00000000B1\ta\ta\tprefLabel\n"
    )
    settings.OFFICIAL_DATA_DIR = official

    place = copy_of("basis", tmp_path)
    file = place / "skills" / "dienst-schoonmaak.yaml"
    file.write_text(file.read_text("utf-8").replace("8000-000000000010", "8000-000000000099"), "utf-8")
    found = [fault for fault in basis_faults.faults_in(place) if "http" in fault]

    assert len(found) == 1
    assert "skills dweilen, esco.narrow" in found[0]

    settings.OFFICIAL_DATA_DIR = tmp_path / "weg"
    list(basis_faults.faults_in(place))
    assert "Mapped addresses were not checked" in capsys.readouterr().err
