"""CompetentNL: N-Triples and SPARQL answers, both families of properties; what the endpoint gives is cached."""

import json

import pytest

from vaardig.lexicon.imports import CannotImport
from vaardig.lexicon.imports import competentnl_endpoint as endpoint
from vaardig.lexicon.imports.competentnl import read_competentnl
from vaardig.lexicon.models import Concept, Relation
from vaardig.lexicon.tests.shelf import FIXTURES, concept, copy_of, everything, keep_competentnl, names_of

BASE = "https://linkeddata.competentnl.nl"
WASHER = f"{BASE}/uwv/id/occupation/00000000A1"
CLEANING = f"{BASE}/id/humancapability/00000000B1"


def test_things_get_our_words(db):
    outcome = keep_competentnl()

    assert outcome.version == "2025.12"
    assert outcome.counts["concepts"] == {
        "CONDITION": 2,
        "GROUP": 1,
        "KNOWLEDGE": 1,
        "OCCUPATION": 2,
        "SKILL": 2,
        "TASK": 2,
    }
    assert outcome.skipped["educational norms are not kept"] == 1
    assert outcome.skipped["skills of ESCO come from ESCO itself"] == 1


def test_twice_changes_nothing(db):
    keep_competentnl()
    before = everything()

    assert keep_competentnl().is_empty
    assert everything() == before


def test_labels_are_things_with_a_status_of_their_own(db):
    keep_competentnl()

    assert names_of(WASHER, scheme="competentnl", language="nl", role="LABEL") == {"Glazenwasser"}
    assert names_of(WASHER, scheme="competentnl", language="nl", role="ALSO") == {"Ramenwasser"}
    assert names_of(WASHER, scheme="competentnl", role="HIDDEN") == {"Glasbewasser"}
    assert names_of(WASHER, scheme="competentnl", language="en") == {"Window cleaner"}


def test_columns_and_mappings(db):
    keep_competentnl()
    washer, cleaning = concept(WASHER, "competentnl"), concept(CLEANING, "competentnl")

    assert (washer.isco, cleaning.code, cleaning.riasec) == ("9123", "1.2.3", "RC")
    assert set(washer.mappings.values_list("kind", "foreign", "foreign_version")) == {
        ("EXACT", "esco", "1.2.0"),
        ("CLOSE", "onet", ""),
        ("BROAD", "kernberoep", ""),
    }


def test_both_families_of_properties_give_the_same_relations(db):
    keep_competentnl()

    asked = Relation.objects.filter(source__key=WASHER).values_list("kind", "weight", "target__kind")

    assert sorted(asked) == [
        ("CONDITION", 0.0, "CONDITION"),
        ("CONDITION", 1.0, "CONDITION"),
        ("ESSENTIAL", 1.0, "SKILL"),
        ("IMPORTANT", 1.0, "SKILL"),
        ("SOMEWHAT", 1.0, "KNOWLEDGE"),
        ("TASK", 0.5, "TASK"),
        ("TASK", 1.0, "TASK"),
    ]


def test_what_is_historical_is_not_current(db):
    keep_competentnl()

    assert list(Concept.objects.filter(is_current=False).values_list("key", flat=True)) == [
        f"{BASE}/uwv/id/occupation/00000000A2"
    ]


def test_sparql_answers_of_three_forms_are_read(db):
    outcome = keep_competentnl("competentnl-json")

    assert outcome.counts["concepts"] == {"OCCUPATION": 1, "SKILL": 2}
    assert list(Relation.objects.values_list("source__key", "kind", "target__key")) == [(WASHER, "ESSENTIAL", CLEANING)]
    assert concept(CLEANING, "competentnl").descriptions.get().text == "Iets vrij maken van vuil."


def test_turtle_says_the_same_as_n_triples(tmp_path):
    folder = copy_of("competentnl-2025.12", tmp_path)
    for file in list(folder.glob("*.nt")):
        file.rename(file.with_suffix(".ttl"))

    assert read_competentnl(folder).concepts == read_competentnl(FIXTURES / "competentnl-2025.12").concepts


def add(folder, text):
    file = folder / "work.nt"
    file.write_text(file.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<http://a> <http://b> kapot .\n", "work.nt, line 31, column 23: The object of a triple must be"),
        ('<http://a> <http://b> "x" \n', "work.nt, line 3"),
        ('<http://a> <http://b> "' + "x" * 21_000 + '" .\n', "statement 31: holds a text longer than 20,000 signs"),
        (f"<http://{'a' * 2100}> <http://b> <http://c> .\n", "holds an address longer than 2,000 signs"),
        ('<http://a> <http://b> "' + "x" * 1_100_000 + '" .\n', "longer than 1,000,000 bytes"),
    ],
)
def test_broken_triples_are_named_with_their_line(tmp_path, text, sentence):
    folder = copy_of("competentnl-2025.12", tmp_path)
    add(folder, text)

    with pytest.raises(CannotImport) as fault:
        read_competentnl(folder)

    assert sentence in str(fault.value)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ('{"head": {"vars": ["s"', "pages.json, line 1, column"),
        ("[]", "pages.json is no SPARQL answer in JSON"),
        ('{"head": {"vars": ["x", "y"]}, "results": {"bindings": []}}', "the columns x, y are not known"),
        (
            '{"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": [{"s": "x", "p": {}, "o": {}}]}}',
            "row 1, column s: has no type and value",
        ),
        ("[" * 100_000, "pages.json is no SPARQL answer in JSON"),
    ],
)
def test_a_broken_answer_is_named(tmp_path, content, sentence):
    (tmp_path / "pages.json").write_text(content, "utf-8")

    with pytest.raises(CannotImport) as fault:
        read_competentnl(tmp_path)

    assert sentence in str(fault.value)


def test_a_folder_without_its_files_is_named(tmp_path):
    (tmp_path / "a.txt").write_text("x")

    with pytest.raises(CannotImport, match=r"holds no .nt, .ttl or .json files"):
        read_competentnl(tmp_path)


# ── the endpoint ─────────────────────────────────────────────────────────────────────────────────────
def answer(rows=()):
    return json.dumps({"head": {"vars": ["s", "p", "o"]}, "results": {"bindings": list(rows)}}).encode()


def test_pages_are_fetched_once_and_read_from_the_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(endpoint, "PAGE", 1)
    monkeypatch.setattr(endpoint, "PROPERTIES", ("http://www.w3.org/2004/02/skos/core#prefLabel",))
    asked = []

    def ask(question):
        asked.append(question)
        row = {
            "s": {"type": "uri", "value": CLEANING},
            "p": {"type": "uri", "value": "http://www.w3.org/2004/02/skos/core#prefLabel"},
            "o": {"type": "literal", "xml:lang": "nl", "value": "Schoonmaken"},
        }
        return answer([row] if len(asked) == 1 else [])

    folder = tmp_path / "2026.11.16"
    endpoint.fetch(folder, ask)
    endpoint.fetch(folder, ask)

    assert len(asked) == 2
    assert "LIMIT 1 OFFSET 1" in asked[1]
    assert "FROM" not in asked[0]
    assert endpoint.newest_cache(tmp_path) == folder
    assert list(read_competentnl(folder).concepts) == [CLEANING]


def test_an_answer_that_is_none_is_not_kept(tmp_path):
    with pytest.raises(CannotImport, match="gave no SPARQL answer"):
        endpoint.fetch(tmp_path / "now", lambda question: b"<html>busy</html>")

    assert (list((tmp_path / "now").iterdir()), endpoint.newest_cache(tmp_path)) == ([], None)


def test_a_name_that_leads_inside_is_refused(monkeypatch):
    monkeypatch.setattr(endpoint.socket, "getaddrinfo", lambda *_, **__: [(2, 1, 6, "", ("127.0.0.1", 443))])

    with pytest.raises(CannotImport, match="cannot be reached"):
        endpoint.endpoint("key")("SELECT")
