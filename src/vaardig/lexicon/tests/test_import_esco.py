"""Every official shape of ESCO comes in; once, twice, in any order."""

import shutil

import pytest

from vaardig.lexicon.imports.esco import read_esco
from vaardig.lexicon.models import Concept, Relation, SchemeVersion
from vaardig.lexicon.queries.stats import stats
from vaardig.lexicon.tests.shelf import FIXTURES, concept, copy_of, everything, keep_esco, names_of, packed, skill, work

SHAPES = [
    ("esco-1.0.8-nl", "1.0.8", {"GROUP": 10, "KNOWLEDGE": 3, "OCCUPATION": 4, "SKILL": 7}, 24),
    ("esco-1.1-nl", "1.1.0", {"GROUP": 6, "KNOWLEDGE": 3, "OCCUPATION": 4, "SKILL": 7}, 22),
    ("esco-1.2.0-nl", "1.2.0", {"GROUP": 10, "OCCUPATION": 5}, 6),
    ("esco-1.2.0-en", "1.2.0", {"GROUP": 10, "KNOWLEDGE": 3, "OCCUPATION": 5, "SKILL": 7}, 24),
    ("esco-1.2.1-nl", "1.2.1", {"GROUP": 10, "KNOWLEDGE": 3, "OCCUPATION": 4, "SKILL": 7}, 24),
]
RELATIONS_LEFT_OUT = {"esco-1.1-nl": 5, "esco-1.2.1-nl": 2, "esco-1.2.0-nl": 0, "esco-1.0.8-nl": 0}


@pytest.mark.parametrize(("folder", "version", "kinds", "relations"), SHAPES)
def test_every_shape_comes_in_and_twice_changes_nothing(db, folder, version, kinds, relations):
    outcome = keep_esco(folder)
    before = everything()

    again = keep_esco(folder)

    assert (outcome.version, outcome.counts["concepts"]) == (version, kinds)
    assert Relation.objects.count() == sum(
        number for part, number in outcome.counts["parts"].items() if "elations" in part
    ) - sum(number for reason, number in outcome.skipped.items() if "not in the lexicon" in reason)
    assert (again.is_empty, everything()) == (True, before)


def test_a_concept_carries_what_the_files_say(db):
    keep_esco("esco-1.2.1-nl")

    washer = concept(work(1))

    assert (washer.kind, washer.isco, washer.code) == ("OCCUPATION", "9123", "9123.1")
    assert washer.extra == {
        "nace": "http://data.europa.eu/ux2/nace2.1/812 http://data.europa.eu/ux2/nace2.1/811",
        "collections": ["research"],
        "green_share": 0.333333,
    }
    assert names_of(work(1), role="LABEL") == {"glazenwasser"}
    assert names_of(work(1), role="ALSO") == {"glazenwasster", "ramenwasser"}
    assert names_of(work(1), role="HIDDEN") == {"glazewasser"}
    assert washer.descriptions.get().text == "Glazenwassers maken ramen schoon, binnen en buiten."


def test_leading_zeros_stay(db):
    keep_esco("esco-1.2.0-en")

    assert concept(work(5)).isco == "0110"
    assert concept("http://data.europa.eu/esco/isco/C0110").code == "0110"


def test_the_kind_comes_from_the_skill_and_never_from_the_relation(db):
    """originalSkillType is wrong in nearly every row up to 1.2.0."""
    keep_esco("esco-1.2.0-en")

    assert [concept(skill(number)).kind for number in (1, 3, 4, 8)] == ["SKILL", "KNOWLEDGE", "SKILL", "SKILL"]


def test_an_address_that_stands_twice_is_one_concept(db):
    outcome = keep_esco("esco-1.2.1-nl")

    assert outcome.skipped["occupations_nl.csv: stands twice, joined"] == 1
    assert Concept.objects.filter(key=work(1)).count() == 1


def test_collections_name_skills_where_their_own_file_is_missing(db):
    keep_esco("esco-1.2.1-nl-partial")

    assert concept(skill(10)).extra == {"reuse": "cross-sector", "collections": ["green"]}
    assert names_of(skill(10)) == {"afval scheiden", "vuilnis sorteren"}
    assert stats()["schemes"][0]["versions"][0]["whole"] == ["occupations", "skillGroups", "skillSkillRelations"]


def test_languages_and_versions_join_on_the_address(db):
    keep_esco("esco-1.2.0-en")
    keep_esco("esco-1.2.1-nl")
    keep_esco("esco-1.0.8-nl")

    assert names_of(skill(1), role="LABEL") == {"ramen lappen", "clean windows"}
    assert Concept.objects.filter(kind="SKILL").count() == 7
    assert sorted(SchemeVersion.objects.values_list("version", flat=True)) == ["1.0.8", "1.2.0", "1.2.1"]


def test_the_order_of_imports_does_not_matter(db):
    def told():
        rows = Concept.objects.order_by("key").values_list(
            "key", "kind", "since__version", "until__version", "is_current", "isco"
        )
        return list(rows), sorted(
            (one.concept.key, one.language, one.role, one.text, one.since.version, one.until.version, one.is_current)
            for concept in Concept.objects.all()
            for one in concept.labels.select_related("concept", "since", "until")
        )

    folders = ["esco-1.2.1-nl", "esco-1.0.8-nl", "esco-1.2.0-nl", "esco-1.1-nl"]
    for folder in folders:
        keep_esco(folder)
    forward = told()
    for table in (Relation,):
        table.objects.all().delete()
    for row in Concept.objects.all():
        row.labels.all().delete()
        row.descriptions.all().delete()
    Concept.objects.all().delete()
    SchemeVersion.objects.all().delete()
    for folder in reversed(folders):
        keep_esco(folder)

    assert told() == forward


def test_only_the_languages_asked_for_come_in(db):
    outcome = keep_esco("esco-1.0.8-occupations-multi", "de")

    assert outcome.languages == ("de",)
    assert names_of(work(3)) == {"Friseur", "hair stylist"}


def test_packed_files_and_the_zip_itself_are_read(db, tmp_path):
    folder = copy_of("esco-1.2.0-en", tmp_path)
    packed(folder / "occupations_en.csv")
    packed(folder / "skills_en.reconstructed.csv")
    name = tmp_path / "ESCO dataset - v1.2.0 - classification - en - csv"
    archive = shutil.make_archive(str(name), "zip", folder)

    drafts = [read_esco(path) for path in (FIXTURES / "esco-1.2.0-en", folder, tmp_path / archive)]

    assert drafts[0].concepts == drafts[1].concepts == drafts[2].concepts
    assert {draft.version for draft in drafts} == {"1.2.0"}


@pytest.mark.parametrize(
    ("folder", "seen"), [("esco-1.0.8-nl", "1.0.0"), ("esco-1.2.0-en", "1.2.0"), ("esco-1.2.1-nl", "1.2.1")]
)
def test_the_files_tell_their_version_where_the_name_does_not(tmp_path, folder, seen):
    place = copy_of(folder, tmp_path).rename(tmp_path / "files")

    assert [read_esco(place).version, read_esco(place, version="v1.9").version] == [seen, "1.9.0"]
