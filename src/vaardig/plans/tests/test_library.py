"""Themes and examples: eighteen and five, whole in both languages, and every fault named."""

import copy

import pytest

from tests.cast import NOW
from vaardig.plans import library, queries
from vaardig.plans.services import goals


@pytest.mark.row("A17")
def test_the_library_is_whole():
    assert list(library.faults()) == []
    assert len(library.themes()) == 18
    assert all(len(theme.ideas[lang]) >= 5 for theme in library.themes().values() for lang in ("nl", "en"))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda rows: rows.pop(), "18 themes"),
        (lambda rows: rows[0]["nl"]["ideas"].__setitem__(slice(3, None), []), "nl needs a name"),
        (lambda rows: rows[0].update(en={}), "en needs a name"),
        (lambda rows: rows[0].update(influence="GOD"), "influence is one of"),
        (lambda rows: rows[0].update(pictogram="dragon"), "no pictogram 'dragon'"),
        (lambda rows: rows[0]["nl"]["ideas"].append("Desgewenst een brief sturen"), "desgewenst"),
        (lambda rows: rows[0]["nl"]["ideas"].append("x" * 91), "more than 90 signs"),
    ],
)
def test_a_fault_in_the_themes_is_named(spoil, said):
    rows = copy.deepcopy(library._read("obstacles"))
    spoil(rows)

    assert any(said in fault for fault in library._faults_of_themes(rows))


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda rows: rows.pop(), "5 examples"),
        (lambda rows: rows[0].update(theme="weer"), "kind or theme is not known"),
        (lambda rows: rows[0].update(days=[5, 6, 13]), "the first action lies within 3 days"),
        (lambda rows: rows[0].update(difficulty=[5, 3, 3]), "is not hard"),
        (lambda rows: rows[0]["en"].update(action=""), "en misses a text"),
    ],
)
def test_a_fault_in_the_examples_is_named(spoil, said):
    rows = copy.deepcopy(library._read("templates"))
    spoil(rows)

    assert any(said in fault for fault in library._faults_of_templates(rows, set(library.themes())))


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("key", [row["key"] for row in library._templates()])
def test_an_example_becomes_a_whole_plan(amira, me, key, language):
    made = goals.make_from_template(owner=amira, key=key, language=language, by=me, now=NOW)

    plan = queries.plan_of(made)
    assert plan.is_complete()
    assert not plan.needs_soon(NOW.date())
    assert plan.words["what"] == library.template(key, language).goal
