"""Her passport on the screen, on paper and as a file."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from vaardig.base.models import AuditEntry
from vaardig.passports import paper, queries
from vaardig.passports.models import Claim
from vaardig.passports.services import claims, evidence, observations

MINE = "/paspoort/"


@pytest.mark.row("B21")
def test_a_passport_begins_with_three_skills(visit, lexicon, amira, me):
    assert "Nog geen vaardigheden" in visit("amira", MINE).get_text()
    for number, words in enumerate(("Koken", "Naaien", "Rekenen"), 1):
        claims.add_own_words(owner=amira, words=words, by=me, now=timezone.now())
        page = visit("amira", MINE)
        expected = {1: "Nog 2 vaardigheden", 2: "Nog 1 vaardigheid", 3: "Je vertelde over 3 vaardigheden"}[number]
        assert expected in page.get_text()

    assert page.h1.get_text(strip=True) == "Mijn paspoort"


@pytest.mark.row("B01")
def test_paid_and_unpaid_stand_in_one_list_with_the_same_words(visit, passport):
    page = visit("amira", MINE)

    assert [heading.get_text(strip=True) for heading in page.select(".thing__body h2")] == ["Dit kan ik"]
    names = [chip.get_text(strip=True) for chip in page.select(".skill-chip__name")]
    assert len(names) == 7
    assert {"Ramen lappen", "Mantelzorg geven", "Thuis koken", "Taarten bakken voor de hele straat"} < set(names)


def test_a_long_list_gets_headings_of_life_and_work_never_of_level(visit, passport, add_many):
    add_many(5)

    page = visit("amira", MINE)

    assert [heading.get_text(strip=True) for heading in page.select(".thing__body h2")] == [
        "Winkel, keuken en schoonmaak",
        "In mijn eigen woorden",
    ]


def test_who_sees_it_stands_on_top(visit, passport, stop_sharing):
    assert "Jij en Bram tot" in " ".join(visit("amira", MINE).select_one(".who-sees").get_text().split())
    stop_sharing()
    assert "Alleen jij ziet dit" in visit("amira", MINE).select_one(".who-sees").get_text()


@pytest.mark.parametrize("address", [MINE, "/", "/paspoort/papier/", "/paspoort/json/"])
def test_as_many_queries_for_thirty_skills_as_for_ten(
    visit, passport, add_many, address, django_assert_max_num_queries
):
    counts = []
    for number in (10, 30):
        add_many(number)
        visit.enter("amira")
        visit.client.get(address)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            visit.client.get(address)
        counts.append(len(asked))

    assert counts[0] == counts[1]
    assert counts[1] <= 25


@pytest.mark.parametrize("who", ["bram", "els", "farid"])
@pytest.mark.parametrize("name", ["passport", "next", "paper", "pdf", "json"])
def test_her_own_pages_are_no_pages_of_staff(visit, town, who, name):
    visit(who, reverse(f"passports:{name}"), status=404)


@pytest.mark.parametrize("name", ["paper", "pdf", "json", "next"])
def test_without_a_passport_there_is_nothing_to_print(visit, lexicon, name):
    assert visit("amira", reverse(f"passports:{name}"), status=302)["Location"] == MINE


# ── paper ────────────────────────────────────────────────────────────────────────────────────────────


def fill(passport, me, number):
    """A very full passport: long names, long examples, evidence everywhere."""
    now = timezone.now()
    for n in range(number):
        claim = claims.add_own_words(
            owner=passport.owner, words=f"{n} Lange zin over iets dat ik heel goed kan doen", by=me, now=now
        )
        observations.say_level(claim=claim, level=1 + n % 4, example="", by=me, now=now)
        if n < 60:
            evidence.add_story(
                claim=claim, title="Verhaal", answers={"action": "Ik deed iets moois. " * 100}, by=me, now=now
            )


@pytest.mark.row("B21")
@pytest.mark.parametrize("number", [0, 20, 60, 130, 470])
def test_a_pdf_has_four_pages_at_most_and_says_what_it_leaves_out(passport, me, number):
    fill(passport, me, number)

    sheet = paper.sheet_of(passport, language="nl", now=timezone.now())

    pdf = paper.as_pdf(sheet)
    assert pdf.startswith(b"%PDF")
    assert paper.pages_of(pdf) <= paper.PAGES
    total = queries.live_claims(passport).count()
    assert bool(sheet.note) == (sheet.count < total or number >= 20)
    if sheet.count < total:
        assert str(total - sheet.count) in sheet.note


def test_a_pdf_in_english_and_with_signs_that_mean_something_to_typst(passport, me):
    claims.add_own_words(
        owner=passport.owner, words='#eval("1") *vet* $x$ <script> @wie \\ "é" ☕', by=me, now=timezone.now()
    )
    sheet = paper.sheet_of(passport, language="en", now=timezone.now(), mark="Gedeeld met Bram")

    assert paper.pages_of(paper.as_pdf(sheet)) == 1


def test_the_pdf_is_a_file_and_a_line_in_the_log(visit, passport):
    response = visit("amira", "/paspoort/pdf/")

    assert (response["Content-Type"], response["Content-Disposition"]) == (
        "application/pdf",
        'attachment; filename="mijn-paspoort.pdf"',
    )
    assert AuditEntry.objects.filter(action="take_passport_pdf").count() == 1


def test_paper_says_neither_liever_niet_nor_what_is_confidential(visit, passport, me):
    words = " ".join(visit("amira", "/paspoort/papier/").select_one(".sheet").get_text().split())

    assert "Dit wil ik doen in mijn werk" in words
    assert "liever niet" not in words
    assert "Gezien door Bram, begeleider, Gemeente Lindeveen" in words


# ── data ─────────────────────────────────────────────────────────────────────────────────────────────


def schema_faults(value, schema, root, path="passport"):
    """Enough of JSON Schema to hold the export against docs/passport.schema.json."""
    schema = root["$defs"][schema["$ref"].rsplit("/", 1)[-1]] if "$ref" in schema else schema
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "boolean": bool, "null": type(None)}
    allowed = schema.get("type", [])
    allowed = [allowed] if isinstance(allowed, str) else allowed
    if allowed and not any(isinstance(value, kinds[kind]) for kind in allowed):
        yield f"{path}: {value!r} is no {allowed}"
    if value not in schema.get("enum", [value]) or value != schema.get("const", value):
        yield f"{path}: {value!r} is not allowed"
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{path}: {name} is missing" for name in schema.get("required", []) if name not in value)
        yield from (f"{path}: {name} is unknown" for name in value if name not in properties)
        for name in value.keys() & properties.keys():
            yield from schema_faults(value[name], properties[name], root, f"{path}.{name}")
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from schema_faults(item, schema["items"], root, f"{path}[{number}]")


@pytest.mark.row("B21", "B34")
def test_the_json_fits_its_schema_and_carries_references(visit, passport, settings):
    schema = json.loads((settings.BASE_DIR / "docs" / "passport.schema.json").read_text("utf-8"))

    taken = json.loads(visit("amira", "/paspoort/json/").content)

    assert list(schema_faults(taken, schema, schema)) == []
    windows = next(skill for skill in taken["skills"] if skill["label"] == "Ramen lappen")
    assert {one["scheme"] for one in windows["concept"]["same_as"]} == {"competentnl", "esco"}
    assert (windows["level"]["word"], windows["observations"][0]["name"]) == ("ervaren", "Bram")
    assert len(taken["skills"]) == Claim.objects.filter(removed_at=None).count()
    assert "Ik maak elke dag kantoren schoon" not in json.dumps(taken), "the story stays hers"
