"""Laws of routes: every step is missing and counts once; all steps together reach the target."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillcore import matching
from skillcore.matching import Demand, Need, Person, Preference, Wish
from skillcore.routes import Form, Map, Via, Why, find_route
from skillcore.tests.test_matching import levels, people, shelves, skill

ALL = 1_000


@given(shelves, people, st.data())
def test_a_route_holds_what_is_missing_once_and_reaches_the_target(shelf, person, data):
    world = Map(matching.build(shelf))
    target = data.draw(st.sampled_from([one.key for one in shelf]))

    route = find_route(world, person, target, limit=ALL)

    steps = [step.skill for step in route.steps if step.skill]
    asked = {need.skill for one in shelf if one.key == target for need in one.needs}
    there = replace(person, skills={**person.skills, **{s.skill: s.needed for s in route.steps if s.skill}})
    assert len(steps) == len(set(steps))
    assert set(steps) | set(route.met) == asked
    assert not set(steps) & set(route.met)
    assert find_route(world, there, target).total == sum(bool(step.paper) for step in route.steps)


@given(shelves, people, st.data(), skill, levels)
def test_knowing_more_never_makes_the_route_longer(shelf, person, data, learned, level):
    world = Map(matching.build(shelf))
    target = data.draw(st.sampled_from([one.key for one in shelf]))
    known = person.skills.get(learned, 0)
    higher = None if known is None or level is None else max(known, level)

    more = replace(person, skills={**person.skills, learned: higher})

    assert find_route(world, more, target, limit=ALL).total <= find_route(world, person, target, limit=ALL).total


@given(shelves, people, st.data(), st.randoms(use_true_random=False))
def test_the_order_of_the_input_makes_no_difference(shelf, person, data, chance):
    target = data.draw(st.sampled_from([one.key for one in shelf]))
    mixed = chance.sample(shelf, len(shelf))
    turned = replace(person, skills=dict(reversed(person.skills.items())))

    first = find_route(Map(matching.build(shelf)), person, target)

    assert first == find_route(Map(matching.build(mixed)), turned, target)


@given(shelves, people, st.data())
def test_work_that_she_cannot_do_opens_nothing_and_is_no_bridge(shelf, person, data):
    world = Map(matching.build(shelf))
    target = data.draw(st.sampled_from([one.key for one in shelf]))
    closed = {one.key for one in matching.suggest(world.index, person, limit=None).closed}

    route = find_route(world, person, target, limit=ALL)

    assert closed.isdisjoint(key for step in route.steps for key in step.opens)
    assert closed.isdisjoint(bridge.key for bridge in route.bridges)


HELPER = Demand("helper", (Need("serve"), Need("chat"), Need("lift", "IMPORTANT")), ("ST",), "S", requires=("VOG",))
CARER = Demand(
    "carer",
    (Need("serve"), Need("wash"), Need("lift"), Need("report", "OPTIONAL"), Need("illness", "IMPORTANT")),
    ("ZW",),
    "S",
    requires=("VOG", "DIPLOMA", "VCA"),
)
NURSE = Demand("nurse", (Need("wash"), Need("inject"), Need("illness")), requires=("DIPLOMA",))
CLEANER = Demand("cleaner", (Need("sweep"), Need("mop")))
WORLD = Map(
    matching.build([HELPER, CARER, NURSE, CLEANER]), {"helper": ("carer",), "carer": ("nurse",)}, frozenset({"illness"})
)


def form_of(route, skill):
    return next((step.form, step.because) for step in route.steps if skill in (step.skill, step.paper))


def test_each_step_has_the_form_that_fits():
    person = Person(skills={"serve": 2, "chat": 2, "wash": 1}, wishes={"illness": Wish.LEARN})

    route = find_route(WORLD, person, "carer")

    assert route.met == ("serve",)
    assert form_of(route, "wash") == (Form.DO, (Why.DOES_WITH_HELP,))
    assert form_of(route, "lift") == (Form.DO, (Why.LIKE_WHAT_SHE_DOES,))
    assert form_of(route, "report") == (Form.WATCH, (Why.HANDY,))
    assert form_of(route, "illness") == (Form.COURSE, (Why.KNOWLEDGE, Why.WANTS))
    assert form_of(route, "VCA") == (Form.CERTIFICATE, (Why.PAPER,))
    assert route.arrange == ("VOG",)


def test_a_new_part_of_a_diploma_is_a_course_and_otherwise_new_things_go_with_a_buddy():
    assert form_of(find_route(WORLD, Person(), "carer"), "wash") == (Form.COURSE, (Why.PART_OF_DIPLOMA,))
    assert form_of(find_route(WORLD, Person(), "cleaner"), "mop") == (Form.BUDDY, (Why.NEW,))


def test_who_shows_most_of_it_is_told_about_a_statement_instead_of_a_diploma():
    most = Person(skills={"serve": None, "wash": 2, "lift": 2})

    assert form_of(find_route(WORLD, most, "carer"), "DIPLOMA") == (Form.PRACTICE_STATEMENT, (Why.MUCH_SHOWN,))
    assert form_of(find_route(WORLD, Person(), "carer"), "DIPLOMA") == (Form.COURSE, (Why.PAPER,))


def test_the_smallest_step_that_opens_most_comes_first():
    person = Person(skills={"serve": 2, "chat": 2, "wash": 1})

    first = find_route(WORLD, person, "carer").steps[0]

    assert first.form == Form.DO


def test_a_step_names_the_other_work_that_it_opens():
    work = [Demand("one", (Need("a"), Need("b"))), Demand("two", (Need("b"), Need("c"))), Demand("three", (Need("c"),))]
    person = Person(skills={"c": 2})

    route = find_route(Map(matching.build(work)), person, "one")

    assert {step.skill: step.opens for step in route.steps} == {"a": (), "b": ("two",)}


def test_a_bridge_follows_growth_and_says_what_is_learned_there():
    person = Person(skills={"serve": 2, "chat": 2})

    bridge = find_route(WORLD, person, "carer").bridges[0]

    assert (bridge.key, bridge.via, bridge.met, bridge.asked) == ("helper", Via.GROWTH, 2, 3)
    assert bridge.teaches == ("lift",)


def test_a_closed_target_still_has_its_route_and_says_that_it_is_closed():
    route = find_route(WORLD, Person(conditions={"ZW": Preference.NO}), "carer")

    assert route.closed == ("ZW",)
    assert route.total == 7


def test_a_target_without_needs_has_no_steps_and_says_so():
    route = find_route(Map(matching.build([Demand("blank"), CLEANER])), Person(), "blank")

    assert (route.is_known, route.steps, route.total) == (False, (), 0)


def test_a_target_off_the_map_is_a_key_error():
    with pytest.raises(KeyError):
        find_route(WORLD, Person(), "pilot")
