"""The computer looks when she asks, says why, and leaves a line that only she reads."""

import pytest
from django.utils import timezone

from vaardig.base import privacy
from vaardig.base.models import AuditEntry
from vaardig.options import content, queries
from vaardig.options.models import Answers, OptionRun
from vaardig.options.services import answers, running, switching
from vaardig.passports.services import claims
from vaardig.people.services import persons

LIST = "/wat-past-bij-mij/"


def say(amira, me, **given):
    answers.answer(owner=amira, form=Answers.Form.CONDITIONS, given=given, by=me, now=timezone.now())


def titles(page):
    return [title.get_text(strip=True) for title in page.select(".options .card__title")]


@pytest.mark.row("C03", "C10")
def test_the_list_says_why_in_words_and_gives_no_share_of_a_person(visit, look):
    look()

    page = visit("amira", LIST)

    assert titles(page) == ["Glazenwasser", "Voorman schoonmaak"]
    card = page.select_one(".options .card").get_text(" ", strip=True)
    assert "Je kunt al: ramen lappen en vloeren dweilen" in card
    assert "Nog te leren: vrachtwagen rijden" in card
    assert "%" not in page.get_text()


def test_looking_leaves_one_line_that_can_be_played_again(look, amira, me):
    first, again = look(), look()

    assert (first.rule_version, first.input_hash) == (again.rule_version, again.input_hash)
    assert queries.output_of(first) == queries.output_of(again)
    assert "ramen" not in first.output_sealed
    assert first.viewer == amira.public_id
    assert AuditEntry.objects.filter(action="look_for_options").count() == 2


def test_reading_matches_nothing(visit, look):
    look()

    visit("amira", LIST)
    visit("amira", f"{LIST}?alles=1&sorteer=leren")

    assert OptionRun.objects.count() == 1


@pytest.mark.row("C10")
def test_a_kan_niet_sets_work_apart_says_so_and_opens(visit, look, amira, me, work):
    say(amira, me, HO="NO")
    look()

    page = visit("amira", LIST)
    assert titles(page) == ["Voorman schoonmaak"]
    fold = page.select_one(".fold").get_text(" ", strip=True)
    assert "Dit zette jij weg: 1 soort werk" in fold
    assert "Kan niet: op hoogte werken" in fold

    opened = visit("amira", f"/werk/{work.get(key__endswith='glazenwasser').public_id}/")
    assert "Kan niet: op hoogte werken" in opened.get_text()
    assert "Dit kun je al" in opened.get_text()


def test_liever_niet_is_a_chip_and_hides_nothing(visit, look, amira, me):
    say(amira, me, BU="RATHER_NOT")
    look()

    page = visit("amira", LIST)

    assert len(titles(page)) == 2
    assert [chip.get_text(strip=True) for chip in page.select(".chips .tag")] == ["Let op: buiten werken"]


def test_when_she_told_something_new_the_list_says_so(visit, look, amira, me):
    look()
    assert "Er is iets veranderd" not in visit("amira", LIST).get_text()

    say(amira, me, HO="NO")

    assert "Er is iets veranderd" in visit("amira", LIST).get_text()


@pytest.mark.parametrize(
    ("query", "first"),
    [("sorteer=naam", "Glazenwasser"), ("sorteer=leren", "Voorman schoonmaak"), ("sorteer=snel", "Voorman schoonmaak")],
)
def test_she_sorts_herself(visit, look, query, first):
    look()

    assert titles(visit("amira", f"{LIST}?{query}"))[0] == first


def test_she_searches_and_chooses_a_field(visit, look):
    look()

    assert titles(visit("amira", f"{LIST}?zoek=voorman")) == ["Voorman schoonmaak"]
    assert titles(visit("amira", f"{LIST}?veld=zorg")) == []
    assert len(titles(visit("amira", f"{LIST}?veld=dienst"))) == 2
    assert len(titles(visit("amira", f"{LIST}?veld=niets&sorteer=niets"))) == 2


def test_tasks_have_a_list_of_their_own(visit, town):
    visit.post("amira", f"{LIST}kijk/", {"soort": "klussen"})

    assert titles(visit("amira", f"{LIST}?soort=klussen")) == ["Ruimten schoonmaken"]
    assert OptionRun.objects.get().kind == "TASK"


def test_without_a_passport_it_says_what_comes_first(visit, lexicon):
    assert "Vertel dat eerst" in visit("amira", LIST).get_text()

    visit.post("amira", f"{LIST}kijk/", {"soort": "werk"})

    assert len(titles(visit("amira", LIST))) == 2


def test_off_is_off(visit, look, amira, me):
    look()

    visit.post("amira", f"{LIST}aan-uit/", {"voorstellen": "uit"})
    visit.post("amira", f"{LIST}kijk/", {"soort": "werk"})

    assert not OptionRun.objects.exists()
    assert "De voorstellen staan uit" in visit("amira", LIST).get_text()
    with pytest.raises(running.CannotLook):
        running.look(owner=amira, kind="OCCUPATION", by=me, now=timezone.now())

    switching.switch(owner=amira, off=False, by=me, now=timezone.now())
    assert "Laat werk zien" in visit("amira", LIST).get_text()


def test_the_way_there_names_the_smallest_step_first(visit, town, work):
    page = visit("amira", f"/werk/{work.get(key__endswith='glazenwasser').public_id}/weg/")

    assert page.select(".way .card__title")
    assert "Hoe kom ik daar?" in page.h1.get_text()


def test_a_skill_is_no_work(visit, lexicon):
    from vaardig.lexicon.models import Concept

    skill = Concept.objects.get(key="ramen-lappen")

    visit("amira", f"/werk/{skill.public_id}/", status=404)
    visit("amira", f"/werk/{skill.public_id}/weg/", status=404)


@pytest.mark.parametrize("who", [None, "amira", "bram", "farid"])
def test_anybody_may_read_how_it_works(visit, cast, who):
    page = visit(who, "/hoe-werkt-voorstellen/")

    assert page.h1.get_text() == "Hoe werken de voorstellen?"
    assert "versie 2026.1" in page.get_text()


def test_she_reads_when_the_computer_looked(visit, look):
    look()

    assert "Regels van versie 2026.1" in visit("amira", f"{LIST}eerder/").get_text()


@pytest.mark.parametrize("who", ["bram", "dirk", "els", "farid"])
def test_nobody_else_has_these_pages(visit, look, who, work):
    look()

    for url in [LIST, f"{LIST}eerder/", "/zo-wil-ik-werken/", "/interesses/", "/waarden/", "/bewaard/"]:
        visit(who, url, status=404)
    visit(who, f"/werk/{work[0].public_id}/", status=404)


def test_the_list_asks_as_many_queries_for_all_as_for_one(visit, look, django_assert_max_num_queries, amira, me):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    look()
    visit("amira", LIST)
    with CaptureQueriesContext(
        connection,
    ) as one:
        visit("amira", f"{LIST}?zoek=voorman")
    with CaptureQueriesContext(connection) as every:
        visit("amira", f"{LIST}?alles=1")

    assert len(every) <= len(one)
    assert len(one) <= 60


def test_runs_go_along_and_are_erased(look, amira, me):
    look()

    taken = privacy.export_person(amira.pk)["options.OptionRun"]
    assert taken[0]["output"]["options"][0]["key"] == "occupation:glazenwasser"
    persons.erase(person=amira, by=me, now=timezone.now())

    assert not OptionRun.objects.exists()


def test_more_skills_never_take_work_away(look, amira, me):
    from vaardig.lexicon.models import Concept

    before = {one["key"]: len(one["met"]) for one in queries.output_of(look())["options"]}
    claims.add_concept(owner=amira, concept=Concept.objects.get(key="vrachtwagen-rijden"), by=me, now=timezone.now())

    after = {one["key"]: len(one["met"]) for one in queries.output_of(look())["options"]}

    assert after.keys() == before.keys()
    assert all(after[key] >= before[key] for key in before)
    assert content.most_values() == 5
