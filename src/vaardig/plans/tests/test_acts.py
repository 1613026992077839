"""What people do with a plan: every act, what it refuses, what it leaves behind."""

from datetime import date, timedelta

import pytest

from tests.cast import NOW
from vaardig.base import locking, privacy
from vaardig.base.models import AuditEntry
from vaardig.plans import queries
from vaardig.plans.models import Action, CheckIn, Goal, LookBack, PlanEvent, Setback
from vaardig.plans.services import actions, check_ins, goals, keeping, setbacks, supporters
from vaardig.plans.services.keeping import CannotPlan

TODAY = NOW.date()


def whole(goal):
    return queries.plan_of(Goal.objects.get(pk=goal.pk))


@pytest.mark.row("B10")
@pytest.mark.parametrize("kind", Goal.Kind.values)
def test_every_kind_of_goal_can_be_made_keeping_too(amira, me, kind):
    made = goals.make_goal(owner=amira, kind=kind, text="Ik wil dit", by=me, now=NOW)

    assert made.reality == Goal.Reality.NOT_KNOWN  # asked, and not yet known
    assert [check.due_on for check in made.check_ins.order_by("due_on")] == [
        TODAY + timedelta(days=n) for n in (14, 42, 91)
    ]


def test_a_goal_remembers_where_it_came_from(amira, me):
    origin = ("occupation", amira.public_id)

    made = goals.make_goal(owner=amira, kind="WORK", text="Ik wil dit", origin=origin, by=me, now=NOW)

    assert (made.origin_kind, made.origin_thing) == origin


def test_nobody_else_makes_her_plan(cast, amira):
    with pytest.raises(CannotPlan, match="Alleen jij"):
        goals.make_goal(owner=amira, kind="WORK", text="Ga werken", by=cast["bram"].actor, now=NOW)


@pytest.mark.parametrize(("text", "said"), [("  ", "Schrijf op wat je wilt"), ("x" * 201, "te lang")])
def test_a_goal_says_something_within_its_limit(amira, me, text, said):
    with pytest.raises(CannotPlan, match=said):
        goals.make_goal(owner=amira, kind="WORK", text=text, by=me, now=NOW)


def test_no_more_than_twenty_open_goals(amira, me):
    for n in range(Goal.MOST):
        goals.make_goal(owner=amira, kind="WORK", text=f"Doel {n}", by=me, now=NOW)

    with pytest.raises(CannotPlan, match="20 doelen"):
        goals.make_goal(owner=amira, kind="WORK", text="Nog een", by=me, now=NOW)


def test_her_words_lie_sealed_and_nowhere_in_the_log(plan):
    rows = [Goal, Action, Setback, PlanEvent]

    for model in rows:
        for row in model.objects.all().values():
            assert "kanarie" not in str(row)
            assert "kok bellen" not in str(row)
    assert "kanarie" not in str(list(AuditEntry.objects.values()))


@pytest.mark.row("A10")
def test_a_whole_plan_has_a_day_and_an_answer(amira, me, plan):
    assert whole(plan).is_complete()
    assert queries.without_plan([amira.pk]) == set()

    for action in plan.actions.all():
        keeping.remove(thing=action, by=me, now=NOW)

    assert not whole(plan).is_complete()
    assert queries.without_plan([amira.pk]) == {amira.pk}


def test_the_first_step_lies_within_three_days(plan, me):
    assert not whole(plan).needs_soon(TODAY)
    action = plan.actions.get()

    actions.plan_action(action=action, on=TODAY + timedelta(days=4), at=None, seen=action.version, by=me, now=NOW)
    assert whole(plan).needs_soon(TODAY)

    actions.do_action(action=action, by=me, now=NOW)
    assert not whole(plan).needs_soon(TODAY)


def test_done_and_undone(plan, me):
    action = plan.actions.get()

    actions.do_action(action=action, by=me, now=NOW)
    actions.do_action(action=action, by=me, now=NOW)
    assert (action.state, action.times_done) == ("DONE", 1)

    actions.reopen_action(action=action, by=me, now=NOW)
    assert (action.state, action.times_done) == ("OPEN", 0)


@pytest.mark.parametrize(
    ("repeat", "on", "following"),
    [
        ("DAILY", date(2026, 11, 16), date(2026, 11, 17)),
        ("WEEKLY", date(2026, 11, 2), date(2026, 11, 23)),
        ("FORTNIGHTLY", date(2026, 11, 16), date(2026, 11, 30)),
        ("MONTHLY", date(2026, 8, 31), date(2026, 11, 30)),
    ],
)
def test_what_comes_back_gets_its_next_day(plan, me, repeat, on, following):
    action = actions.add_action(goal=plan, what="Lezen", on=on, repeat=repeat, by=me, now=NOW)

    actions.do_action(action=action, by=me, now=NOW)

    assert (action.state, action.on, action.times_done) == ("OPEN", following, 1)


def test_not_needed_any_more_has_a_reason(plan, me):
    action = plan.actions.get()
    with pytest.raises(CannotPlan, match="waarom"):
        actions.drop_action(action=action, reason=" ", seen=action.version, by=me, now=NOW)

    actions.drop_action(action=action, reason="De kok belde mij", seen=action.version, by=me, now=NOW)

    assert keeping.words_of(action)["reason"] == "De kok belde mij"
    assert queries.history_of(plan)[0].text == "De kok bellen (De kok belde mij)"


@pytest.mark.parametrize("days", [-1, 365 * 20 + 1])
def test_a_day_is_still_to_come(plan, me, days):
    action = plan.actions.get()
    on = TODAY + timedelta(days=days)

    with pytest.raises(CannotPlan, match="nog komt"):
        actions.plan_action(action=action, on=on, at=None, seen=action.version, by=me, now=NOW)
    with pytest.raises(CannotPlan, match="nog komt"):
        goals.set_until(goal=plan, until_on=on, seen=plan.version, by=me, now=NOW)


@pytest.mark.row("A17")
def test_the_eight_steps(plan, me):
    setback = setbacks.expect_setback(goal=plan, what="De kok zegt nee", together="PAIR", by=me, now=NOW)

    def line():
        return queries.setback_line(setback)

    assert line().steps == {1}
    keeping.say(thing=setback, think="Ik word boos", seen=setback.version, by=me, now=NOW)
    setbacks.think_of(setback=setback, ideas=["a", " b ", "a", "", "c"], seen=setback.version, by=me, now=NOW)
    assert line().ideas == ["a", "b", "c"]
    plan_b = setback.if_then
    keeping.say(thing=plan_b, chosen="a", seen=plan_b.version, by=me, now=NOW)
    keeping.choose(thing=plan_b, practised="YES", seen=plan_b.version, by=me, now=NOW)
    assert not line().is_ready
    setbacks.answer_setback(
        setback=setback, situation="hij nee zegt", action="vraag ik waarom", otherwise="ga ik weg", by=me, now=NOW
    )
    assert line().steps == {1, 2, 3, 4, 5, 6, 7}
    assert line().is_ready
    setbacks.look_back(setback=setback, happened=LookBack.Happened.NOT, by=me, now=NOW)
    assert line().steps == set(range(1, 9))


@pytest.mark.parametrize(
    ("act", "said"),
    [
        (lambda p, me: setbacks.expect_setback(goal=p, what="", by=me, now=NOW), "tegen kan zitten"),
        (lambda p, me: setbacks.expect_setback(goal=p, what="x", theme="weer", by=me, now=NOW), "uit de lijst"),
        (lambda p, me: setbacks.answer_setback(setback=p.setbacks.get(), situation="", action="x", by=me, now=NOW), "Maak de zin af"),
        (lambda p, me: setbacks.think_of(setback=p.setbacks.get(), ideas=map(str, range(13)), seen=1, by=me, now=NOW), "12 ideeën"),
        (lambda p, me: setbacks.think_of(setback=p.setbacks.get(), ideas=["x" * 201], seen=1, by=me, now=NOW), "te lang"),
        (lambda p, me: actions.add_action(goal=p, what=" ", by=me, now=NOW), "gaat doen"),
        (lambda p, me: supporters.add_supporter(goal=p, name="", by=me, now=NOW), "wie je helpt"),
        (lambda p, me: supporters.add_supporter(goal=p, name="x" * 101, by=me, now=NOW), "te lang"),
        (lambda p, me: keeping.say(thing=p, what=" ", seen=p.version, by=me, now=NOW), "Schrijf eerst iets"),
        (lambda p, me: goals.close_goal(goal=p, state="OPEN", seen=p.version, by=me, now=NOW), "Kies hoe het afliep"),
        (lambda p, me: goals.close_goal(goal=p, state="NOT_NEEDED", seen=p.version, by=me, now=NOW), "waarom"),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_in_words(plan, me, act, said):
    with pytest.raises(CannotPlan, match=said):
        act(plan, me)


def test_a_helper_of_another_plan_is_no_helper_here(plan, me, amira):
    other = goals.make_goal(owner=amira, kind="WORK", text="Ander doel", by=me, now=NOW)
    stranger = supporters.add_supporter(goal=other, name="Kees", by=me, now=NOW)
    if_then = plan.setbacks.get().if_then

    with pytest.raises(CannotPlan, match="uit dit plan"):
        setbacks.ask_help_of(if_then=if_then, supporter=stranger, seen=if_then.version, by=me, now=NOW)


def test_two_pages_never_overwrite_each_other(plan, me):
    keeping.say(thing=plan, why="Eerste", seen=plan.version, by=me, now=NOW)
    other = Goal.objects.get(pk=plan.pk)

    with pytest.raises(locking.Changed):
        keeping.say(thing=other, why="Tweede", seen=other.version - 1, by=me, now=NOW)
    assert whole(plan).words["why"] == "Eerste"


def test_what_is_taken_out_comes_back_with_all_that_hung_on_it(plan, me):
    setback = plan.setbacks.get()

    keeping.remove(thing=setback, by=me, now=NOW)
    assert whole(plan).setbacks == []
    assert [row.words for row in queries.removed_from(plan)] == ["Ik durf niet te bellen"]

    keeping.restore(thing=setback, by=me, now=NOW)
    assert whole(plan).setbacks[0].then["action"] == "bel ik Samira"


@pytest.mark.parametrize("state", ["REACHED", "CHANGED", "LATER", "NOT_NEEDED"])
def test_every_ending_counts_and_can_be_undone(plan, me, state):
    goals.close_goal(goal=plan, state=state, reason="Het liep zo", seen=plan.version, by=me, now=NOW)
    assert plan.state == state

    goals.open_goal(goal=plan, by=me, now=NOW)
    assert plan.state == "OPEN"
    assert whole(plan).words["what"] == "Ik wil koken in een kanarierestaurant"


def test_a_second_answer_to_a_check_in_takes_the_place_of_the_first(plan, me):
    check = plan.check_ins.get(after=CheckIn.After.TWO_WEEKS)
    later = TODAY + timedelta(days=14)
    assert whole(plan).due(later) == check

    check_ins.check(check_in=check, happened="NOT", seen=check.version, by=me, now=NOW)
    check_ins.tell(check_in=check, part="did", text="Gewacht", seen=check.version, by=me, now=NOW)
    check_ins.check(check_in=check, happened="YES", seen=check.version, by=me, now=NOW)

    assert whole(plan).due(later) is None
    assert (check.happened, keeping.words_of(check)) == ("YES", {"did": "Gewacht"})
    assert plan.events.filter(kind="LOOKED_BACK").count() == 1


def test_she_takes_it_all_along_and_it_all_goes_with_her(amira, plan):
    taken = str(privacy.export_person(amira.pk))
    assert "kanarierestaurant" in taken
    assert "bel ik Samira" in taken

    privacy.erase_person(amira.pk)

    assert not Goal.objects.exists()
    assert not PlanEvent.objects.exists()
