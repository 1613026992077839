"""Keeping an option in view, three side by side, thinking about it, deciding."""

import pytest
from django.utils import timezone

from vaardig.lexicon.models import Concept
from vaardig.options import content, queries
from vaardig.options.models import SavedOption
from vaardig.options.services import saving


def test_saving_twice_keeps_one_and_taking_out_loses_nothing(visit, town, work, amira):
    url = f"/werk/{work[0].public_id}/"
    visit.post("amira", f"{url}bewaar/")
    visit.post("amira", f"{url}bewaar/")
    saved = SavedOption.objects.get()
    visit.post("amira", f"/bewaard/{saved.public_id}/weegschaal/voor-nu/", {"text": "Dichtbij huis", "weight": "3"})

    visit.post("amira", f"/bewaard/{saved.public_id}/weg/")
    assert "Je bewaarde nog niets" in visit("amira", "/bewaard/").get_text()
    visit.post("amira", f"{url}bewaar/")

    again = queries.saved_by(amira).get()
    assert queries.notes_of(again)["weegschaal"]["voor-nu"]["text"] == "Dichtbij huis"


def test_only_work_and_tasks_are_saved(town, amira, me):
    skill = Concept.objects.get(key="dweilen")

    with pytest.raises(saving.CannotSave):
        saving.save_option(owner=amira, concept=skill, by=me, now=timezone.now())


@pytest.mark.row("A15", "C11")
def test_for_and_against_now_and_later_stand_in_four_cells(visit, saved, amira):
    here = f"/bewaard/{saved.public_id}/weegschaal/"
    for part in content.parts_of(content.tool("weegschaal")):
        assert visit("amira", f"{here}{part.key}/").h1.get_text(strip=True) == part.question
        visit.post("amira", f"{here}{part.key}/", {"text": f"Over {part.key}", "weight": "2"})

    page = visit("amira", here)

    assert len(page.select(".cells .card")) == 4
    assert page.get_text().count("Best wel") == 4
    assert "Over nadeel-later" in visit("amira", f"{here}papier/").get_text()


@pytest.mark.parametrize(("tool", "parts"), [("weegschaal", 4), ("proeven", 3), ("passend", 5)])
def test_every_tool_walks_through_its_questions(visit, saved, tool, parts):
    there, seen = f"/bewaard/{saved.public_id}/{tool}/{content.parts_of(content.tool(tool))[0].key}/", 0
    while there.count("/") == 5:
        there, seen = visit.post("amira", there, {"text": "Iets"})["Location"], seen + 1

    assert seen == parts
    assert "Begin met de vragen" not in visit("amira", there).get_text()


def test_a_note_is_sealed_and_too_much_is_said_in_words(visit, saved):
    here = f"/bewaard/{saved.public_id}/proeven/uur/"
    visit.post("amira", here, {"text": "Bellen met Samira"})
    saved.refresh_from_db()
    assert "Samira" not in saved.sealed

    refused = visit.post("amira", here, {"text": "x" * 1001}, status=422)

    assert "te lang" in refused.content.decode()


@pytest.mark.row("B12")
@pytest.mark.parametrize("state", ["CHOSEN", "TRYING", "NOT_FOR_ME", "OPEN"])
def test_every_decision_is_a_result(visit, saved, state):
    page = visit("amira", f"/bewaard/{saved.public_id}/besluit/")
    assert not page.select("input[name=state][checked]"), "nothing is chosen beforehand"

    visit.post("amira", f"/bewaard/{saved.public_id}/besluit/", {"state": state, "reason": "Zo voelt het."})

    saved.refresh_from_db()
    assert saved.state == state
    assert "Zo voelt het." in visit("amira", f"/bewaard/{saved.public_id}/").get_text()


def test_a_decision_asks_an_answer(visit, saved):
    visit.post("amira", f"/bewaard/{saved.public_id}/besluit/", {"reason": "x"}, status=422)


@pytest.mark.row("C11")
def test_at_most_three_stand_side_by_side(visit, town, amira, me, work, look):
    look()
    for concept in [*work, Concept.objects.get(kind="TASK")]:
        saving.save_option(owner=amira, concept=concept, by=me, now=timezone.now())

    page = visit("amira", "/bewaard/naast-elkaar/")

    assert len(page.select("thead th")) == 4
    heads = [th.get_text(strip=True) for th in page.select("tbody th")]
    assert heads[:3] == ["Wat doe ik daar?", "Wat kan ik al?", "Wat leer ik nog?"]
    assert "Loon" not in page.get_text(), "pay only from a dated source"


def test_a_stranger_finds_nothing(visit, saved):
    for who in ("farid", "bram"):
        for rest in ("", "besluit/", "weegschaal/", "weegschaal/voor-nu/", "weegschaal/papier/"):
            visit(who, f"/bewaard/{saved.public_id}/{rest}", status=404)
        visit.post(who, f"/bewaard/{saved.public_id}/weg/", status=404)


def test_what_is_not_there_is_not_there(visit, saved):
    for rest in ("niets/", "weegschaal/niets/"):
        visit("amira", f"/bewaard/{saved.public_id}/{rest}", status=404)


def test_the_town_is_made_by_services(visit, town):
    from vaardig.options import seed

    seed.make_town({name: player.person for name, player in town.items()}, now=timezone.now())

    assert visit("amira", "/wat-past-bij-mij/").select(".options .card")


def test_home_offers_it_once_there_is_a_passport(visit, town):
    page = visit("amira", "/").get_text()

    assert "Wat past bij mij?" in page


def test_an_option_becomes_a_goal_in_her_plan(visit, saved):
    there = visit.post("amira", f"/bewaard/{saved.public_id}/doel/")["Location"]

    assert "Ik wil dit werk: Glazenwasser" in visit("amira", there).get_text()
    visit.post("farid", f"/bewaard/{saved.public_id}/doel/", status=404)
