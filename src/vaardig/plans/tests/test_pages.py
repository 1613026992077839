"""Every page of a plan: one question each, her own, shared goal by goal, closed again at once."""

import uuid
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import NOW
from tests.visiting import look_at
from vaardig.base.models import AuditEntry
from vaardig.people.services import shares
from vaardig.people.shareables import parts_of
from vaardig.plans import questions
from vaardig.plans.models import Action, CheckIn, Goal, LookBack, Setback, Supporter
from vaardig.plans.services import actions, goals, keeping, setbacks, supporters


def here(goal):
    return f"/plan/doel/{goal.public_id}/"


def words(goal):
    return keeping.words_of(Goal.objects.get(pk=goal.pk))


def told(page):
    return " ".join(page.get_text(" ").split())


def test_from_nothing_to_a_plan_one_question_at_a_time(visit, cast):
    assert "Nog geen plan" in told(visit("amira", "/plan/"))
    assert len(visit("amira", "/plan/nieuw/").select("a.choice")) == 8

    there = visit.post("amira", "/plan/nieuw/werk/", {"answer": "Ik wil werken in de zorg"})["Location"]
    goal = Goal.objects.get()
    asked = []
    for answer in ({"answer": "Ik zorg graag"}, {"answer": "NOT_KNOWN"}, {"on": "2027-01-15"}):
        asked.append(there.split("?")[0].rsplit("/", 2)[1])
        page = visit("amira", there)
        seen = page.find("input", attrs={"name": "seen"})["value"]
        there = visit.post("amira", there, answer | {"seen": seen})["Location"]

    assert asked == ["waarom", "kan-dit", "klaar"]  # nothing known, nothing to tell
    assert there == f"{here(goal)}stap/"
    assert "eerste stap" in visit("amira", there).h1.get_text()
    there = visit.post("amira", there, {"answer": "De zorg bellen"})["Location"]
    for answer in ("morgen", "thuis", "Samira", "2", ""):
        seen = visit("amira", there).find("input", attrs={"name": "seen"})["value"]
        there = visit.post("amira", there, {"answer": answer, "seen": seen})["Location"]

    action = Action.objects.get()
    assert (action.on - NOW.date(), action.difficulty, action.repeat) == (timedelta(days=1), 2, "")
    assert there == here(goal)
    text = told(visit("amira", there))
    assert "Dat weet ik nog niet." in text
    assert "morgen · thuis · met Samira" in text


@pytest.mark.row("A17")
def test_a_setback_walks_through_eight_steps(visit, plan):
    start = f"{here(plan)}tegenslag/"
    assert len(visit("amira", start).select("button.choice")) == 18
    there = visit.post("amira", start, {"theme": "vervoer"})["Location"]
    setback = Setback.objects.latest("pk")
    answers = {
        "samen": {"answer": "TRAINER"},
        "wat": {"answer": "De bus komt niet"},
        "waar": {"answer": "op maandag bij de halte"},
        "dan-denk-ik": {"answer": "Ik ga naar huis"},
        "invloed": {"answer": "SELF"},
        "ideeen": {"ticked": ["Een bus eerder nemen"], "own": "Lopen\nBellen\nFiets\nWachten"},
        "kies": {"answer": "Bellen"},
        "helpt": {"answer": "4"},
        "lukt": {"answer": ""},
        "ander-idee": {"answer": "Lopen"},
        "oefen": {"answer": "YES"},
        "als-dan": {"situation": "Als de bus op maandag niet komt", "action": "dan bel ik de kok"},
        "lukt-dat-niet": {"answer": "loop ik naar het werk"},
        "hulp": {"answer": "new", "name": "Kees"},
    }
    for key, answer in answers.items():
        assert f"/vraag/{key}/" in there
        page = visit("amira", there)
        if key not in {"samen", "wat", "invloed", "helpt", "lukt", "ander-idee", "hulp"}:
            assert questions.find(questions.SETBACK, key).for_helper == "" or "Voor wie meehelpt" in told(page)
        seen = page.find("input", attrs={"name": "seen"})["value"]
        there = visit.post("amira", there, answer | {"seen": seen})["Location"]

    assert there == f"/plan/tegenslag/{setback.public_id}/"
    page = told(visit("amira", here(plan)))
    assert "Als de bus op maandag niet komt Dan bel ik de kok Lukt dat niet loop ik naar het werk" in page
    assert "Wie helpt mij Kees" in page


def test_a_sentence_is_asked_about_once_and_then_kept_as_it_is(visit, plan):
    setback = Setback.objects.get()
    there = f"/plan/tegenslag/{setback.public_id}/vraag/als-dan/"
    seen = setback.if_then.version
    answer = {"situation": "het misgaat", "action": "misschien iets", "seen": seen}

    page = visit.post("amira", there, answer, status=200).content.decode()
    assert "Wanneer of waar merk je het?" in page
    assert "misschien iets" in page

    visit.post("amira", there, answer | {"asked": "1"})
    setback.if_then.refresh_from_db()
    assert keeping.words_of(setback.if_then)["action"] == "misschien iets"


def test_looking_back_at_a_setback_and_at_the_plan(visit, plan):
    setback, check = Setback.objects.get(), CheckIn.objects.get(after="TWO_WEEKS")
    there = visit.post("amira", f"/plan/tegenslag/{setback.public_id}/terugkijken/", {"answer": "USED"})["Location"]
    there = visit.post("amira", there, {"answer": "5", "seen": 1})["Location"]
    visit.post("amira", there, {"answer": "Bellen lukt", "seen": 2})
    look = LookBack.objects.get()
    assert (look.happened, look.result) == ("USED", 5)
    assert "Bellen lukt" in told(visit("amira", f"/plan/tegenslag/{setback.public_id}/"))

    there = f"/plan/kijk/{check.public_id}/gebeurd/"
    for seen, answer in enumerate(["PARTLY", "Ik belde twee keer", "Nog eens bellen"], 1):
        there = visit.post("amira", there, {"answer": answer, "seen": seen})["Location"]
    assert there == f"{here(plan)}#tegenslag"
    assert "Ik belde twee keer" in told(visit("amira", here(plan)))


def test_closing_with_three_questions_and_going_on_again(visit, plan):
    form = {"state": "NOT_NEEDED", "reason": "", "seen": plan.version}
    assert "waarom" in visit.post("amira", f"{here(plan)}klaar/", form, status=422).content.decode()

    there = visit.post("amira", f"{here(plan)}klaar/", form | {"reason": "Ik heb al werk"})["Location"]
    for seen, answer in enumerate(["Het bellen", "Dat ik durf", "Ik kook door"], plan.version + 1):
        there = visit.post("amira", there, {"answer": answer, "seen": seen})["Location"]

    assert there == here(plan)
    assert "Dat ik durf" in told(visit("amira", there))
    visit.post("amira", f"{here(plan)}open/")
    assert Goal.objects.get().state == "OPEN"


def test_a_message_stands_ready_and_nothing_is_sent(visit, plan, mailoutbox):
    helper = Supporter.objects.get()
    there = f"/plan/steun/{helper.public_id}/bericht/"
    first = visit("amira", there).find("textarea").get_text()
    assert "Hoi Samira" in first

    visit.post("amira", there, {"message": "Help je mij & Bram?", "seen": helper.version})

    page = visit("amira", f"/plan/steun/{helper.public_id}/")
    assert page.find("a", href="sms:?body=Help%20je%20mij%20%26%20Bram%3F")
    assert mailoutbox == []


def test_done_not_needed_and_undone(visit, plan):
    action = Action.objects.get()
    start = f"/plan/stap/{action.public_id}/"
    visit.post("amira", f"{start}gedaan/")
    visit.post("amira", f"{start}toch/")
    action.refresh_from_db()
    assert action.state == "OPEN"

    assert visit.post("amira", f"{start}niet-nodig/", {"seen": action.version}, status=422)
    visit.post("amira", f"{start}niet-nodig/", {"seen": action.version, "reason": "Al geregeld"})
    assert "Niet meer nodig: Al geregeld" in told(visit("amira", here(plan)))


@pytest.mark.parametrize("kind", ["stap", "tegenslag", "steun", "doel"])
def test_out_of_the_plan_and_back(visit, plan, kind):
    thing = {"stap": Action, "tegenslag": Setback, "steun": Supporter, "doel": Goal}[kind].objects.get()

    visit.post("amira", f"/plan/{kind}/{thing.public_id}/weg/")
    thing.refresh_from_db()
    assert thing.removed_at
    assert "Zet terug" in told(visit("amira", "/plan/" if kind == "doel" else here(plan)))

    visit.post("amira", f"/plan/{kind}/{thing.public_id}/terug/")
    thing.refresh_from_db()
    assert thing.removed_at is None


def test_two_open_pages_show_both_texts(visit, plan, me):
    seen = plan.version
    keeping.say(thing=plan, why="Voor mijn kinderen", seen=seen, by=me, now=NOW)

    page = visit.post("amira", f"{here(plan)}vraag/waarom/", {"answer": "Voor het geld", "seen": seen}, status=409)

    assert "Voor mijn kinderen" in page.content.decode()
    assert "Voor het geld" in page.content.decode()


def test_the_same_form_twice_counts_once(visit, plan):
    form = {"answer": "Nog een stap", "form_key": "k" * 20}

    first = visit.post("amira", f"{here(plan)}stap/", form)["Location"]
    assert visit.post("amira", f"{here(plan)}stap/", form)["Location"] == first

    assert Action.objects.count() == 2


@pytest.mark.parametrize(
    ("key", "answer"),
    [
        ("wat", {"answer": ""}),
        ("wat", {"answer": "x" * 201}),
        ("kan-dit", {"answer": ""}),
        ("kan-dit", {"answer": "GOD"}),
        ("klaar", {"on": "gisteren"}),
        ("klaar", {"on": "2020-01-01"}),
        ("waarom", {"answer": "a\u202eb"}),
    ],
)
def test_what_cannot_be_kept_comes_back_with_a_sentence(visit, plan, key, answer):
    before = words(plan)

    page = visit.post("amira", f"{here(plan)}vraag/{key}/", answer | {"seen": plan.version}, status=422)

    assert "error" in page.content.decode()
    assert words(plan) == before


def test_a_made_up_helper_or_idea_is_refused(visit, plan):
    start = f"/plan/tegenslag/{Setback.objects.get().public_id}/vraag/"
    for key in ("hulp", "kies", "ideeen"):
        answer = {"answer": str(uuid.uuid4()), "ticked": "Verzonnen", "seen": 1}
        visit.post("amira", f"{start}{key}/", answer, status=422)


def pages_of(goal):
    action, setback, helper = goal.actions.first(), goal.setbacks.first(), goal.supporters.first()
    check = goal.check_ins.first()
    found = [here(goal) + end for end in ("", "papier/", "pdf/", "voorlezen/", "agenda/", "stap/", "tegenslag/")]
    found += [here(goal) + end for end in ("steun/", "klaar/")]
    found += [f"{here(goal)}vraag/{one.key}/" for one in questions.GOAL]
    found += [f"/plan/stap/{action.public_id}/" + end for end in ("", "niet-nodig/")]
    found += [f"/plan/stap/{action.public_id}/vraag/{one.key}/" for one in questions.ACTION]
    found += [f"/plan/tegenslag/{setback.public_id}/" + end for end in ("", "terugkijken/")]
    found += [f"/plan/tegenslag/{setback.public_id}/vraag/{one.key}/" for one in questions.SETBACK]
    found += [f"/plan/steun/{helper.public_id}/" + end for end in ("", "bericht/", "vraag/wie/", "vraag/hoe/")]
    found += [f"/plan/kijk/{check.public_id}/{one.key}/" for one in questions.CHECK]
    return found


def test_every_page_opens_for_her_in_two_languages(visit, plan, settings):
    for address in pages_of(plan):
        visit("amira", address)
    visit.client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    for address in ("/plan/", "/plan/nieuw/", "/plan/nieuw/voorbeelden/proefdag/", here(plan), "/plan/leeg-papier/"):
        look_at(visit.client.get(address), language="en")


@pytest.mark.parametrize("who", ["bram", "chantal", "dirk", "els", "farid"])
def test_without_a_share_no_page_of_it_exists(visit, plan, who):
    for address in [*pages_of(plan), f"/gedeeld/plan/{plan.public_id}/"]:
        visit(who, address, status=404)
    for address in pages_of(plan):
        assert visit.client.post(address, {"answer": "x", "seen": 1}).status_code in {404, 405}


def test_shared_it_opens_unchanged_and_each_look_is_in_her_log(visit, plan, share, cast):
    share(plan)
    assert "Amira" in told(visit("bram", "/gedeeld/plannen/"))

    page = visit("bram", f"/gedeeld/plan/{plan.public_id}/")

    mine = visit("amira", here(plan))
    for choose in (".if-then", ".plan-action__what"):
        assert [told(one) for one in page.select(choose)] == [told(one) for one in mine.select(choose)]
    assert page.h1.get_text() == mine.h1.get_text()
    assert not page.select("main form")
    look = AuditEntry.objects.get(action="look")
    assert (look.object_kind, look.object_id) == ("goal", str(plan.public_id))


def test_she_withdraws_and_it_is_gone_at_the_next_request(visit, plan, share, me):
    live = share(plan)
    visit("bram", f"/gedeeld/plan/{plan.public_id}/")

    shares.withdraw_share(share=live, by=me, now=NOW)

    visit("bram", f"/gedeeld/plan/{plan.public_id}/", status=404)
    assert "Amira" not in told(visit("bram", "/gedeeld/plannen/").main)


def test_a_share_is_of_one_goal_and_to_read_only(visit, plan, share, amira, me):
    other = goals.make_goal(owner=amira, kind="CARE", text="Iets van mij alleen", by=me, now=NOW)
    share(plan)

    visit("bram", f"/gedeeld/plan/{other.public_id}/", status=404)
    visit("chantal", f"/gedeeld/plan/{plan.public_id}/", status=404)
    for address in (f"{here(plan)}weg/", f"/plan/stap/{Action.objects.first().public_id}/gedaan/"):
        visit.post("bram", address, status=404)
    keeping.remove(thing=plan, by=me, now=NOW)
    visit("bram", f"/gedeeld/plan/{plan.public_id}/", status=404)


def test_she_chooses_goal_by_goal_what_to_share(visit, plan, amira):
    parts = [part for part in parts_of(amira) if part.kind == "goal"]

    assert [(part.thing, part.words) for part in parts] == [(plan.public_id, "Ik wil koken in een kanarierestaurant")]


def test_her_thoughts_and_her_history_are_not_shared(visit, plan, share, me):
    setback = Setback.objects.get()
    keeping.say(thing=setback, think="Ik ben bang", seen=setback.version, by=me, now=NOW)
    share(plan)

    page = told(visit("bram", f"/gedeeld/plan/{plan.public_id}/"))

    assert "Ik ben bang" not in page
    assert "Wat er gebeurde" not in page


def test_the_start_page_says_what_comes_next(visit, plan, share):
    share(plan)
    assert "De kok bellen" in told(visit("amira", "/"))
    assert "Amira deelt een plan met jou." in told(visit("bram", "/"))
    assert "kanarie" not in told(visit("bram", "/"))
    assert "plan" not in told(visit("farid", "/").main)


def test_a_full_plan_takes_as_many_queries_as_a_small_one(visit, plan, me, django_assert_max_num_queries):
    visit("amira", here(plan))
    with CaptureQueriesContext(
        connection,
    ) as small:
        visit.client.get(here(plan))
    for n in range(12):
        actions.add_action(goal=plan, what=f"Stap {n}", by=me, now=NOW)
    for n in range(6):
        one = setbacks.expect_setback(goal=plan, what=f"Iets {n}", by=me, now=NOW)
        setbacks.answer_setback(setback=one, situation="a", action="b", by=me, now=NOW)
        supporters.add_supporter(goal=plan, name=f"Naam {n}", by=me, now=NOW)
    with django_assert_max_num_queries(len(small)):
        visit.client.get(here(plan))


def test_many_goals_take_as_many_queries_as_one(visit, plan, amira, me, django_assert_max_num_queries):
    visit("amira", "/plan/")
    with CaptureQueriesContext(connection) as small:
        visit.client.get("/plan/")
    for n in range(9):
        goals.make_goal(owner=amira, kind="STAY", text=f"Doel {n}", by=me, now=NOW)
    with django_assert_max_num_queries(len(small)):
        visit.client.get("/plan/")
