"""What the commands cannot use is refused with a sentence that names it; what is thin is told what to do next."""

import json

import pytest

from vaardig.lexicon.models import Concept
from vaardig.lexicon.tests.shelf import keep_basis, keep_esco
from vaardig.options.tests.commands.told import skills


def test_the_schema_of_the_input_has_no_place_for_what_may_not_count(vaardig):
    _, out, _ = vaardig("suggest-options", "--schema")

    given = json.loads(out)["input"]
    assert given["additionalProperties"] is False
    assert {"age", "sex", "nationality", "health", "postcode"}.isdisjoint(given["properties"])


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (skills(age=50), "age gebruiken we nooit. Haal het weg."),
        (skills(shoes=44), "shoes kennen we hier niet. Haal het weg, of kijk met --schema hoe het heet."),
        ({}, "skills ontbreekt. Zet het erbij."),
        ({"skills": [{"key": "dweilen", "level": 9}]}, "skills.0.level klopt niet. Het moet ≤ 4 zijn."),
        ({"skills": [{"key": "dweilen", "wish": "LOVE"}]}, "skills.0.wish klopt niet. Kies uit: 'USE', 'LEARN' or 'RATHER_NOT'."),
        ({"skills": "dweilen"}, "skills heeft niet de goede vorm. Kijk met --schema hoe het moet."),
        (skills(hours=-1), "hours klopt niet. Het moet ≥ 1 zijn."),
        (b"[]", "Het paspoort moet beginnen met { en eindigen met }."),
        (b"{", "Het paspoort is geen goede JSON (regel 1)."),
        (b"\xff\xfe", "- is geen UTF-8. Sla het op als UTF-8."),
    ],
)  # fmt: skip
def test_what_does_not_fit_the_schema_is_refused_with_the_name_of_the_field(vaardig, given, sentence):
    status, _, err = vaardig("suggest-options", "-", given=given)

    assert (status, sentence in err.splitlines()) == (2, True), err


def test_unknown_facets_schemes_and_work_are_refused_with_a_sentence(db, vaardig):
    keep_basis()

    facet = vaardig("suggest-options", "-", given=skills(conditions={"QQ": "NO"}))
    scheme = vaardig("suggest-options", "-", "--scheme", "klingon", given=skills())
    work = vaardig("find-route", "-", "--to", "astronaut", given=skills())
    file = vaardig("suggest-options", "nowhere.json")

    assert facet[0] == scheme[0] == work[0] == file[0] == 2
    assert facet[2].startswith("conditions.QQ kennen we niet. Kies uit: ")
    assert scheme[2].startswith("--scheme klingon is er niet. Er is wel: basis.")
    assert work[2].startswith("--to astronaut: dit werk kennen we niet.")
    assert file[2] == "Er is geen bestand nowhere.json. Kijk naar de naam."


def test_work_without_needs_gets_a_plain_sentence(db, vaardig):
    keep_basis()
    Concept.objects.get(key="occupation:" + _first_work()).relations.all().delete()
    status, out, _ = vaardig("find-route", "-", "--to", _first_work(), given=skills("ramen-lappen"))

    assert status == 0
    assert "We weten nog niet wat dit werk vraagt. Loop een dag mee en kijk wat je ziet." in out


def _first_work():
    key = Concept.objects.filter(kind="OCCUPATION", is_current=True).order_by("key").values_list("key", flat=True)[0]
    return key.removeprefix("occupation:")


def test_esco_is_matched_when_it_is_imported_and_asked(db, options):
    keep_basis()
    keep_esco("esco-1.2.0-en", "en")
    work = Concept.objects.filter(scheme__key="esco", kind="OCCUPATION", relations__isnull=False).order_by("key")[0]
    asked = work.relations.filter(kind="ESSENTIAL").values_list("target__key", flat=True)

    found = options(skills(*asked), "--scheme", "esco")

    assert found["options"][0]["concept"] == work.key
    assert found["lexicon"] == {"scheme": "esco", "version": "1.2.0"}
