"""Laws of matching: what must hold for any person and any work."""

from dataclasses import fields, replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from skillcore import matching
from skillcore.matching import RULES, Because, Demand, Need, Person, Preference, Wish
from skillcore.matching.explain import option_of
from skillcore.matching.many import crowd_of, explain_many, suggest_many

SKILLS = "abcdefgh"
FACETS = ("BU", "KL", "ST", "ZW")
LETTERS = "RIASEC"
skill, facet = st.sampled_from(SKILLS), st.sampled_from(FACETS)
levels = st.none() | st.integers(0, 4)
needs = st.builds(
    Need,
    skill=skill,
    relation=st.sampled_from([name for name, _ in RULES.relations]),
    weight=st.sampled_from([0.2, 0.5, 1.0]),
    level=st.none() | st.integers(1, 4),
)
riasec = st.lists(st.sampled_from(LETTERS), unique=True, max_size=3)
demands = st.builds(
    Demand,
    key=st.uuids().map(str),
    needs=st.lists(needs, max_size=6).map(tuple),
    conditions=st.lists(facet, unique=True, max_size=3).map(tuple),
    riasec=riasec.map("".join),
)
shelves = st.lists(demands, min_size=1, max_size=12, unique_by=lambda one: one.key)
people = st.builds(
    Person,
    skills=st.dictionaries(skill, levels, max_size=6),
    wishes=st.dictionaries(skill, st.sampled_from(Wish), max_size=4),
    conditions=st.dictionaries(facet, st.sampled_from(Preference), max_size=4),
    interests=riasec.map(tuple),
)


def fits(index, person):
    return {one.key: one.fit for one in matching.suggest(index, person, limit=None).options}


@given(shelves, people, skill, levels)
def test_learning_a_skill_never_lowers_a_fit(shelf, person, learned, level):
    index = matching.build(shelf)
    known = person.skills.get(learned, 0)
    higher = None if known is None or level is None else max(level, known)

    more = replace(person, skills={**person.skills, learned: higher})

    before, after = fits(index, person), fits(index, more)
    if not (known is None and learned in person.skills):
        assert all(after[key] >= fit for key, fit in before.items())


@given(shelves, people, facet)
def test_removing_a_hard_no_never_removes_an_option(shelf, person, opened):
    index = matching.build(shelf)
    strict = replace(person, conditions={**person.conditions, opened: Preference.NO})

    looser = replace(person, conditions={**person.conditions, opened: Preference.NEUTRAL})

    assert fits(index, strict).keys() <= fits(index, looser).keys()


@given(shelves, people, st.randoms(use_true_random=False))
def test_the_order_of_the_input_makes_no_difference(shelf, person, chance):
    mixed = [replace(one, needs=tuple(chance.sample(one.needs, len(one.needs)))) for one in shelf]
    chance.shuffle(mixed)
    turned = replace(
        person,
        skills=dict(reversed(person.skills.items())),
        wishes=dict(reversed(person.wishes.items())),
        conditions=dict(reversed(person.conditions.items())),
    )

    assert matching.suggest(matching.build(shelf), person) == matching.suggest(matching.build(mixed), turned)


@given(shelves, people)
def test_every_demand_is_open_or_closed_and_every_closed_one_opens_with_its_reason(shelf, person):
    index = matching.build(shelf)

    found = matching.suggest(index, person, limit=None)
    everything = matching.suggest(index, person, limit=None, opened={one.key for one in found.closed})

    assert {one.key for one in found.options} | {one.key for one in found.closed} == {one.key for one in shelf}
    assert len(everything.options) == len(shelf)
    assert {one.key for one in everything.options if one.reasons[:1] and one.reasons[0].code == Because.CLOSED} == {
        one.key for one in found.closed
    }


@given(shelves, people)
def test_pages_of_the_list_are_the_list(shelf, person):
    index = matching.build(shelf)

    whole = matching.suggest(index, person, limit=None).options

    pages = [matching.suggest(index, person, limit=3, skip=skip).options for skip in range(0, len(shelf), 3)]
    assert tuple(one for page in pages for one in page) == whole


@given(shelves, st.lists(people, min_size=1, max_size=6), st.sampled_from([1, 2, 5, 20]))
def test_many_people_get_the_same_order_as_one(shelf, everyone, top):
    index = matching.build(shelf)

    found = suggest_many(index, crowd_of(index, everyone), top=top)

    for row, person in enumerate(everyone):
        alone = [one for one in matching.suggest(index, person, limit=None).options if one.fit > 0][:top]
        places = [place for place in found.places[row].tolist() if place >= 0]
        assert [index.demands[place].key for place in places] == [one.key for one in alone]
        assert found.fits[row][: len(alone)].tolist() == [one.fit for one in alone]


def test_equals_at_the_edge_of_the_top_come_in_the_order_of_their_keys():
    index = matching.build([Demand(f"work-{number:02}", (Need("a"),)) for number in range(40)])
    person = Person(skills={"a": 2})

    found = suggest_many(index, crowd_of(index, [person]), top=5)

    assert found.places[0].tolist() == [0, 1, 2, 3, 4]


@given(shelves, st.lists(people, min_size=1, max_size=5))
def test_many_people_get_the_same_reasons_as_one(shelf, everyone):
    index = matching.build(shelf)
    crowd = crowd_of(index, everyone)
    places = suggest_many(index, crowd, top=4).places

    told = explain_many(index, crowd, places)

    def names(row):
        return [index.columns[column][0] for column in row.tolist() if column >= 0]

    for row, person in enumerate(everyone):
        for number, place in enumerate(places[row].tolist()):
            if place < 0:
                continue
            one = option_of(index, person, place, rank=1, fit=0)
            assert (told.met[row, number], told.missing[row, number]) == (len(one.met), len(one.missing))
            assert names(told.first_met[row, number]) == list(one.met[:3])
            assert names(told.first_missing[row, number]) == [missing.skill for missing in one.missing[:3]]


def test_blocks_do_not_change_the_answer(monkeypatch):
    index = matching.build([Demand(key, tuple(Need(s) for s in key)) for key in ("abc", "cde", "efg", "fgh")])
    everyone = [Person(skills=dict.fromkeys(SKILLS[at : at + 3], 2)) for at in range(6)]
    crowd = crowd_of(index, everyone)
    whole = suggest_many(index, crowd, top=3)
    reasons = explain_many(index, crowd, whole.places)

    monkeypatch.setattr("skillcore.matching.many.BLOCK", 2)
    monkeypatch.setattr("skillcore.matching.many.LOOKED_UP", 2)
    cut = suggest_many(index, crowd, top=3)

    assert np.array_equal(whole.places, cut.places)
    assert np.array_equal(reasons.first_missing, explain_many(index, crowd, cut.places).first_missing)


def test_what_may_not_count_has_no_field():
    """SECURITY §16.2: protected traits do not exist in the input."""
    assert {one.name for one in fields(Person)} == set(RULES.used)
    assert set(RULES.used).isdisjoint(RULES.never_used)
    with pytest.raises(TypeError):
        Person(age=50)


CARE = Demand(
    "care", (Need("a"), Need("b"), Need("c", "OPTIONAL"), Need("d", level=3)), ("ST", "ZW"), "SR", 3, ("VOG",)
)
DESK = Demand("desk", (Need("e"), Need("f")), ("KL",), "C")
SITE = Demand("site", (Need("g"), Need("a")), ("BU", "ZW"), "R")
SHELF = matching.build([CARE, DESK, SITE])


def reason(option, code):
    return next((one for one in option.reasons if one.code == code), None)


def test_an_option_says_what_is_met_short_and_missing():
    person = Person(skills={"a": 2, "d": 1, "b": 0}, wishes={"a": Wish.USE, "b": Wish.LEARN, "d": Wish.RATHER_NOT})

    best = matching.suggest(SHELF, person).options[0]

    assert best.key == "care"
    assert best.met == ("a",)
    assert best.short == (matching.Short("d", 1, 3),)
    assert [one.skill for one in best.missing] == ["b", "c"]
    assert best.wish == matching.Wished(("a",), ("b",), ("d",))
    assert [one.code for one in best.reasons] == [
        Because.CAN, Because.WITH_HELP, Because.LIKES, Because.WANTS_TO_LEARN, Because.TO_LEARN, Because.NOT_GLADLY,
        Because.PAPERS, Because.WEIGHED_MOST,
    ]  # fmt: skip
    assert reason(best, Because.WEIGHED_MOST).about == ("a",)


def test_cannot_lift_removes_lifting_work_and_says_so():
    person = Person(skills={"a": 2, "g": 2}, conditions={"ZW": Preference.NO})

    found = matching.suggest(SHELF, person)

    assert [one.key for one in found.options] == ["desk"]
    assert {one.key: one.facets for one in found.closed} == {"site": ("ZW",), "care": ("ZW",)}
    assert found.openings == (matching.Opening("ZW", 2, 2),)


def test_conditions_are_said_and_rather_not_lowers_with_its_reason():
    liked = Person(conditions={"BU": Preference.MUST, "ZW": Preference.RATHER_NOT})

    site = matching.look_at(SHELF, liked, "site")
    desk = matching.look_at(SHELF, liked, "desk")

    assert reason(site, Because.HAS_CONDITION).about == ("BU",)
    assert reason(site, Because.MIND_CONDITION).about == ("ZW",)
    assert reason(desk, Because.LACKS_CONDITION).about == ("BU",)
    assert site.fit > desk.fit


def test_language_and_hours_are_said_and_move_nothing():
    job = matching.build([replace(CARE, hours=32, travel=60, dayparts=("NIGHT", "MORNING"))])
    person = Person(skills={"a": 2})

    plain = matching.suggest(job, person).options[0]
    told = matching.suggest(job, replace(person, speaking=1, hours=16, travel=30, dayparts=("MORNING",))).options[0]

    assert told.fit == plain.fit
    assert reason(told, Because.SPEAKING).about == ("3",)
    assert reason(told, Because.HOURS).about == ("32",)
    assert reason(told, Because.TRAVEL).about == ("60",)
    assert reason(told, Because.DAYPARTS).about == ("NIGHT",)


def test_a_rare_skill_says_more_than_one_that_all_work_asks():
    everywhere = [Demand(key, (Need("a"), Need(key))) for key in "bcdefgh"]
    index = matching.build(everywhere)

    assert fits(index, Person(skills={"b": 2}))["b"] > 5 * fits(index, Person(skills={"a": 2}))["b"]


def test_interest_alone_weighs_less_than_the_skills():
    person = Person(skills={"e": 2, "f": 2}, interests=("R", "S"))

    assert matching.suggest(SHELF, person).options[0].key == "desk"
    assert reason(matching.look_at(SHELF, person, "site"), Because.INTEREST).about == ("R",)


def test_an_empty_passport_gets_everything_in_a_fixed_order():
    found = matching.suggest(SHELF, Person())

    assert [one.key for one in found.options] == ["care", "desk", "site"]
    assert all(reason(one, Because.WEIGHED_MOST) is None for one in found.options)


def test_work_without_needs_says_that_its_needs_are_not_known():
    found = matching.suggest(matching.build([Demand("blank")]), Person(skills={"a": 2}))

    assert found.unknown == ("a",)
    assert found.options[0].reasons == (matching.Reason(Because.NO_NEEDS),)


def test_no_demands_gives_no_options():
    index = matching.build([])

    assert matching.suggest(index, Person()).options == ()
    assert suggest_many(index, crowd_of(index, [Person()]), top=2).places.tolist() == [[-1, -1]]


def test_a_demand_that_stands_twice_is_refused():
    with pytest.raises(ValueError, match="desk stands twice"):
        matching.build([DESK, DESK])
